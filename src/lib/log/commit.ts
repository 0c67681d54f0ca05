import { eventHash, hashLater, hashOf, linked, type ChainHead } from '#lib/envelope/chain.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { Commit, Head, Origin, Writing } from './schema.ts';

type Held = Pick<Commit, 'events' | 'removed'>;

const textOf = ({ events, removed }: Held): string =>
	(removed ?? events.map((event) => event.link?.hash ?? eventHash(event))).join(' ');

/** The hash of what a commit holds: of the hashes of its events. */
export const digestOf = (held: Held): string => hashOf(textOf(held));

/** The same, by the browser's own hand: for many events several times as quick, but not to be waited for in a transaction. */
export const digestLater = (events: Envelope[]): Promise<string> => hashLater(textOf({ events }));

/** The hash of a commit: over the one before it, and over what it holds. @param digest as `digestOf` has it */
export const commitHash = (
	{ position, origin, ...held }: Omit<Commit, 'hash'>,
	previous: string,
	digest = digestOf(held)
): string => hashOf([previous, position, origin, digest].join(' '));

/**
 * What a commit and the log after it look like.
 * @param events as they are to be stored, links and all
 * @param digest of these events, where it is known
 */
export function commitAfter(
	head: Head,
	origin: Origin,
	events: Envelope[],
	digest?: string
): { commit: Commit; head: Head } {
	const position = head.position + 1;
	const hash = commitHash({ position, origin, events }, head.hash, digest);
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
