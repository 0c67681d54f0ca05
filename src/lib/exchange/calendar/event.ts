import type { IsoDate } from '#lib/calendar/date.ts';
import { dayNumber, dayOf } from '#lib/calendar/dayNumber.ts';
import { triggerOf } from './leadDays.ts';
import { contentLine, escapeText } from './line.ts';

/** An event of a whole day, as a calendar has it. */
export interface CalendarEvent {
	/** By it a calendar knows the event again. */
	uid: string;
	/** Of two with one id, the one with the higher number holds. */
	sequence: number;
	/** The instant at which what it says was recorded, in UTC. */
	recordedAt: string;
	on: IsoDate;
	summary: string;
	description: string;
	url: string | null;
	categories: readonly string[];
	status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
	/** Each so many days before, at nine in the morning. */
	alarms: readonly { days: number; text: string }[];
}

/** Writes an event, its properties always in one order. @param language of all its texts, as BCP 47 has it */
export function eventLines(event: CalendarEvent, language: string): string {
	const { uid, sequence, recordedAt, on, summary, description, url, categories, status, alarms } = event;
	const stamp = recordedAt.replace(/[-:]|\.\d+/g, '');
	const text = (name: string, ...texts: readonly string[]) =>
		contentLine(`${name};LANGUAGE=${language}`, texts.map(escapeText).join(','));
	return [
		contentLine('BEGIN', 'VEVENT'),
		contentLine('UID', uid),
		contentLine('DTSTAMP', stamp),
		contentLine('LAST-MODIFIED', stamp),
		contentLine('SEQUENCE', `${sequence}`),
		contentLine('DTSTART;VALUE=DATE', compact(on)),
		contentLine('DTEND;VALUE=DATE', compact(dayOf(dayNumber(on) + 1))),
		text('SUMMARY', summary),
		description && text('DESCRIPTION', description),
		url === null ? '' : contentLine('URL', url),
		categories.length ? text('CATEGORIES', ...categories) : '',
		contentLine('STATUS', status),
		// It takes nobody's time.
		contentLine('TRANSP', 'TRANSPARENT'),
		...alarms.flatMap((alarm) => [
			contentLine('BEGIN', 'VALARM'),
			contentLine('ACTION', 'DISPLAY'),
			text('DESCRIPTION', alarm.text),
			contentLine('TRIGGER', triggerOf(alarm.days)),
			contentLine('END', 'VALARM')
		]),
		contentLine('END', 'VEVENT')
	].join('');
}

const compact = (date: IsoDate): string => date.replaceAll('-', '');
