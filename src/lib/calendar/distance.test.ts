import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from './date.ts';
import { daysBetween, daysLate, distanceTo } from './distance.ts';
import { dayAfter } from './interval.ts';

const day = fc
	.date({ min: new Date('1950-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10) as IsoDate);

describe('distances', () => {
	it('are never overdue on the due day, and overdue from the day after', () => {
		expect(distanceTo('2023-11-01', '2023-10-31')).toEqual({ kind: 'dueIn', days: 1 });
		expect(distanceTo('2023-11-01', '2023-11-01')).toEqual({ kind: 'dueToday' });
		expect(distanceTo('2023-11-01', '2023-11-02')).toEqual({ kind: 'overdue', days: 1 });
		fc.assert(
			fc.property(day, (due) => {
				expect(distanceTo(due, due)).toEqual({ kind: 'dueToday' });
				expect(distanceTo(due, dayAfter(due))).toEqual({ kind: 'overdue', days: 1 });
			})
		);
	});

	it('know the follow-up of Azerbaijan: due 1 November 2023, received 17 January 2024, 77 days late', () => {
		expect(daysLate('2023-11-01', '2024-01-17')).toBe(77);
		expect(daysLate('2023-11-01', '2023-11-01')).toBe(0);
		expect(daysLate('2023-11-01', '2023-10-01')).toBe(0);
	});

	it('agree with each other, and with the other way round', () => {
		fc.assert(
			fc.property(day, day, (one, other) => {
				const days = daysBetween(one, other);
				expect(daysBetween(other, one) + days).toBe(0);
				expect(days).toBe((Date.parse(other) - Date.parse(one)) / 86_400_000);
				expect(Math.sign(days)).toBe(other > one ? 1 : other < one ? -1 : 0);
				expect(distanceTo(other, one)).toEqual(
					days > 0
						? { kind: 'dueIn', days }
						: days < 0
							? { kind: 'overdue', days: -days }
							: { kind: 'dueToday' }
				);
				expect(daysLate(one, other)).toBe(Math.max(0, days));
			}),
			{ numRuns: 2000 }
		);
	});

	it('add up over a day between', () => {
		fc.assert(
			fc.property(day, day, day, (one, between, other) => {
				expect(daysBetween(one, between) + daysBetween(between, other)).toBe(daysBetween(one, other));
			})
		);
	});
});
