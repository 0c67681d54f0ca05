import type { IsoDate } from '#lib/calendar/date.ts';
import type { Appointment } from './appointment.ts';

/** What a calendar says, in one language. A sentence here never speaks of today. */
export interface CalendarWords {
	/** The language of the sentences, as BCP 47 has it: `ar`, `zh-Hans`. */
	language: string;
	/** What the calendar is called. */
	name: string;
	/** What is owed, in a line, and how that ended: "Met: …". */
	summary(appointment: Appointment): string;
	/** Why it is due that day; may have several lines. */
	description(appointment: Appointment): string;
	/** What is said of it on a day ahead, or on the day itself. */
	reminder(appointment: Appointment, on: IsoDate): string;
	/**
	 * Under what it may be looked for: the committee, the State, the kind of duty. Best without a comma, which
	 * python3-icalendar takes for the end of one even where it is escaped.
	 */
	categories(appointment: Appointment): readonly string[];
}
