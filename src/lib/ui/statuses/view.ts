import type { DateOrder } from '#lib/exchange/statuses/dates.ts';
import type { PlannedLine } from '#lib/exchange/statuses/plan.ts';
import type { Encoding } from '#lib/exchange/table/decode.ts';
import type { Delimiter } from '#lib/exchange/table/records.ts';

/** A table as a person is shown it while its columns are named. */
export interface TableView {
	encoding: Encoding;
	delimiter: Delimiter;
	names: readonly string[];
	first: readonly (readonly string[])[];
	rows: number;
	bad: number;
	/** Null where the order of its dates has to be asked for. */
	orders: readonly (DateOrder | null | 'notNeeded')[];
}

/** A line with what becomes of it, and its cells where it is refused. */
export type LineView = PlannedLine & { cells?: readonly string[] };

/** What recording a table would do, as a person is shown it. */
export interface PlanView {
	lines: readonly LineView[];
	events: number;
	cycles: number;
}

/** What lines are told apart by. What would be put right is counted with what is recorded otherwise. */
export const kinds = ['new', 'adds', 'differs', 'refused', 'repeated', 'same'] as const;
export type Kind = (typeof kinds)[number];

/** The kinds a line is listed under. */
export function kindsOf({ outcome }: LineView): Kind[] {
	if (outcome.kind === 'corrects') return ['differs'];
	const differs = 'differences' in outcome && outcome.differences.length > 0 && outcome.kind !== 'differs';
	return differs ? [outcome.kind as Kind, 'differs'] : [outcome.kind];
}
