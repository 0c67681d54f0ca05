import { redact } from '#lib/envelope/chain.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { isSameEvent } from '#lib/envelope/same.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import { addToTail, commitAfter } from './commit.ts';
import type { LogMoved } from './failures.ts';
import { placesOfIds } from './finder.ts';
import { contentsOfSegment, readHead, readTail } from './read.ts';
import { redactIn } from './redact.ts';
import type { Reading, Writing } from './schema.ts';
import { addSegments, packTail } from './seal.ts';
import { segmentSize } from './segment.ts';
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
	const fresh = events.filter(({ id }) => !places.has(id));
	const plan: Plan = {
		position: head.position,
		fresh: fresh.map((event) => (taken.has(event.id) && !event.redacted ? redact(event) : event)),
		known: 0,
		redacted: [],
		conflicts: [],
		forks: []
	};
	const given = new Map(events.filter(({ id }) => places.has(id)).map((event) => [event.id, event]));
	const links = new Map(
		fresh.flatMap((event) => {
			const { replica, link } = event;
			// Beyond the end of a chain nothing can be here.
			return link && link.sequence <= (head.chains[replica]?.sequence ?? 0)
				? [[`${replica} ${link.sequence}`, event] as const]
				: [];
		})
	);
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

/** The work of an import inside its transaction. @param progress is told how many events are written */
export async function importPlanned(
	transaction: Writing,
	plan: Plan,
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
		let writing: Promise<unknown> = Promise.resolve();
		for (let at = 0; at < fresh.length; at += segmentSize) {
			const next = commitAfter(head, 'import', fresh.slice(at, at + segmentSize));
			const added = addSegments(transaction, next.head, [next.commit]);
			head = { ...next.head, segments: next.head.segments + 1, tail: 0 };
			// While one is being written the next is made; a third has to wait, so that they do not fill the memory.
			added.catch(() => {});
			await writing;
			writing = added;
			progress(Math.min(at + segmentSize, fresh.length));
		}
		await writing;
		head = await addToTail(transaction, head, 'upkeep', [], touched);
	} else if (fresh.length > 0 || redacted.length > 0)
		head = await addToTail(transaction, head, 'import', fresh, touched);
	return ok({ position: head.position, added: fresh.length, known });
}
