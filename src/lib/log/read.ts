import type { Envelope } from '#lib/envelope/envelope.ts';
import {
	newHead,
	type Commit,
	type Head,
	type Reading,
	type Segment,
	type TailCommit,
	type Writing
} from './schema.ts';
import { commitsOf } from './segment.ts';
import { contentsOf, type Contents, type Damaged } from './stored.ts';

/** Where the log stands. */
export const readHead = async (transaction: Reading | Writing): Promise<Head> =>
	(await transaction.objectStore('commits').openCursor(null, 'prev'))?.value.after ?? newHead;

/** The commits of the tail after a position, in order. */
export const readTail = (transaction: Reading | Writing, after = 0): Promise<TailCommit[]> =>
	transaction.objectStore('commits').getAll(IDBKeyRange.lowerBound(after, true));

/** So many segments are worth reading to learn what is new; where it is more, everything may be read as well. */
const recentSegments = 16;

/** What was recorded after a position, and the hash the log had there. */
export interface Recent {
	head: Head;
	/** Of the commit at the position that was asked for; empty for 0. */
	hash: string;
	/** The streams that changed, each with the position at which it last did. */
	changed: ReadonlyMap<string, number>;
	damaged: readonly Damaged[];
}

/** What was recorded after a position; `undefined` where that is long ago, or not a place of this log. */
export async function readAfter(transaction: Reading, position: number): Promise<Recent | undefined> {
	const head = await readHead(transaction);
	let commits: Commit[] = await readTail(transaction);
	const reaches = () => (commits[0]?.position ?? 1) <= Math.max(1, position);
	for (let number = head.segments; !reaches(); number -= 1) {
		if (number <= head.segments - recentSegments) return undefined;
		const segment = await transaction.objectStore('segments').get(number);
		const earlier = segment && commitsOf(segment);
		if (!earlier) return undefined;
		commits = [...earlier, ...commits];
	}
	const hash = position === 0 ? '' : commits.find((commit) => commit.position === position)?.hash;
	if (hash === undefined) return undefined;
	const recent = commits.filter((commit) => commit.position > position);
	const changed = new Map(
		recent.flatMap((commit) =>
			[...(commit.touched ?? []), ...contentsOf([commit]).events.map(({ stream }) => stream)].map(
				(stream) => [stream, commit.position] as const
			)
		)
	);
	return { head, hash, changed, damaged: contentsOf(recent).damaged };
}

/** So many segments are fetched with one request: enough to keep the database busy, few enough for memory. */
const atOnce = 8;

/**
 * Hands over all segments after one, a few at a time and in order, while the next are being fetched.
 * @param take must not wait for anything: the transaction would end
 */
export async function eachSegment(
	transaction: Reading | Writing,
	after: number,
	take: (segment: Segment) => void
): Promise<void> {
	const fetch = (from: number) =>
		transaction.objectStore('segments').getAll(IDBKeyRange.lowerBound(from, true), atOnce);
	let next = fetch(after);
	for (;;) {
		const segments = await next;
		const last = segments.at(-1);
		if (!last) return;
		next = fetch(last.number);
		segments.forEach(take);
	}
}

/** Hands over everything up to a position, segment by segment and then the tail; gives the head of that moment. */
export async function readAll(
	transaction: Reading,
	take: (contents: Contents, before: number, head: Head) => void,
	upTo: number
): Promise<Head> {
	const head = await readHead(transaction);
	let before = 0;
	const hand = ({ events, damaged }: Contents) => {
		take({ events, damaged }, before, head);
		before += events.length;
	};
	await eachSegment(transaction, 0, (segment) => {
		if (segment.last <= upTo) hand(contentsOfSegment(segment));
		else if (segment.first <= upTo)
			hand(contentsOf((commitsOf(segment) ?? []).filter(({ position }) => position <= upTo)));
	});
	hand(contentsOf((await readTail(transaction)).filter(({ position }) => position <= upTo)));
	return head;
}

/** The events of a segment, and what in it is none. */
export function contentsOfSegment(segment: Segment): Contents {
	const commits = commitsOf(segment);
	return commits ? contentsOf(commits) : { events: [], damaged: [damaged(segment)] };
}

export const damaged = ({ first, last }: Segment): Damaged => ({ kind: 'segment', first, last });

/** What is in the tail, and how many segments come before it. */
export async function readNewest(transaction: Reading): Promise<{ contents: Contents; segments: number }> {
	const tail = await readTail(transaction);
	return { contents: contentsOf(tail), segments: (tail.at(-1)?.after ?? newHead).segments };
}

/** What is in one segment; nothing where it is not there. */
export async function readSegment(transaction: Reading, number: number): Promise<Contents> {
	const segment = await transaction.objectStore('segments').get(number);
	return segment ? contentsOfSegment(segment) : { events: [], damaged: [] };
}

/** The events of some streams in the order of recording, out of the segments that hold any and the tail. */
export async function readStreams(
	transaction: Reading,
	streams: ReadonlySet<string>,
	segments: readonly number[],
	upTo: number
): Promise<Envelope[]> {
	const wantedOf = (commits: readonly Commit[]) =>
		contentsOf(commits.filter(({ position }) => position <= upTo)).events.filter(({ stream }) =>
			streams.has(stream)
		);
	// Of each segment only what is wanted is kept: of many streams there may be nearly all segments.
	const sealed = await Promise.all(
		segments.map(async (number) => {
			const segment = await transaction.objectStore('segments').get(number);
			return wantedOf((segment && commitsOf(segment)) ?? []);
		})
	);
	return [...sealed.flat(), ...wantedOf(await readTail(transaction))];
}
