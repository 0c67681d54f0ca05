import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from './date.ts';
import { daysBetween } from './distance.ts';
import { dayAfter, shiftDate, type Interval } from './interval.ts';

describe('shiftDate', () => {
	it.each([
		['2024-02-29', 'P1Y', 'after', '2025-02-28'],
		['2024-02-29', 'P4Y', 'after', '2028-02-29'],
		['2024-02-29', 'P12M', 'after', '2025-02-28'],
		['2024-02-29', 'P1Y', 'before', '2023-02-28'],
		['2024-01-31', 'P1M', 'after', '2024-02-29'],
		['2023-01-31', 'P1M', 'after', '2023-02-28'],
		['2023-01-31', 'P3M', 'after', '2023-04-30'],
		['2024-03-31', 'P1M', 'before', '2024-02-29'],
		['2021-10-08', 'P24M', 'after', '2023-10-08'],
		['2023-12-31', 'P1D', 'after', '2024-01-01'],
		['2024-02-28', 'P1D', 'after', '2024-02-29'],
		['2024-03-01', 'P1D', 'before', '2024-02-29'],
		['2023-11-01', 'P90D', 'after', '2024-01-30'],
		['2023-11-01', 'P0D', 'after', '2023-11-01']
	] as const)('%s, %s %s, is %s', (anchor, interval, direction, shifted) =>
		expect(shiftDate(anchor, interval, direction)).toBe(shifted)
	);

	it('counts in one step: two months after 31 January is 31 March, though a month is 29 February', () => {
		expect(shiftDate('2024-01-31', 'P2M')).toBe('2024-03-31');
		expect(shiftDate(shiftDate('2024-01-31', 'P1M'), 'P1M')).toBe('2024-03-29');
	});

	it('throws on what is no interval', () => {
		expect(() => shiftDate('2024-01-31', 'PxM' as Interval)).toThrow(RangeError);
	});

	it('has the next day for the day after', () => {
		expect(dayAfter('2026-11-01')).toBe('2026-11-02');
		expect(dayAfter('2023-02-28')).toBe('2023-03-01');
		expect(dayAfter('2026-12-31')).toBe('2027-01-01');
	});
});

const python = '/usr/bin/python3';
const hasDateutil = spawnSync(python, ['-c', 'import dateutil.relativedelta']).status === 0;
const asDateutilCounts = `
import json, sys
from datetime import date
from dateutil.relativedelta import relativedelta
units = {'Y': 'years', 'M': 'months', 'D': 'days'}
for case in (answers := json.load(sys.stdin)):
    anchor, other = date.fromisoformat(case['anchor']), date.fromisoformat(case['other'])
    length = relativedelta(**{units[case['unit']]: case['count']})
    case['shifted'] = str(anchor + length if case['direction'] == 'after' else anchor - length)
    case['days'] = (other - anchor).days
json.dump(answers, sys.stdout)
`;

describe.skipIf(!hasDateutil)('against python3-dateutil (skipped where it is not installed)', () => {
	it('agrees on 10,000 intervals and differences', () => {
		const day = fc.oneof(
			fc
				.date({ min: new Date('1950-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
				.map((date) => date.toISOString().slice(0, 10) as IsoDate),
			// The ends of months are where conventions differ.
			fc
				.tuple(
					fc.integer({ min: 1950, max: 2150 }),
					fc.constantFrom('01-31', '02-28', '03-31', '08-31', '11-30')
				)
				.map(([year, end]) => `${year}-${end}` as IsoDate),
			// 1952 to 2096: four divides 2100 too, but it is no leap year.
			fc.integer({ min: 488, max: 524 }).map((leap) => `${leap * 4}-02-29` as IsoDate)
		);
		const length = fc.oneof(
			fc.record({ unit: fc.constant('Y' as const), count: fc.nat(60) }),
			fc.record({ unit: fc.constant('M' as const), count: fc.nat(720) }),
			fc.record({ unit: fc.constant('D' as const), count: fc.nat(20_000) })
		);
		const cases = fc
			.sample(
				fc.tuple(
					fc.record({
						anchor: day,
						other: day,
						direction: fc.constantFrom('after' as const, 'before' as const)
					}),
					length
				),
				{ numRuns: 10_000, seed: 20_261_122 }
			)
			.map(([days, interval]) => ({ ...days, ...interval }));

		const ours = cases.map((each) => ({
			...each,
			shifted: shiftDate(each.anchor, `P${each.count}${each.unit}`, each.direction),
			days: daysBetween(each.anchor, each.other)
		}));
		const answer = execFileSync(python, ['-c', asDateutilCounts], {
			input: JSON.stringify(cases),
			encoding: 'utf8',
			maxBuffer: 64 * 1024 * 1024
		});
		expect(ours).toEqual(JSON.parse(answer));
	}, 60_000);
});
