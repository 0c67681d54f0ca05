import type { IsoDate } from '#lib/calendar/date.ts';
import { daysBetween } from '#lib/calendar/distance.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { CalendarContents } from './calendarEvents.ts';
import type { CalendarWords } from './words.ts';

/** Plain words for tests, which tell apart whatever differs. */
export const plainWords: CalendarWords = {
	language: 'en',
	name: 'Reports, and more',
	summary: ({ obligation, standing }) =>
		standing === 'open' ? obligation.id : `${standing}: ${obligation.id}`,
	description: ({ date }) =>
		`Set on ${date.from}; ${date.certainty},\n${date.setBy.source?.document ?? 'no source'}`,
	reminder: ({ obligation, date }, on: IsoDate) => `${obligation.id} in ${daysBetween(on, date.due)} days`,
	categories: ({ obligation }) => [obligation.stream.split('/')[0]!, obligation.duty]
};

/** What a calendar of some events is made of, with plain words and two leads, where nothing else is said. */
export const contentsOf = (
	events: readonly Envelope[],
	more: Partial<CalendarContents> = {}
): CalendarContents => ({
	events,
	includes: () => true,
	leads: () => ['P1M', 'P14D', 'P0D'],
	form: 'alarms',
	words: plainWords,
	url: () => null,
	...more
});
