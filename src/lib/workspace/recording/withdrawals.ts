import { resolveCorrections } from '#lib/cycle/corrections.ts';
import { readEvents } from '#lib/cycle/events/read.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { Passage } from './passage.ts';

/**
 * Which events of a passage to take back, so that all of it is taken back: the last recorded first, since nothing
 * leans on that. Left out are those that are taken back already, that are taken back by themselves with another
 * (a submission is told in two cycles), and the record's own housekeeping: the opening, with the rules it was
 * opened under.
 * @param recorded everything recorded in the cycles of the passage
 */
export function withdrawalsOf(passage: Passage, recorded: readonly Envelope[]): Envelope[] {
	const byId = new Map(recorded.map((event) => [event.id, event]));
	const { known } = readEvents(recorded);
	const { withdrawn } = resolveCorrections(known);
	const standing = new Set(known.filter(({ id }) => !withdrawn.has(id)).map(({ id }) => id));
	const facts = passage
		.flatMap(({ id }) => byId.get(id) ?? [])
		.map((event) => ({ event, ...factBehind(event, byId) }));
	const carrying = new Set(facts.map(({ fact, depth }) => `${depth} ${fact.id}`));
	const isCarried = ({ fact, depth }: Behind) => carrying.has(`${depth} ${String(fact.data.submittedIn)}`);
	return facts
		.filter(({ event }) => standing.has(event.id) && !isHousekeeping(event))
		.filter((one) => !isCarried(one))
		.map(({ event }) => event)
		.reverse();
}

/** What somebody changes has a reason; the change that comes with an opening has none. */
const isHousekeeping = ({ type, data }: Envelope): boolean =>
	['CycleOpened', 'RecordRedacted'].includes(type) || (type === 'ProcedureChanged' && !data.reason);

interface Behind {
	fact: Envelope;
	/** How many corrections lie between: none for a fact itself. */
	depth: number;
}

/** The fact that a correction is about, through the corrections it may correct. */
function factBehind(event: Envelope, byId: ReadonlyMap<string, Envelope>): Behind {
	const seen = new Set<Envelope>();
	let fact = event;
	for (
		let next = byId.get(fact.corrects ?? '');
		next && !seen.has(next);
		next = byId.get(fact.corrects ?? '')
	) {
		seen.add(next);
		fact = next;
	}
	return { fact, depth: seen.size };
}
