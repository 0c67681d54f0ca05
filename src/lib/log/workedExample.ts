import { eventHash } from '#lib/envelope/chain.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import { addToTail } from './commit.ts';
import type { RemovalRefusal } from './failures.ts';
import type { Finder } from './finder.ts';
import { readHead, readTail } from './read.ts';
import { commitsOf } from './segment.ts';
import { rewrite } from './rewrite.ts';
import type { Commit, Writing } from './schema.ts';
import { contentsOf } from './stored.ts';

export interface Removed {
	/** The place in the log of the commit that records the removal. */
	position: number;
	/** How many events are gone. */
	events: number;
}

/**
 * The work of removing the worked example inside its transaction: every event of it, or none where anything
 * else was recorded in its streams, which would lose the ground it stands on. Their hashes stay in their place,
 * so that the log still closes, and an empty commit records that it was done.
 */
export async function removeWorkedExample(
	transaction: Writing,
	finder: Finder
): Promise<Result<Removed | undefined, RemovalRefusal>> {
	const head = await readHead(transaction);
	const streams = new Set(head.workedExample);
	if (streams.size === 0) return ok(undefined);
	const segments = await finder.segmentsOf(transaction, streams);
	const commits = await commitsIn(transaction, segments);
	const example = commits.filter(isWorkedExample).flatMap(eventsOf);
	const others = commits.filter((commit) => !isWorkedExample(commit)).flatMap(eventsOf);
	const shared = [...new Set(others.map(({ stream }) => stream))].filter((stream) => streams.has(stream));
	if (shared.length > 0) return refuse({ kind: 'recordedSince', streams: shared });

	await rewrite(transaction, segments, removed);
	const tail = await readTail(transaction);
	const replicas = new Set(example.map(({ replica }) => replica));
	const after = await addToTail(
		transaction,
		{
			...head,
			events: head.events - example.length,
			tail: tail.flatMap(eventsOf).length,
			chains: Object.fromEntries(Object.entries(head.chains).filter(([replica]) => !replicas.has(replica))),
			workedExample: []
		},
		'workedExample',
		[],
		head.workedExample
	);
	return ok({ position: after.position, events: example.length });
}

async function commitsIn(transaction: Writing, segments: readonly number[]): Promise<Commit[]> {
	const found = await Promise.all(
		segments.map(async (number) => transaction.objectStore('segments').get(number))
	);
	const sealed = found.flatMap((segment) => (segment && commitsOf(segment)) ?? []);
	return [...sealed, ...(await readTail(transaction))];
}

/** A commit of the example without its events; any other as it is. */
const removed = <Kind extends Commit>(commit: Kind): Kind =>
	isWorkedExample(commit) && commit.events.length > 0
		? {
				...commit,
				events: [],
				removed: eventsOf(commit).map((event) => event.link?.hash ?? eventHash(event))
			}
		: commit;

/** The events of a commit that can be read. */
const eventsOf = (commit: Commit) => contentsOf([commit]).events;

const isWorkedExample = ({ origin }: Commit): boolean => origin === 'workedExample';
