import type { IsoDate } from '#lib/calendar/date.ts';
import type { Lead } from '#lib/calendar/lead.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';

/** What a reminder says of the day something is due. */
export type Occasion =
	| { kind: 'before'; lead: Lead }
	/** So many days overdue on the day it is said; in the second step, whom to bring it to. */
	| { kind: 'overdue'; days: number; step: 1 | 2; to: string }
	/** One that was put off comes back. */
	| { kind: 'snoozed'; until: IsoDate };

/** Something to be said on a day about something that is owed. */
export interface Reminder {
	/**
	 * The obligation, the day it is due, and the occasion: `CMW/AZE/3#followUp-1~2023-11-01~P1M`. A day that was
	 * moved makes other keys, so that what was said of the day before it does not count.
	 */
	key: string;
	/** The obligation's id. */
	obligation: string;
	stream: string;
	duty: Owed['duty'];
	due: IsoDate;
	/** The day to say it: a working day, but for one that was put off to a day somebody chose. */
	on: IsoDate;
	occasion: Occasion;
}

/** A cycle came into another state by what an import, a colleague's file or another tab brought. */
export interface Transition {
	/** The cycle, the state and its first day: `CMW/AZE/3~followUp.assessed~2024-05-02`. */
	key: string;
	stream: string;
	states: readonly string[];
	on: IsoDate;
}
