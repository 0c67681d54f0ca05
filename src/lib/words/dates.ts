import type { IsoDate } from '#lib/calendar/date.ts';
import { dayEndingAt } from '#lib/calendar/instant.ts';
import { formatDate, formatInstant, formatMonth } from '#lib/calendar/format.ts';
import type { Interval } from '#lib/calendar/interval.ts';
import { m } from './catalogue/messages.js';

/** The locale that dates, numbers and names are formatted in: the language's own, in the form the UN uses. */
export const formatLocale = (): string => m.locale_for_dates();

/** "1 November 2026"; a line never breaks between the figure of the day and its month. */
export const day = (date: IsoDate): string =>
	formatDate(date, formatLocale()).replace(/(?<=\d) (?=\p{Letter})/u, '\u00a0');

/** "Nov 2026". */
export const month = (date: IsoDate): string => formatMonth(date, formatLocale());

/** "7 Mar 2024, 09:00", at the reader's place. */
export const instant = (at: string): string => formatInstant(at, formatLocale());

/** An instant that one looks back to: the day in Geneva that ends with it, else the instant itself. */
export function moment(at: string): string {
	const ended = dayEndingAt(at);
	return ended ? day(ended) : instant(at);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Making a formatter is slow and formatting is not, so one is made for each language. */
function numberFormat(): Intl.NumberFormat {
	const locale = formatLocale();
	const known = formats.get(locale) ?? new Intl.NumberFormat(locale);
	formats.set(locale, known);
	return known;
}

/** A whole number with the separators of the language. */
export const count = (number: number): string => numberFormat().format(number);

/** "16, 36, 60 and 62". */
export const list = (items: readonly string[]): string =>
	new Intl.ListFormat(formatLocale(), { type: 'conjunction' }).format(items);

/** "24 months". */
export function intervalWords(interval: Interval): string {
	const days = Number.parseInt(interval.slice(1), 10);
	const words = { Y: m.interval_years, M: m.interval_months, D: m.interval_days };
	return words[interval.at(-1) as keyof typeof words]({ days, number: count(days) });
}
