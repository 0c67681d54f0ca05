import type { IsoDate } from './date.ts';

/** A length of calendar time in years, months or days, as ISO 8601 writes it: `P24M`, `P1Y`, `P90D`. */
export type Interval = `P${number}${'Y' | 'M' | 'D'}`;

/**
 * How an interval is counted, by name, so that a computed date can say it.
 *
 * `correspondingDay`: the day with the same number in the last month, or that month's last day where it has
 * no such number (29 February plus a year is 28 February). Source: European Convention on the Calculation of
 * Time-Limits (Basle, 1972), article 4 (2). Counted in one step from the original anchor, never in chains.
 */
export type Convention = 'correspondingDay';

/** The day an interval after (or, with `before`, ahead of) the anchor. Throws on a malformed interval. */
export function shiftDate(
	anchor: IsoDate,
	interval: Interval,
	direction: 'after' | 'before' = 'after'
): IsoDate {
	const day = Temporal.PlainDate.from(anchor);
	const length = Temporal.Duration.from(interval);
	const overflow = { overflow: 'constrain' } as const;
	return (
		direction === 'after' ? day.add(length, overflow) : day.subtract(length, overflow)
	).toString() as IsoDate;
}

/** The day after: when an unmet deadline becomes overdue. */
export const dayAfter = (day: IsoDate): IsoDate => shiftDate(day, 'P1D');
