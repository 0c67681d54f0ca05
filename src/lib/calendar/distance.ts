import type { IsoDate } from './date.ts';
import { dayNumber } from './dayNumber.ts';

/** How far a deadline is from the day one looks from. Days are whole and positive. */
export type Distance =
	{ kind: 'overdue'; days: number } | { kind: 'dueToday' } | { kind: 'dueIn'; days: number };

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
	return dayNumber(to) - dayNumber(from);
}

/** How far `due` is, seen on `asOf`. On the due day itself nothing is overdue. */
export function distanceTo(due: IsoDate, asOf: IsoDate): Distance {
	const days = daysBetween(asOf, due);
	if (days < 0) return { kind: 'overdue', days: -days };
	return days === 0 ? { kind: 'dueToday' } : { kind: 'dueIn', days };
}

/** Whole days by which something received came after its due day; 0 when in time, on the day included. */
export function daysLate(due: IsoDate, received: IsoDate): number {
	return Math.max(0, daysBetween(due, received));
}
