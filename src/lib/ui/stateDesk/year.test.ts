import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';
import { obligationOn } from '#lib/cycle/timeline/views.ts';
import { yearOf } from './year.ts';

const committee = (stream: string, due: IsoDate | null, metOn?: IsoDate): Owed => ({
	id: `${stream}#followUp-1`,
	stream,
	duty: 'followUp',
	units: [],
	reportNumbers: [],
	openedBy: { on: '2020-01-01' },
	dates: [
		{ due, certainty: due ? 'exact' : 'undated', basis: due ? 'stated' : 'unstated', from: '2020-01-01' }
	],
	ending: metOn ? { how: 'met', on: metOn } : null
});
const step = (stream: string, due: IsoDate): Owed => {
	const of = committee(stream, due);
	return {
		...of,
		id: `${of.id}/${due}`,
		duty: 'preparationStep',
		step: { for: of.id, serves: 'followUp', id: due, name: 'Draft', responsible: '' }
	};
};
const asOf = '2026-03-02';
const year = (...owed: Owed[]) =>
	yearOf(
		owed.map((one) => obligationOn(one, asOf)!),
		asOf,
		0.34
	);

describe('the year around a day', () => {
	test('begins a quarter before it and ends three after it, with the months in between', () => {
		const { from, to, months, now } = year();
		expect([from, to]).toEqual(['2025-12-02', '2026-12-02']);
		expect(months).toHaveLength(12);
		expect(months[0]).toMatchObject({ on: '2026-01-01' });
		expect(now).toBeCloseTo(90 / 365);
	});

	test('has a line for each treaty body, and on it what is due and what was done', () => {
		const { lanes } = year(
			committee('CMW/AZE/3', '2026-11-01'),
			committee('CAT/AZE/5', '2025-10-01', '2026-01-15')
		);
		expect(lanes.map(({ body, marks }) => [body, marks.length])).toEqual([
			['CAT', 1],
			['CMW', 1]
		]);
	});

	test('shows how late something is from its due day on: to today, or to when it came', () => {
		const day = 1 / 365;
		const lateOf = (due: IsoDate, metOn?: IsoDate) =>
			year(committee('CMW/AZE/3', due, metOn)).lanes[0]!.marks[0]!.late;
		const overdue = lateOf('2026-02-20')!;
		expect(overdue.to).toBeCloseTo(90 * day);
		expect(overdue.to - overdue.from).toBeCloseTo(10 * day);
		const received = lateOf('2026-01-05', '2026-01-15')!;
		expect(received.to).toBeCloseTo(44 * day);
		expect(received.to - received.from).toBeCloseTo(10 * day);
		expect(lateOf('2020-11-01')).toEqual({ from: 0, to: overdue.to });
		expect(lateOf('2026-03-02')).toBeNull();
		expect(lateOf('2026-01-15', '2026-01-15')).toBeNull();
	});

	test('keeps at its start what has been overdue for longer, and leaves out what lies outside of it or has no day', () => {
		const { lanes } = year(
			committee('CMW/AZE/3', '2020-11-01'),
			committee('CAT/AZE/5', '2027-11-01'),
			committee('CCPR/AZE/5', '2020-11-01', '2021-01-01'),
			committee('CRC/AZE/5', null)
		);
		expect(lanes).toMatchObject([{ body: 'CMW', marks: [{ at: 0 }] }]);
	});

	test('writes a name on the side that has room for it, or more of it', () => {
		const named = (width: number) =>
			yearOf([obligationOn(committee('CMW/AZE/3', '2026-06-20'), asOf)!], asOf, width).lanes[0]!.marks[0]!
				.name;
		expect([named(0.3), named(0.5), named(0.9)]).toEqual(['after', 'before', 'before']);
	});

	test('puts marks that would lie on each other into rows of their own', () => {
		const { lanes } = year(
			committee('CMW/AZE/3', '2026-11-01'),
			step('CMW/AZE/3', '2026-05-01'),
			step('CMW/AZE/3', '2026-05-04'),
			step('CMW/AZE/3', '2026-06-10')
		);
		expect(lanes[0]!.marks.map(({ row, name }) => [row, name])).toEqual([
			[0, null],
			[1, null],
			[0, null],
			[0, 'before']
		]);
	});
});
