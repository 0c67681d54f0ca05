import { ok, refuse, type Result } from '#lib/result.ts';
import { writeCommit } from './commit.ts';
import type { RemovalRefusal } from './failures.ts';
import type { Commit, Writing } from './schema.ts';

export interface Removed {
	/** The place in the log of the commit that records the removal. */
	position: number;
	/** How many events are gone. */
	events: number;
}

/** The streams that hold events of the worked example. */
export const workedExampleStreams = (commits: readonly Commit[]): Set<string> =>
	new Set(commits.filter(isWorkedExample).flatMap(({ streams }) => streams));

/**
 * The work of removing the worked example inside its transaction: every event of it, or none where anything
 * else was recorded in its streams, which would lose the ground it stands on. An empty commit records that it
 * was done, so that the position moves and no cache of before is taken for one of after.
 */
export async function removeWorkedExample(
	transaction: Writing
): Promise<Result<Removed | undefined, RemovalRefusal>> {
	const commits = await transaction.objectStore('commits').getAll();
	const example = commits.filter(isWorkedExample);
	const streams = workedExampleStreams(example);
	const others = new Set(
		commits.filter((commit) => !isWorkedExample(commit)).flatMap((commit) => commit.streams)
	);
	const shared = [...streams].filter((stream) => others.has(stream));
	if (shared.length > 0) return refuse({ kind: 'recordedSince', streams: shared });
	if (streams.size === 0) return ok(undefined);

	const { position } = await writeCommit(transaction, 'workedExample', []);
	await Promise.all([
		...example.map(async (commit) => transaction.objectStore('commits').delete(commit.position)),
		...[...streams].map(async (stream) => transaction.objectStore('heads').delete(stream))
	]);
	return ok({ position, events: example.flatMap(({ events }) => events).length });
}

const isWorkedExample = ({ origin }: Commit): boolean => origin === 'workedExample';
