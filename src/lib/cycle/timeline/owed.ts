import type { IsoDate } from '#lib/calendar/date.ts';
import type { Duty } from '../deadline.ts';
import type { Unit } from '../units.ts';

/** By when something is owed, without its reasons. */
export interface OwedDate {
	/** The day; null where none was stated and none can be computed. */
	due: IsoDate | null;
	certainty: 'exact' | 'provisional' | 'undated';
	/** A stated or agreed day beats a computed one; `planned` is a day the State set itself. */
	basis: 'stated' | 'agreed' | 'computed' | 'unstated' | 'planned';
	/** First day this date was in force. */
	from: IsoDate;
}

/** What everything that is due by a day has, as far as it must be known to say how it stands on any day. */
interface OwedAtAll {
	/** Stable: the stream, the duty and the round, `CMW/AZE/3#followUp-1`; of a step, what it serves and its own id. */
	id: string;
	stream: string;
	/** What is asked about; empty where the whole is meant. */
	units: readonly Unit[];
	/** The numbers of the report that is owed; empty for other duties. */
	reportNumbers: readonly number[];
	/** The fact that asked for it, or the plan that first named it. */
	openedBy: { on: IsoDate };
	/** Every date it had, the first one first. Never empty. */
	dates: readonly OwedDate[];
	/** How it came to an end: met, overtaken by a later step of the cycle, or closed by the committee. */
	ending: { how: 'met' | 'overtaken' | 'closed'; on: IsoDate } | null;
}

/** Something a State owes a committee. */
export interface OwedToCommittee extends OwedAtAll {
	duty: Duty;
}

/** A step by which a State prepares what it owes: due to nobody but itself. Units and reports are those it serves. */
export interface OwnStep extends OwedAtAll {
	duty: 'preparationStep';
	step: StepOfPlan;
}

/** Which step it is, and of what. */
export interface StepOfPlan {
	/** The id of the obligation it prepares. */
	for: string;
	/** The duty of that obligation. */
	serves: Duty;
	id: string;
	name: string;
	/** Who does it, in the user's own words; empty where nobody is named. */
	responsible: string;
}

/** Whatever is due by a day: to a committee, or to the State itself. */
export type Owed = OwedToCommittee | OwnStep;

/** Whether it is the committee's to ask for. Counts of what a State owes count only this. */
export const isOwedToCommittee = (owed: Owed): owed is OwedToCommittee => owed.duty !== 'preparationStep';

/** The date in force on a day: the last one set by then. The first one counts from the start. */
export function dateInForce<Dated extends OwedDate>(
	{ dates }: { dates: readonly Dated[] },
	on: IsoDate
): Dated {
	return dates.findLast(({ from }) => from <= on) ?? dates[0]!;
}
