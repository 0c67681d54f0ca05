import type { Lead } from '#lib/calendar/lead.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { appointmentsOf, type Appointment } from './appointment.ts';
import type { CalendarEvent } from './event.ts';
import { leadDays, type LeadDay } from './leadDays.ts';
import type { CalendarWords } from './words.ts';

/** What goes into a calendar, and how. */
export interface CalendarContents {
	/** All events of the cycles that are meant, in any order: of one, of a desk, of everything. */
	events: readonly Envelope[];
	/** Which of their obligations are meant: all, or the one that a file is of. */
	includes: (obligation: Owed) => boolean;
	/** How long ahead an obligation is spoken of; no leads where nothing is to be said. */
	leads: (obligation: Owed) => readonly Lead[];
	/**
	 * - `alarms`: each obligation is one event with an alarm for each lead
	 * - `events`: each lead but the day itself is an event of its own, for programs that keep one alarm or none
	 */
	form: 'alarms' | 'events';
	words: CalendarWords;
	/** The address at which an obligation can be looked at; null where there is none to give. */
	url: (obligation: Owed) => string | null;
}

/**
 * The events of a calendar: one for every obligation that has or had a day, and in the form `events` one for every
 * lead. Cycle by cycle in the order of their names. Of the log and the contents alone, never of today.
 */
export function calendarEvents(contents: CalendarContents): CalendarEvent[] {
	const streams = [...Map.groupBy(contents.events, ({ stream }) => stream)];
	return streams
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.flatMap(([stream, own]) => {
			const version = versionOf(own);
			return appointmentsOf(stream, own)
				.filter(({ obligation }) => contents.includes(obligation))
				.flatMap((appointment) => eventsOf(appointment, version, contents));
		});
}

type Version = Pick<CalendarEvent, 'sequence' | 'recordedAt'>;

/** How new is what a cycle says. A log is only added to, so both numbers only grow. */
const versionOf = (own: readonly Envelope[]): Version => ({
	sequence: own.length,
	recordedAt: own.reduce((last, { recordedAt }) => (recordedAt > last ? recordedAt : last), '')
});

function eventsOf(appointment: Appointment, version: Version, contents: CalendarContents): CalendarEvent[] {
	const { obligation, date, standing } = appointment;
	const { leads, form, words, url } = contents;
	const isOpen = standing === 'open';
	const days = leadDays(date.due, leads(obligation));
	const uid = uidOf(obligation.id);
	const common = {
		...version,
		description: words.description(appointment),
		url: url(obligation),
		categories: words.categories(appointment)
	};
	const reminder = ({ lead, on }: LeadDay): CalendarEvent => {
		const text = isOpen ? words.reminder(appointment, on) : words.summary(appointment);
		return {
			...common,
			// Known by its lead and not by its day, so that it moves with the day that is due.
			uid: `${uid}.${lead}`,
			on,
			summary: text,
			status: isOpen ? 'CONFIRMED' : 'CANCELLED',
			alarms: isOpen ? [{ days: 0, text }] : []
		};
	};
	// Two leads may come to one day, as a month and thirty days do: one alarm says it.
	const alarms = (form === 'alarms' ? days : days.filter(isOnTheDay))
		.filter((one, place, all) => one.days !== all[place - 1]?.days)
		.map((one) => ({ days: one.days, text: words.reminder(appointment, one.on) }));
	return [
		{
			...common,
			uid,
			on: date.due,
			summary: words.summary(appointment),
			status: statusOf(appointment),
			alarms: isOpen ? alarms : []
		},
		...(form === 'events' ? days.filter((one) => !isOnTheDay(one)).map(reminder) : [])
	];
}

const isOnTheDay = ({ days }: LeadDay): boolean => days === 0;

function statusOf({ standing, date }: Appointment): CalendarEvent['status'] {
	if (standing !== 'open' && standing !== 'met') return 'CANCELLED';
	return date.certainty === 'provisional' ? 'TENTATIVE' : 'CONFIRMED';
}

/**
 * The id of an obligation as calendars know it: `servanda.CMW.AZE.3.followUp-1`. It holds nothing but what is safe
 * in a file name and in an address, for which many programs take it, and no domain, as there is none.
 */
const uidOf = (obligation: string): string => `servanda.${obligation.replace(/[/#]/g, '.')}`;
