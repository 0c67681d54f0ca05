import type { IsoDate } from '#lib/calendar/date.ts';
import type { ReminderEntry } from './inbox.ts';

/** What the inbox can do. */
export interface InboxVerbs {
	/** Where something that is owed is looked at, by its id, or a cycle, by its stream. */
	hrefOf: (id: string) => string;
	/** Puts reminders off; what they speak of stays due when it is due. */
	putOff: (entries: readonly ReminderEntry[], until: IsoDate) => void;
	/** Takes back that one was put off. */
	callBack: (entry: ReminderEntry) => void;
	markRead: (keys: readonly string[]) => void;
}

/** The two forms of a calendar file: alarms on the day itself, or each reminder as an event of its own. */
export type CalendarForm = 'alarms' | 'events';
