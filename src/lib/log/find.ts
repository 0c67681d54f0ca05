import type { Envelope } from '#lib/envelope/envelope.ts';
import { eachSegment, readTail } from './read.ts';
import { commitsOf } from './segment.ts';
import type { Commit, Reading } from './schema.ts';

/** What a hash belongs to, and in which commit. */
export type Found =
	/** The log up to this commit. */
	| { kind: 'commit'; position: number }
	| { kind: 'event'; position: number; event: Envelope }
	/** An event that was removed with the worked example. */
	| { kind: 'removed'; position: number };

/** Looks a hash up in the whole log; `undefined` where nothing has it. @param hash in full, in lower case */
export async function findHash(transaction: Reading, hash: string): Promise<Found | undefined> {
	let found: Found | undefined;
	await eachSegment(transaction, 0, (segment) => {
		found ??= findIn(commitsOf(segment) ?? [], hash);
	});
	return found ?? findIn(await readTail(transaction), hash);
}

function findIn(commits: readonly Commit[], sought: string): Found | undefined {
	for (const { position, hash, events, removed } of commits) {
		if (hash === sought) return { kind: 'commit', position };
		const event = Array.isArray(events) ? events.find((one) => one?.link?.hash === sought) : undefined;
		if (event) return { kind: 'event', position, event };
		if (removed?.includes(sought)) return { kind: 'removed', position };
	}
	return undefined;
}
