import type { IsoDate } from '#lib/calendar/date.ts';
import { daysBetween } from '#lib/calendar/distance.ts';
import { wholeMonths } from '#lib/calendar/span.ts';
import type { ObligationOnDay } from '#lib/cycle/timeline/views.ts';
import { m } from './catalogue/messages.js';
import { count } from './dates.ts';

/** How long from one day to a later one: "11 years and 3 months"; in days where that is less than a year. */
export function spanWords(from: IsoDate, to: IsoDate): string {
	const months = wholeMonths(from, to);
	if (months < 12) {
		const days = daysBetween(from, to);
		return whole(m.monitor_span_days({ days, number: count(days) }));
	}
	const years = yearsWords(Math.floor(months / 12));
	const rest = months % 12;
	if (rest === 0) return years;
	const told = whole(m.monitor_span_months({ days: rest, number: count(rest) }));
	return m.monitor_span_both({ years, months: told });
}

/** "5 years". */
export const yearsWords = (years: number): string =>
	whole(m.monitor_span_years({ days: years, number: count(years) }));

/** A line never breaks between a number and what it counts. */
const whole = (words: string): string => words.replaceAll(' ', '\u00a0');

/** Below two years days can still be pictured. */
const monthsInDays = 24;

/** How long something is overdue, once that is more than days can say: "That is 22 years and 10 months."; else null. */
export function overdueSpan({ group, date }: ObligationOnDay, asOf: IsoDate): string | null {
	if (group !== 'overdue' || !date.due || wholeMonths(date.due, asOf) < monthsInDays) return null;
	return m.monitor_span_told({ span: spanWords(date.due, asOf) });
}
