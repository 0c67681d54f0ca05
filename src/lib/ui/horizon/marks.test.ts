import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import type { ObligationOnDay, Standing } from '#lib/cycle/timeline/views.ts';
import { daysOf, marksOf, rowsOf, undatedPlace } from './marks.ts';
import { dayNumber } from '#lib/calendar/dayNumber.ts';

const asOf: IsoDate = '2026-11-22';

/** An obligation as far as it is drawn. */
function seen(standing: Standing, due: IsoDate | null, more: object = {}): ObligationOnDay {
	const date = { due, certainty: 'exact', from: '2021-10-08', ...more };
	return {
		obligation: { id: `${due}`, dates: [date] },
		standing,
		date,
		group: 'later'
	} as unknown as ObligationOnDay;
}

describe('what is drawn', () => {
	test('late is a length: from the due day to the day one looks from', () => {
		const [mark] = marksOf([seen({ kind: 'overdue', days: 21 }, '2026-11-01')], asOf).owed;
		expect(mark).toMatchObject({ shape: 'late', from: dayNumber('2026-11-01'), to: dayNumber(asOf) });
		expect(mark!.to - mark!.from).toBe(21);
	});

	test('received late keeps its length, up to the day of receipt', () => {
		const [mark] = marksOf([seen({ kind: 'met', on: '2024-01-17', daysLate: 77 }, '2023-11-01')], asOf).done;
		expect(mark).toMatchObject({
			shape: 'metLate',
			from: dayNumber('2023-11-01'),
			to: dayNumber('2024-01-17')
		});
	});

	test('received in time, or without a date to be late against, is a point', () => {
		for (const daysLate of [0, null])
			expect(marksOf([seen({ kind: 'met', on: '2024-01-17', daysLate }, null)], asOf).done[0]).toMatchObject({
				shape: 'done',
				from: dayNumber('2024-01-17'),
				to: dayNumber('2024-01-17')
			});
	});

	test('due today is no length', () => {
		const [mark] = marksOf([seen({ kind: 'dueToday' }, asOf)], asOf).owed;
		expect(mark!.from).toBe(mark!.to);
	});

	test('without a date it has no place on the line, and does not stretch the view', () => {
		const marks = marksOf([seen({ kind: 'noDate' }, null)], asOf);
		expect(marks.undated).toHaveLength(1);
		expect(daysOf(marks)).toEqual([]);
	});

	test('a date that moved leaves its first day visible, but none that was not known yet', () => {
		const one = seen({ kind: 'dueIn', days: 39 }, '2026-12-31');
		const dates = [
			{ due: '2026-11-01', from: '2021-10-08' },
			{ due: '2026-12-31', from: '2026-10-01' },
			{ due: '2027-06-30', from: '2026-12-01' }
		];
		const moved = { ...one, obligation: { ...one.obligation, dates } } as unknown as ObligationOnDay;
		expect(marksOf([moved], asOf).owed[0]!.former).toEqual([dayNumber('2026-11-01')]);
	});
});

describe('rows', () => {
	const many = (count: number) =>
		marksOf(
			Array.from({ length: count }, () => seen({ kind: 'overdue', days: 21 }, '2026-11-01')),
			asOf
		);

	test('a few are written on; many are denser and still fit a screen', () => {
		expect(rowsOf(many(2), 1000)).toMatchObject({ labelled: true });
		const dense = rowsOf(many(60), 1000);
		expect(dense.labelled).toBe(false);
		expect(dense.height).toBeLessThan(620);
		expect(dense.row).toBeGreaterThanOrEqual(8);
	});

	test('what is owed ends above the line, what is done begins beneath it', () => {
		const rows = rowsOf(
			marksOf(
				[seen({ kind: 'dueToday' }, asOf), seen({ kind: 'met', on: '2024-01-17', daysLate: 0 }, null)],
				asOf
			),
			1000
		);
		expect(rows.owedFrom + rows.row).toBeLessThanOrEqual(rows.axis);
		expect(rows.doneFrom).toBeGreaterThan(rows.axis);
	});

	test('many without a date stand side by side and break into lines, all within the picture', () => {
		const marks = marksOf(
			Array.from({ length: 60 }, () => seen({ kind: 'noDate' }, null)),
			asOf
		);
		const rows = rowsOf(marks, 358);
		const places = marks.undated.map((_, place) => undatedPlace(rows, 358, place));
		expect(new Set(places.map(({ fromStart, top }) => `${fromStart} ${top}`)).size).toBe(60);
		for (const { fromStart, top, height } of places) {
			expect(fromStart + height).toBeLessThanOrEqual(358);
			expect(top + height).toBeLessThanOrEqual(rows.height);
		}
	});
});
