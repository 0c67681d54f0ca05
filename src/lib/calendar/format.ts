import type { IsoDate } from './date.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter is slow and formatting is not, so each is made once. */
function formatFor(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = `${locale} ${JSON.stringify(options)}`;
	let format = formats.get(key);
	if (!format) {
		// Treaty bodies count in the Gregorian calendar, whatever the reader's locale would choose.
		format = new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory' });
		formats.set(key, format);
	}
	return format;
}

const noon = (day: IsoDate) => new Date(`${day}T12:00:00Z`);

/** A day in full, in the reader's language: "1 November 2023" for `en-GB`. */
export function formatDate(day: IsoDate, locale: string): string {
	return formatFor(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
		noon(day)
	);
}

/** A month for the marks of a time line: "Nov 2023". */
export function formatMonth(day: IsoDate, locale: string): string {
	return formatFor(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(noon(day));
}

/** An instant at the reader's place, to the minute: when something was recorded. */
export function formatInstant(instant: string, locale: string): string {
	return formatFor(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}
