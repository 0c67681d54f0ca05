import type { IsoDate } from './date.ts';

/**
 * The committees sit in Geneva and count their days there: the same deadline must not be overdue for one
 * reader and due for another because of where they sit.
 */
const geneva = 'Europe/Zurich';

/** Today's date in Geneva. @param now an instant, `2026-11-22T08:00:00Z`; the clock's where none is given */
export function genevaToday(now: string = instantNow()): IsoDate {
	return dayIn(geneva, now);
}

/** Today's date where the reader is, to set beside Geneva's where they differ. */
export function readersToday(now: string = instantNow()): IsoDate {
	return dayIn(Temporal.Now.timeZoneId(), now);
}

/** The first instant of a day in Geneva, in UTC, to the millisecond. */
export function startOfDay(day: IsoDate): string {
	const start = Temporal.PlainDate.from(day).toZonedDateTime(geneva);
	return start.toInstant().toString({ smallestUnit: 'millisecond' });
}

/** This instant, in UTC, to the millisecond. */
export function instantNow(): string {
	return Temporal.Now.instant().toString({ smallestUnit: 'millisecond' });
}

function dayIn(zone: string, now: string): IsoDate {
	return Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate().toString() as IsoDate;
}
