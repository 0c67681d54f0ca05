import type { Envelope } from '#lib/envelope/envelope.ts';
import type { DueDate } from './dueDate.ts';
import { everythingOwedIn, foldCycle } from './fold.ts';
import { knownAt } from './knownAt.ts';

/**
 * A date that an obligation had, as long as we believed it. One that was believed, then not, then again is two. It
 * is told as it was known last: `setBy` is the fact as corrected by then.
 */
export interface BelievedDate extends DueDate {
	/** What was recorded that made us believe it, and when and by whom: the fact that set it, or a correction. */
	learntBy: Envelope;
	/** What was recorded that made us give it up, mostly a correction; null for what is believed still. */
	givenUpBy: Envelope | null;
}

/**
 * Every date that an obligation had or was once believed to have, in the order in which they were learnt. For that
 * the cycle is folded as it was known at each instant at which something was recorded in it.
 * @param obligation of a timeline or an outline: its id, `CMW/AZE/3#followUp-1`, and its stream
 * @param envelopes the events of that stream, in the order of the log
 */
export function dateHistory(
	obligation: { id: string; stream: string },
	envelopes: readonly Envelope[]
): BelievedDate[] {
	const history: BelievedDate[] = [];
	const byInstant = Map.groupBy(envelopes, ({ recordedAt }) => recordedAt);
	for (const instant of [...byInstant.keys()].sort()) {
		const recorded = byInstant.get(instant)!;
		const because = ({ setBy }: DueDate) => causeAmong(recorded, setBy.id, envelopes);
		const dates = new Map(
			datesOf(obligation, knownAt(envelopes, instant)).map((date) => [keyOf(date), date])
		);
		for (const believed of history.filter(({ givenUpBy }) => !givenUpBy)) {
			const still = dates.get(keyOf(believed));
			if (still) Object.assign(believed, still);
			else believed.givenUpBy = because(believed);
			dates.delete(keyOf(believed));
		}
		for (const date of dates.values()) history.push({ ...date, learntBy: because(date), givenUpBy: null });
	}
	return history;
}

/** The same dates in the order in which they came into force; those of one day in the order they were learnt. */
export const inOrderOfForce = (history: readonly BelievedDate[]): BelievedDate[] =>
	history.toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));

/** The dates of an obligation as far as they were known; none where it was not, or the cycle could not be folded. */
function datesOf(
	{ id, stream }: { id: string; stream: string },
	known: readonly Envelope[]
): readonly DueDate[] {
	try {
		const folded = foldCycle(stream, known);
		return 'kind' in folded ? [] : (everythingOwedIn(folded).find((one) => one.id === id)?.dates ?? []);
	} catch {
		return [];
	}
}

/** All by which a date is the same as one that was believed before. */
const keyOf = ({ due, certainty, basis, from, setBy }: DueDate): string =>
	[due, certainty, basis, from, setBy.id].join(' ');

/**
 * Which of the events recorded at one instant made the difference to a date: the fact that sets it, else what
 * corrects that fact, else what corrects another (the one that the date is counted from, or that stood in its
 * way), else the last that came.
 */
function causeAmong(recorded: readonly Envelope[], setBy: string, envelopes: readonly Envelope[]): Envelope {
	const targets = new Map(envelopes.map(({ id, corrects }) => [id, corrects]));
	const correctsIt = ({ id }: Envelope): boolean => {
		// A correction may correct a correction. A circle can only come from a forged file; it must end too.
		const chain = new Set<string>();
		for (let at = targets.get(id); at && !chain.has(at); at = targets.get(at)) chain.add(at);
		return chain.has(setBy);
	};
	return (
		recorded.find(({ id }) => id === setBy) ??
		recorded.findLast(correctsIt) ??
		recorded.findLast(({ corrects }) => corrects) ??
		recorded.at(-1)!
	);
}
