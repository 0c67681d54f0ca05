import { eventHash, hashOf, linked, type ChainHead } from '#lib/envelope/chain.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { Commit, Head, Origin, Writing } from './schema.ts';

/** The hash of a commit: over the one before it, and over what it holds. */
export function commitHash(
	{ position, origin, events, removed }: Omit<Commit, 'hash'>,
	previous: string
): string {
	const hashes = events.map((event) => event.link?.hash ?? eventHash(event));
	return hashOf([previous, position, origin, ...(removed ?? hashes)].join(' '));
}

/** What a commit and the log after it look like. @param events as they are to be stored, links and all */
export function commitAfter(head: Head, origin: Origin, events: Envelope[]): { commit: Commit; head: Head } {
	const position = head.position + 1;
	const hash = commitHash({ position, origin, events }, head.hash);
	const workedExample =
		origin === 'workedExample' ? events.map(({ stream }) => stream) : ([] as readonly string[]);
	return {
		commit: { position, origin, events, hash },
		head: {
			...head,
			position,
			hash,
			events: head.events + events.length,
			tail: head.tail + events.length,
			chains: chainsAfter(head.chains, events),
			workedExample: [...new Set([...head.workedExample, ...workedExample])]
		}
	};
}

/** Adds a commit to the tail; gives where the log stands then. @param touched streams it changed otherwise */
export async function addToTail(
	transaction: Writing,
	head: Head,
	origin: Origin,
	events: Envelope[],
	touched: readonly string[] = []
): Promise<Head> {
	const { commit, head: after } = commitAfter(head, origin, events);
	await transaction.objectStore('commits').add({ ...commit, touched: [...touched], after });
	return after;
}

/** Gives events their places in the chains of their replicas. Those that have one keep it. */
export function linkUp(
	events: readonly Envelope[],
	chains: Head['chains'],
	newSalt: () => string
): Envelope[] {
	const ends: Record<string, ChainHead | undefined> = { ...chains };
	return events.map((event) => {
		if (event.link) return event;
		const placed = linked(event, ends[event.replica], newSalt());
		ends[event.replica] = placed.link;
		return placed;
	});
}

function chainsAfter(chains: Head['chains'], events: readonly Envelope[]): Head['chains'] {
	const after = { ...chains };
	for (const { replica, link } of events)
		if (link && link.sequence > (after[replica]?.sequence ?? 0))
			after[replica] = { sequence: link.sequence, hash: link.hash };
	return after;
}
