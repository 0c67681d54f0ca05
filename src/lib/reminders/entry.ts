import type { IsoDate } from '#lib/calendar/date.ts';
import type { Reminder, Transition } from './reminder.ts';

/**
 * How something was said.
 * - `page`: in the open app
 * - `notification`: by the system, from a page or from the worker
 * - `digest`: with others, as one
 * - `here`: not said, because this very page had recorded it
 */
export type Channel = 'page' | 'notification' | 'digest' | 'here';

/** What the ledger holds of one thing that was said. It is written before the thing is shown. */
export interface Entry {
	key: string;
	/** The instant it was put down. */
	at: string;
	channel: Channel;
	/** Whether it is known to have been shown. One that is not, an hour later, is said again. */
	shown: boolean;
	/** Somebody has seen it in the inbox. */
	read: boolean;
	told: ({ kind: 'reminder' } & Reminder) | ({ kind: 'transition' } & Transition);
}

/** A reminder that was put off: of one obligation, as long as it is due on that day. */
export interface Snooze {
	obligation: string;
	due: IsoDate;
	/** The day it comes back. */
	until: IsoDate;
	/** The instant it was put off. */
	at: string;
}

/** What was said on this device, by key; and what was put off, by obligation. */
export interface Ledger {
	entries: ReadonlyMap<string, Entry>;
	snoozes: ReadonlyMap<string, Snooze>;
}
