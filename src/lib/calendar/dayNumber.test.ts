import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber, dayOf, weekdayOf } from './dayNumber.ts';
import { shiftDate } from './interval.ts';

test('days are counted from 1 January 1970', () => {
	expect(dayNumber('1970-01-01')).toBe(0);
	expect(dayNumber('1969-12-31')).toBe(-1);
	expect(dayNumber('2024-03-01') - dayNumber('2024-02-28')).toBe(2);
	expect(dayNumber('2100-03-01') - dayNumber('2100-02-28')).toBe(1);
});

test('the number of every day that can be recorded is as many days after the first one', () => {
	const firstDay = dayNumber('0001-01-01');
	const lastDay = dayNumber('2999-12-31');
	fc.assert(
		fc.property(fc.integer({ min: 0, max: lastDay - firstDay }), (days) => {
			expect(dayNumber(shiftDate('0001-01-01', `P${days}D`))).toBe(firstDay + days);
		}),
		{ numRuns: 2000 }
	);
	expect(shiftDate('0001-01-01', `P${lastDay - firstDay}D`)).toBe('2999-12-31');
});

test('every number that a day has gives that day back, and its day of the week', () => {
	const firstDay = dayNumber('0001-01-01');
	const lastDay = dayNumber('2999-12-31');
	expect(dayOf(firstDay)).toBe('0001-01-01');
	expect(dayOf(lastDay)).toBe('2999-12-31');
	for (const day of ['1900-02-28', '2000-02-29', '2100-03-01', '2023-12-31', '2024-01-01'] as const)
		expect(dayOf(dayNumber(day))).toBe(day);
	fc.assert(
		fc.property(fc.integer({ min: firstDay, max: lastDay }), (number) => {
			const day = dayOf(number);
			expect(dayNumber(day)).toBe(number);
			expect(weekdayOf(number)).toBe(Temporal.PlainDate.from(day).dayOfWeek);
			expect(Temporal.PlainDate.from('1970-01-01').add({ days: number }).toString()).toBe(day);
		}),
		{ numRuns: 5000 }
	);
});
