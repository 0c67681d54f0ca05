import { dayNumber, lastDayOf, partsOf } from './dayNumber.ts';
import type { IsoDate } from './date.ts';

/**
 * Whole months from one day to a later one, counted as an interval is: up to the corresponding day, or to the last
 * of a month that has no such day. The greatest number of months that, added to the first day, do not pass the other.
 */
export function wholeMonths(from: IsoDate, to: IsoDate): number {
	const [start, end] = [partsOf(dayNumber(from)), partsOf(dayNumber(to))];
	const corresponding = Math.min(start.ofMonth, lastDayOf(end.year, end.month));
	const months = (end.year - start.year) * 12 + end.month - start.month;
	return end.ofMonth < corresponding ? months - 1 : months;
}
