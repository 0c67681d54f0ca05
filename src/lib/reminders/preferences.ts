import type { IsoDate } from '#lib/calendar/date.ts';
import type { Lead } from '#lib/calendar/lead.ts';

/** The kinds of obligation that have a policy of their own; all others share one of these. */
export type PolicyKind = 'replies' | 'followUp' | 'nextReport' | 'preparationStep';

/** When something that is owed is spoken of. */
export interface Policy {
	/** Before it is due, and on the day itself (`P0D`). In any order; each once. */
	before: readonly Lead[];
	/** Once it is overdue: on the first day, and then every so many days; null says nothing of what is overdue. */
	overdueEvery: number | null;
	/** When it is overdue for long, more often, and for somebody else's ears. */
	secondStep: SecondStep | null;
}

export interface SecondStep {
	/** Begins after so many days overdue. */
	after: number;
	/** From then on every so many days, in place of `overdueEvery`. */
	every: number;
	/** Whom to bring it to, in the user's own words; may be empty. */
	to: string;
}

/** Times of the day on the reader's own clock, `20:00` to `07:00`; the night between is quiet. */
export interface QuietHours {
	from: string;
	to: string;
}

/** What somebody set on this device. Plain JSON, kept in the device's part of the database: a worker reads it too. */
export interface Preferences {
	/** For each kind of obligation. */
	policies: Readonly<Record<PolicyKind, Policy>>;
	/** For single obligations, by their ids; null: nothing is said of it. */
	own: Readonly<Record<string, Policy | null>>;
	quietHours: QuietHours | null;
	/** Days of the week on which nobody works: 1 is Monday, 7 is Sunday. */
	nonWorkingWeekdays: readonly number[];
	/** Single days on which nobody works, with their names. */
	nonWorkingDays: readonly { on: IsoDate; name: string }[];
	/** After so many days without a look, what has gathered is told as one. */
	digestAfter: number;
}
