import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { dayNumber } from '#lib/calendar/dayNumber.ts';
import {
	along,
	broughtIntoSight,
	dayAt,
	furthest,
	isoOf,
	nearest,
	panned,
	ticksOf,
	viewOfAll,
	zoomed
} from './scale.ts';

const today = dayNumber('2026-11-22');
const anyView = fc
	.tuple(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: nearest, max: furthest }))
	.map(([from, span]) => ({ from, to: from + span }));

describe('days', () => {
	test('a day and its number are the same day', () => {
		expect(dayNumber('1970-01-01')).toBe(0);
		expect(dayNumber('2024-03-01') - dayNumber('2024-02-28')).toBe(2);
		fc.assert(fc.property(fc.integer({ min: 0, max: 60_000 }), (day) => dayNumber(isoOf(day)) === day));
	});
});

describe('the first look', () => {
	test('has today in the middle and everything in sight', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: -8400, max: 8400 })), (distances) => {
				const days = distances.map((distance) => today + distance);
				const view = viewOfAll(today, days);
				expect(along(view, 1000, today)).toBeCloseTo(500);
				for (const day of days) expect(day > view.from && day < view.to).toBe(true);
			})
		);
	});

	test('never reaches so far that what is near could not be told apart', () => {
		const { from, to } = viewOfAll(today, [today - 40_000, today + 10]);
		expect(to - from).toBeLessThanOrEqual(furthest);
		expect(along({ from, to }, 1000, today)).toBeCloseTo(500);
	});

	test('shows a quarter to each side where there is nothing', () => {
		expect(viewOfAll(today, []).to).toBeGreaterThanOrEqual(today + 92);
	});
});

describe('looking nearer and further', () => {
	test('keeps the day under the pointer where it is', () => {
		fc.assert(
			fc.property(
				anyView,
				fc.double({ min: 0.2, max: 5, noNaN: true }),
				fc.nat(1000),
				(view, factor, place) => {
					const day = dayAt(view, 1000, place);
					expect(along(zoomed(view, factor, day), 1000, day)).toBeCloseTo(place, 3);
				}
			)
		);
	});

	test('has bounds', () => {
		const view = viewOfAll(today, []);
		expect(spanOf(zoomed(view, 1000, today))).toBeCloseTo(nearest);
		expect(spanOf(zoomed(view, 0.0001, today))).toBeCloseTo(furthest);
	});

	test('moving along does not change how near one looks', () => {
		fc.assert(
			fc.property(anyView, fc.double({ min: -2, max: 2, noNaN: true }), (view, part) => {
				expect(spanOf(panned(view, part))).toBeCloseTo(spanOf(view), 6);
			})
		);
	});

	test('a day out of sight is brought into it, and one in sight moves nothing', () => {
		const view = { from: 100, to: 200 };
		expect(broughtIntoSight(view, 150)).toBe(view);
		expect(broughtIntoSight(view, 500)).toEqual({ from: 450, to: 550 });
	});
});

describe('ticks', () => {
	test('are years from afar, quarters nearer, months from close by', () => {
		const far = ticksOf({ from: dayNumber('2020-06-01'), to: dayNumber('2030-06-01') }, 1000, 70);
		expect(far.unit).toBe('year');
		expect(far.ticks.map(({ iso }) => iso).slice(0, 2)).toEqual(['2021-01-01', '2022-01-01']);

		const nearer = ticksOf({ from: dayNumber('2026-02-01'), to: dayNumber('2028-02-01') }, 1000, 70);
		expect(nearer.ticks.map(({ iso }) => iso).slice(0, 3)).toEqual([
			'2026-04-01',
			'2026-07-01',
			'2026-10-01'
		]);

		const close = ticksOf({ from: dayNumber('2026-10-15'), to: dayNumber('2027-01-15') }, 1000, 70);
		expect(close).toMatchObject({ unit: 'month', ticks: [{ iso: '2026-11-01' }, {}, { iso: '2027-01-01' }] });
	});

	test('are all in sight, and never nearer to each other than their labels are wide', () => {
		fc.assert(
			fc.property(anyView, fc.integer({ min: 300, max: 2000 }), (view, width) => {
				const places = ticksOf(view, width, 70).ticks.map(({ day }) => along(view, width, day));
				for (const place of places) expect(place >= 0 && place <= width).toBe(true);
				// February is a tenth shorter than the month that is counted with.
				for (const [index, place] of places.entries())
					if (index) expect(place - places[index - 1]!).toBeGreaterThan(60);
			})
		);
	});
});

const spanOf = ({ from, to }: { from: number; to: number }) => to - from;
