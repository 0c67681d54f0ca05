import { dayNumber, dayOf } from '#lib/calendar/dayNumber.ts';
import { calendarEvents, type CalendarContents } from '#lib/exchange/calendar/calendarEvents.ts';
import type { CalendarEvent } from '#lib/exchange/calendar/event.ts';

/** An event as a program has read it, in the form in which all of them are compared. */
export interface ReadEvent {
	uid: string;
	sequence: number;
	/** The day it begins, and the day after its last. */
	from: string;
	to: string;
	summary: string;
	description: string;
	categories: readonly string[];
	status: string;
	/** Local times, `2026-10-18T09:00:00`, each with what is said, the earliest first. */
	alarms: readonly { at: string; text: string }[];
}

/** What a program should read, in the order of the ids. */
export const expectedEvents = (contents: CalendarContents): ReadEvent[] =>
	inOrder(calendarEvents(contents).map(expectedEvent));

/** Events in the order of their ids. */
export const inOrder = <Event extends { uid: string }>(events: readonly Event[]): Event[] =>
	events.toSorted((one, other) => (one.uid < other.uid ? -1 : 1));

function expectedEvent(event: CalendarEvent): ReadEvent {
	const { uid, sequence, on, summary, description, categories, status, alarms } = event;
	return {
		uid,
		sequence,
		from: on,
		to: dayOf(dayNumber(on) + 1),
		summary,
		description,
		categories,
		status,
		alarms: alarms.map(({ days, text }) => ({ at: `${dayOf(dayNumber(on) - days)}T09:00:00`, text }))
	};
}
