import type { Envelope } from '#lib/envelope/envelope.ts';
import { calendarFile } from '#lib/exchange/calendar/calendarFile.ts';
import type { CalendarWords } from '#lib/exchange/calendar/words.ts';
import { policyOf } from '#lib/reminders/policyOf.ts';
import type { Preferences } from '#lib/reminders/preferences.ts';

/** What a calendar file is of: everything, some cycles, or one thing that is owed in one. */
export interface CalendarScope {
	streams: readonly string[] | null;
	obligation: string | null;
}

/** How clients keep what is ahead of a day: as alarms of one event, or as events of their own. */
export type CalendarForm = 'alarms' | 'events';

/** A file to be saved. */
export interface CalendarFile {
	name: string;
	content: string;
}

/** The calendar file of some events; null where nothing in them has a day. */
export function makeCalendar(
	{ streams, obligation }: CalendarScope,
	form: CalendarForm,
	events: readonly Envelope[],
	preferences: Preferences,
	words: CalendarWords
): CalendarFile | null {
	const content = calendarFile({
		events,
		includes: ({ id }) => obligation === null || id === obligation,
		leads: (owed) => policyOf(owed, preferences)?.before ?? [],
		form,
		words,
		url: () => null
	});
	const subject = obligation ?? (streams?.length === 1 ? streams[0]! : 'deadlines');
	return content === null ? null : { name: `servanda-${subject.replace(/[^\w-]+/g, '-')}.ics`, content };
}
