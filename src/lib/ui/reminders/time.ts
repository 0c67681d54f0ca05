import { formatLocale } from '#lib/words/dates.ts';

/** The time of day of an instant, on the reader's clock: "09:00". */
export const timeOfDay = (at: string): string =>
	new Intl.DateTimeFormat(formatLocale(), { timeStyle: 'short' }).format(new Date(at));

/** The name of a day of the week: 1 is Monday, 7 is Sunday. */
export const weekdayName = (weekday: number): string =>
	new Intl.DateTimeFormat(formatLocale(), { weekday: 'long', timeZone: 'UTC' }).format(
		// The first of January 2024 was a Monday.
		new Date(Date.UTC(2024, 0, weekday))
	);

/** The instant so many hours after another. */
export const hoursAfter = (at: string, hours: number): string =>
	new Date(Date.parse(at) + hours * 3_600_000).toISOString();
