import { lastDayOf, numberOfDay, partsOf, type DayNumber } from './dayNumber.ts';

/**
 * The day so many months after another, or before it where they are negative, by the convention `correspondingDay`
 * of `shiftDate`, and by arithmetic alone: for where thousands of days are shifted at once.
 */
export function shiftMonths(day: DayNumber, months: number): DayNumber {
	const from = partsOf(day);
	const counted = from.year * 12 + from.month - 1 + months;
	const year = Math.floor(counted / 12);
	const month = counted - year * 12 + 1;
	return numberOfDay(year, month, Math.min(from.ofMonth, lastDayOf(year, month)));
}
