import type { Envelope } from '#lib/envelope/envelope.ts';
import type { Amendment } from '#lib/procedures/amendments.ts';
import { foldCycle, type FoldFailure, type Timeline } from '../timeline/fold.ts';
import { isOwedToCommittee, type Owed } from '../timeline/owed.ts';
import { chronicleOf } from './chronicle.ts';
import { writeSpells, type OutlinedSpells } from './spells.ts';

/**
 * What is kept at hand of every cycle: how it and what is owed in it stand on any day, past and future, but not
 * why. Plain JSON, made of a timeline and never changed. The same events give an equal outline.
 */
export interface Outline {
	stream: string;
	body: string;
	/** The State, ISO 3166-1 alpha-3. */
	state: string;
	reportNumbers: readonly number[];
	/** The version of the body's procedure it runs under, and what was amended in that. */
	version: number;
	amendments: readonly Amendment[];
	/** What is owed, and the steps by which it is prepared, in the order of their ids. */
	obligations: readonly Owed[];
	/** What states it is in: read them with `readSpells`. */
	spells: OutlinedSpells;
	/** What happened besides: read it with `readChronicle`. */
	chronicle: string;
	/** How much in the record could not be taken. What was taken out of it on purpose is not counted. */
	anomalies: number;
}

/** The outline of a cycle. */
export function outlineOf(timeline: Timeline): Outline {
	const { stream, body, state, reportNumbers, procedure, amendments } = timeline;
	const { obligations, preparation, steps, anomalies } = timeline;
	const places = new Map(steps.map(({ cause }, place) => [cause, place]));
	return {
		stream,
		body,
		state,
		reportNumbers,
		version: procedure.version,
		amendments,
		obligations: [...obligations, ...preparation.steps].map(outlined).sort(byId),
		spells: writeSpells(
			timeline.spells
				// What began and ended on one day is seen on none.
				.filter(({ from, to }) => from === null || from !== to)
				.map(({ state, from, to, entered }) => ({ state, from, to, step: entered && places.get(entered)! }))
		),
		chronicle: chronicleOf(timeline),
		anomalies: anomalies.filter((one) => one.kind !== 'unread' || one.why.kind !== 'redacted').length
	};
}

/**
 * Folds the events of one stream into its outline. One that cannot be folded, as a file from outside may hold,
 * is told and does not throw, so that it takes no other with it.
 * @param envelopes the events of one stream, in any order
 */
export function outlineStream(stream: string, envelopes: readonly Envelope[]): Outline | FoldFailure {
	try {
		const folded = foldCycle(stream, envelopes);
		return 'kind' in folded ? folded : outlineOf(folded);
	} catch (thrown) {
		return { kind: 'notFolded', stream, reason: String(thrown) };
	}
}

const outlined = (owed: Owed): Owed => {
	const { id, stream, units, reportNumbers, openedBy, dates, ending } = owed;
	const common = {
		id,
		stream,
		units,
		reportNumbers,
		openedBy: { on: openedBy.on },
		dates: dates.map(({ due, certainty, basis, from }) => ({ due, certainty, basis, from })),
		ending: ending && { how: ending.how, on: ending.on }
	};
	return isOwedToCommittee(owed)
		? { ...common, duty: owed.duty }
		: { ...common, duty: owed.duty, step: owed.step };
};

const byId = (one: Owed, other: Owed): number => (one.id < other.id ? -1 : 1);
