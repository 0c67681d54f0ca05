import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from './dayNumber.ts';
import { shiftDate } from './interval.ts';
import { wholeMonths } from './span.ts';

test('a month is full on its corresponding day, and on the last day of a month without one', () => {
	expect(wholeMonths('2014-08-22', '2025-11-21')).toBe(134);
	expect(wholeMonths('2014-08-22', '2025-11-22')).toBe(135);
	expect(wholeMonths('2024-01-31', '2024-02-28')).toBe(0);
	expect(wholeMonths('2024-01-31', '2024-02-29')).toBe(1);
});

test('it is the most months that can be added without passing the day', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 20_000 }), fc.nat({ max: 9_000 }), (start, length) => {
			const [from, to] = [dayOf(start), dayOf(start + length)];
			const months = wholeMonths(from, to);
			expect(shiftDate(from, `P${months}M`) <= to).toBe(true);
			expect(shiftDate(from, `P${months + 1}M`) > to).toBe(true);
		})
	);
});
