import type { IsoDate } from '#lib/calendar/date.ts';
import { dayNumber } from '#lib/calendar/dayNumber.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';
import { openOn } from './openOn.ts';

/** The badge counts what is due within so many days, and what is overdue. */
const within = 7;

/** The number on the app's badge on a day. */
export function badgeCount(obligations: Iterable<Owed>, asOf: IsoDate): number {
	const last = dayNumber(asOf) + within;
	return openOn(obligations, asOf).filter(({ day }) => day <= last).length;
}
