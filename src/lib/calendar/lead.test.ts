import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, dayOf } from './dayNumber.ts';
import type { IsoDate } from './date.ts';
import { shiftDate } from './interval.ts';
import { dayBefore, isLead, lengthOf, type Lead } from './lead.ts';

const before = (day: IsoDate, lead: Lead) => dayOf(dayBefore(dayNumber(day), lengthOf(lead)));

describe('a lead', () => {
	it.each([
		['2026-11-01', 'P12M', '2025-11-01'],
		['2024-03-31', 'P1M', '2024-02-29'],
		['2023-03-31', 'P1M', '2023-02-28'],
		['2024-02-29', 'P12M', '2023-02-28'],
		['2024-01-15', 'P1M', '2023-12-15'],
		['2024-03-07', 'P2W', '2024-02-22'],
		['2024-03-01', 'P1D', '2024-02-29'],
		['2024-03-01', 'P0D', '2024-03-01']
	] as const)('before %s, of %s, is %s', (day, lead, expected) => expect(before(day, lead)).toBe(expected));

	it('is counted as Temporal counts', () => {
		const anyDay = fc.integer({ min: dayNumber('0100-01-01'), max: dayNumber('2999-12-31') });
		// The ends of months are where ways of counting differ.
		const anyEnd = fc
			.record({ year: fc.integer({ min: 1900, max: 2400 }), month: fc.integer({ min: 1, max: 12 }) })
			.map(({ year, month }) => dayNumber(`${year}-${`${month}`.padStart(2, '0')}-01` as IsoDate) - 1);
		fc.assert(
			fc.property(
				fc.oneof(anyDay, anyEnd),
				fc.nat({ max: 999 }),
				fc.constantFrom('M' as const, 'W' as const, 'D' as const),
				(number, count, unit) => {
					const day = dayOf(number);
					const interval = unit === 'W' ? (`P${count * 7}D` as const) : (`P${count}${unit}` as const);
					expect(before(day, `P${count}${unit}`)).toBe(shiftDate(day, interval, 'before'));
				}
			),
			{ numRuns: 5000 }
		);
	});

	it('is written in one way only', () => {
		for (const lead of ['P12M', 'P2W', 'P1D', 'P0D', 'P999D']) expect(isLead(lead)).toBe(true);
		for (const text of ['', 'P', 'P0M', 'P0W', 'P01D', 'P1Y', 'P1000D', '1D', 'P1D ', 'P-1D', 'P1M2D'])
			expect(isLead(text)).toBe(false);
	});

	it('throws where it is none', () => {
		expect(() => lengthOf('P1Y' as Lead)).toThrow(RangeError);
	});
});
