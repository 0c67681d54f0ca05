import { readTail } from './read.ts';
import { commitsOf } from './segment.ts';
import type { Commit, Writing } from './schema.ts';
import { packOne } from './segment.ts';

/**
 * Changes commits where they lie, in the tail and in some segments: the one thing that is ever done to what is
 * written, and only to take a content out. What was folded of it before is forgotten.
 * @param change gives a commit as it is from now on; the same one where nothing changes
 */
export async function rewrite(
	transaction: Writing,
	segments: readonly number[],
	change: <Kind extends Commit>(commit: Kind) => Kind
): Promise<void> {
	const tail = await readTail(transaction);
	for (const commit of tail) {
		const changed = change(commit);
		if (changed !== commit) await transaction.objectStore('commits').put(changed);
	}
	for (const number of segments) await rewriteSegment(transaction, number, change);
	await transaction.objectStore('cache').clear();
}

async function rewriteSegment(
	transaction: Writing,
	number: number,
	change: (commit: Commit) => Commit
): Promise<void> {
	const segment = await transaction.objectStore('segments').get(number);
	const commits = segment && commitsOf(segment);
	if (!commits) return;
	const changed = commits.map(change);
	if (changed.every((commit, index) => commit === commits[index])) return;
	const packed = packOne(changed, number);
	await transaction.objectStore('segments').put(packed.segment, number);
	await transaction.objectStore('directory').put(packed.directory, number);
}
