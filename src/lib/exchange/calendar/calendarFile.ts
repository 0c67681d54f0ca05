import { calendarEvents, type CalendarContents } from './calendarEvents.ts';
import { eventLines } from './event.ts';
import { contentLine, escapeText } from './line.ts';

/**
 * Writes an iCalendar file (RFC 5545; `text/calendar`, in UTF-8) of what is owed in some cycles. The same log gives
 * the same bytes: `SEQUENCE` counts what was recorded in the cycle and `DTSTAMP` is the instant of the last of it.
 * A file made of more of the log corrects what a calendar took from an earlier one: a day moves, what was met loses
 * its alarms, and what is owed no longer is cancelled. Only two things are not taken back: a reminder of its own
 * whose lead was given up since, and what was asked for by an event that was redacted.
 * @returns null where nothing has a day: a file without an event is no calendar
 */
export function calendarFile(contents: CalendarContents): string | null {
	const { name, language } = contents.words;
	const events = calendarEvents(contents);
	if (events.length === 0) return null;
	return [
		contentLine('BEGIN', 'VCALENDAR'),
		contentLine('VERSION', '2.0'),
		contentLine('PRODID', '-//Servanda//Servanda//EN'),
		contentLine('CALSCALE', 'GREGORIAN'),
		contentLine('METHOD', 'PUBLISH'),
		contentLine(`NAME;LANGUAGE=${language}`, escapeText(name)),
		// Older than the standard name of the same, and what most programs still read.
		contentLine('X-WR-CALNAME', escapeText(name)),
		...events.map((event) => eventLines(event, language)),
		contentLine('END', 'VCALENDAR')
	].join('');
}
