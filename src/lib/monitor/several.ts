import type { Deadline } from '#lib/cycle/deadline.ts';
import type { Proposal } from '#lib/cycle/gate.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';

/** What an office does about many cycles in one sitting. */
export const acts = ['ReminderSent', 'ListOfIssuesAdopted', 'ListOfIssuesPriorToReportingAdopted'] as const;
export type Act = (typeof acts)[number];

/** What is said of all of them alike. */
export interface Alike {
	act: Act;
	/** The day it happened, as typed. */
	on: string;
	/** The symbol of the document; empty where it is not given. */
	symbol: string;
	/** By when the replies to a list are due. */
	repliesDue: Deadline;
}

/** What can be chosen: an obligation, or the cycle it is of. */
export type Chosen = Pick<Owed, 'stream' | 'duty'>;

/** What would be recorded: a reminder for each duty of a cycle, a list for each cycle. */
export function proposalsFor({ act, on, symbol, repliesDue }: Alike, chosen: readonly Chosen[]): Proposal[] {
	const named = symbol.trim() ? { symbol: symbol.trim() } : {};
	const isReminder = act === 'ReminderSent';
	const once = new Map(
		chosen.map((one) => [isReminder ? `${one.stream}#${one.duty}` : one.stream, one] as const)
	);
	return [...once.values()].map(({ stream, duty }) => ({
		stream,
		type: act,
		on,
		data: isReminder ? { duty, ...named } : { ...named, repliesDue },
		source: null
	}));
}
