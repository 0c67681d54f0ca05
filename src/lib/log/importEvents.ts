import { redact } from '#lib/envelope/chain.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { isSameEvent } from '#lib/envelope/same.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import { addToTail, commitAfter, digestLater } from './commit.ts';
import type { LogMoved } from './failures.ts';
import { placesOfIds } from './finder.ts';
import { contentsOfSegment, readHead, readTail } from './read.ts';
import { redactIn } from './redact.ts';
import type { Reading, Writing } from './schema.ts';
import { addSegment, packTail } from './seal.ts';
import { packOne, segmentSize } from './segment.ts';
import { contentsOf } from './stored.ts';

/** What the log would do with events from elsewhere. */
export interface Plan {
	/** The position of the log that this was made at. */
	position: number;
	/** What is new, in the order given; redacted already, where that is known here. */
	fresh: Envelope[];
	/** How many are known and the same. */
	known: number;
	/** Events that were redacted elsewhere and say here still what they said: their content would go. */
	redacted: string[];
	/** One id, and two things told by it. Neither is taken, and the one here stays. */
	conflicts: { here: Envelope; there: Envelope }[];
	/** Two events that claim one place in the chain of a replica: a copy of it was recorded in as well. */
	forks: { here: Envelope; there: Envelope }[];
}

/** So many segments are on their way to the disk at once. */
const atOnce = 8;

/** Events that make one commit. */
interface Batch {
	events: Envelope[];
	/** As `digestOf` has it. */
	digest: string;
}

export interface Imported {
	/** The place of the last new commit; the log's last where nothing was new. */
	position: number;
	/** How many events were new. */
	added: number;
	/** How many were known already. */
	known: number;
}

/**
 * Compares events from elsewhere with those of the log.
 * @param events each once
 * @param redacts ids of events, here or among the given, whose content a redaction among the given takes out
 */
export async function planImport(
	transaction: Reading,
	events: readonly Envelope[],
	redacts: readonly string[]
): Promise<Plan> {
	const [head, places] = [await readHead(transaction), await placesOfIds(transaction)];
	const taken = new Set([...redacts, ...head.redacted]);
	const plan: Plan = {
		position: head.position,
		fresh: [],
		known: 0,
		redacted: [],
		conflicts: [],
		forks: []
	};
	const given = new Map<string, Envelope>();
	const links = new Map<string, Envelope>();
	for (const event of events) {
		const { id, replica, link } = event;
		if (places.has(id)) {
			given.set(id, event);
			continue;
		}
		plan.fresh.push(taken.has(id) && !event.redacted ? redact(event) : event);
		// Beyond the end of a chain nothing can be here.
		if (link && link.sequence <= (head.chains[replica]?.sequence ?? 0))
			links.set(`${replica} ${link.sequence}`, event);
	}
	const look = (here: Envelope): void => {
		const there = given.get(here.id);
		if (there && !isSameEvent(here, there)) plan.conflicts.push({ here, there });
		else if (there) plan.known += 1;
		if (!here.redacted && (taken.has(here.id) || (there?.redacted && isSameEvent(here, there))))
			plan.redacted.push(here.id);
		const twin = here.link && links.get(`${here.replica} ${here.link.sequence}`);
		if (twin) plan.forks.push({ here, there: twin });
	};
	const numbers = new Set(
		links.size > 0 ? places.values() : [...given.keys(), ...taken].map((id) => places.get(id) ?? 0)
	);
	for (const number of [...numbers].sort((one, other) => one - other)) {
		const segment = number > 0 && (await transaction.objectStore('segments').get(number));
		if (segment) contentsOfSegment(segment).events.forEach(look);
	}
	contentsOf(await readTail(transaction)).events.forEach(look);
	return plan;
}

/** New events in the commits they make, and the digest of each, taken where the browser is quickest at it. */
export const commitsOfImport = (fresh: readonly Envelope[]): Promise<Batch[]> =>
	Promise.all(
		Array.from({ length: Math.ceil(fresh.length / segmentSize) }, async (_, index) => {
			const events = fresh.slice(index * segmentSize, (index + 1) * segmentSize);
			return { events, digest: await digestLater(events) };
		})
	);

/**
 * The work of an import inside its transaction.
 * @param batches its new events
 * @param progress is told how many events are written
 */
export async function importPlanned(
	transaction: Writing,
	plan: Plan,
	batches: readonly Batch[],
	redacts: readonly string[],
	progress: (written: number) => void
): Promise<Result<Imported, LogMoved>> {
	let head = await readHead(transaction);
	if (head.position !== plan.position)
		return refuse({ kind: 'logMoved', expected: plan.position, actual: head.position });
	const { fresh, known, redacted } = plan;
	const touched = redacted.length > 0 ? (await redactIn(transaction, redacted)).streams : [];
	const gone = new Set([...head.redacted, ...redacts, ...redacted]);
	head = { ...head, redacted: [...gone] };
	if (fresh.length >= segmentSize) {
		// What lies in segments comes before what lies in the tail.
		head = await packTail(transaction, head, await readTail(transaction));
		const writing: Promise<void>[] = [];
		let written = 0;
		for (const { events, digest } of batches) {
			const next = commitAfter(head, 'import', events, digest);
			head = { ...next.head, segments: next.head.segments + 1, tail: 0 };
			const added = addSegment(transaction, packOne([next.commit], head.segments, events));
			added.catch(() => {});
			writing.push(added);
			// While some are being written the next is made; not many, so that they do not fill the memory.
			if (writing.length > atOnce) await writing.shift();
			progress((written += events.length));
		}
		await Promise.all(writing);
		head = await addToTail(transaction, head, 'upkeep', [], touched);
	} else if (fresh.length > 0 || redacted.length > 0)
		head = await addToTail(transaction, head, 'import', fresh, touched);
	return ok({ position: head.position, added: fresh.length, known });
}
