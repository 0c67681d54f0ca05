import type { IsoDate } from '#lib/calendar/date.ts';
import type { Duty } from '../deadline.ts';
import type { Unit } from '../units.ts';

/** By when something is owed, without its reasons. */
export interface OwedDate {
	/** The day; null where none was stated and none can be computed. */
	due: IsoDate | null;
	certainty: 'exact' | 'provisional' | 'undated';
	/** A stated or agreed day beats a computed one. */
	basis: 'stated' | 'agreed' | 'computed' | 'unstated';
	/** First day this date was in force. */
	from: IsoDate;
}

/** Something a State owes a committee, as far as it must be known to say how it stands on any day. */
export interface Owed {
	/** Stable: the stream, the duty and the round, `CMW/AZE/3#followUp-1`. */
	id: string;
	stream: string;
	duty: Duty;
	/** What is asked about; empty where the whole is meant. */
	units: readonly Unit[];
	/** The numbers of the report that is owed; empty for other duties. */
	reportNumbers: readonly number[];
	/** The fact that asked for it. */
	openedBy: { on: IsoDate };
	/** Every date it had, the first one first. Never empty. */
	dates: readonly OwedDate[];
	/** How it came to an end: met, overtaken by a later step of the cycle, or closed by the committee. */
	ending: { how: 'met' | 'overtaken' | 'closed'; on: IsoDate } | null;
}

/** The date in force on a day: the last one set by then. The first one counts from the start. */
export function dateInForce<Dated extends OwedDate>(
	{ dates }: { dates: readonly Dated[] },
	on: IsoDate
): Dated {
	return dates.findLast(({ from }) => from <= on) ?? dates[0]!;
}
