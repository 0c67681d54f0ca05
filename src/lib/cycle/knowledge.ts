import type { IsoDate } from '#lib/calendar/date.ts';
import { canonicalJson } from '#lib/envelope/canonical.ts';
import type { Outline } from './outline/outline.ts';
import { dateInForce, type Owed, type OwedDate } from './timeline/owed.ts';
import { obligationOn, type Standing } from './timeline/views.ts';

/** What something was held to be at the first instant, and at the second. */
export interface Held<Value> {
	before: Value;
	after: Value;
}

/** What is known otherwise of one obligation; null is what both instants agree in. */
export type ObligationDifference =
	| { kind: 'appeared'; id: string; obligation: Owed }
	| { kind: 'disappeared'; id: string; obligation: Owed }
	| {
			kind: 'changed';
			id: string;
			/** The date in force on the day one looks at, from whenever it is in force. */
			date: Held<Omit<OwedDate, 'from'>> | null;
			ending: Held<Owed['ending']> | null;
			/** How it stands on that day; itself null where it has not been asked for by then. */
			standing: Held<Standing | null> | null;
	  };

/** What is known otherwise of one cycle. */
export interface CycleDifference {
	stream: string;
	/** `appeared`: it was not known at the first instant; `disappeared`: it is not known at the second. */
	cycle: 'appeared' | 'disappeared' | 'changed';
	/** In the order of their ids; empty where a cycle in which nothing is owed appeared or disappeared. */
	obligations: ObligationDifference[];
}

/**
 * What changed in our knowledge between two instants, of one and the same day: cycles, what is owed in them, by
 * when, how it ended, and how it stands because of that. Time alone changes nothing here.
 * @param before the outline of each cycle, by its stream, as known at the first instant
 * @param after the same as known at the second; the same object where nothing was recorded in between
 * @param asOf the day whose dates in force and standings are compared
 * @returns the cycles that differ, in the order of their streams
 */
export function differencesBetween(
	before: ReadonlyMap<string, Outline>,
	after: ReadonlyMap<string, Outline>,
	asOf: IsoDate
): CycleDifference[] {
	const streams = new Set([...before.keys(), ...after.keys()]);
	const recordedIn = [...streams].filter((stream) => before.get(stream) !== after.get(stream));
	return recordedIn.sort().flatMap((stream) => {
		const held = { before: before.get(stream), after: after.get(stream) };
		const obligations = obligationDifferences(held, asOf);
		const cycle = !held.before ? 'appeared' : !held.after ? 'disappeared' : 'changed';
		return obligations.length || cycle !== 'changed' ? [{ stream, cycle, obligations }] : [];
	});
}

function obligationDifferences(held: Held<Outline | undefined>, asOf: IsoDate): ObligationDifference[] {
	const before = byId(held.before);
	const after = byId(held.after);
	const ids = new Set([...before.keys(), ...after.keys()]);
	return [...ids].sort().flatMap((id) => {
		const [one, other] = [before.get(id), after.get(id)];
		if (one && other) return change(id, { before: one, after: other }, asOf);
		return one ? { kind: 'disappeared', id, obligation: one } : { kind: 'appeared', id, obligation: other! };
	});
}

const byId = (outline: Outline | undefined): Map<string, Owed> =>
	new Map(outline?.obligations.map((obligation) => [obligation.id, obligation]));

function change(id: string, obligation: Held<Owed>, asOf: IsoDate): ObligationDifference[] {
	const date = difference(obligation, (owed) => {
		const { due, certainty, basis } = dateInForce(owed, asOf);
		return { due, certainty, basis };
	});
	const ending = difference(obligation, (owed) => owed.ending);
	const standing = difference(obligation, (owed) => obligationOn(owed, asOf)?.standing ?? null);
	return date || ending || standing ? [{ kind: 'changed', id, date, ending, standing }] : [];
}

/** What both hold of an obligation; null where it is the same. */
function difference<Value>(
	{ before, after }: Held<Owed>,
	what: (obligation: Owed) => Value
): Held<Value> | null {
	const held = { before: what(before), after: what(after) };
	return canonicalJson(held.before) === canonicalJson(held.after) ? null : held;
}
