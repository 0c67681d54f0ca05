import { ok, type Result } from '#lib/result.ts';
import { addToTail } from './commit.ts';
import { readTail } from './read.ts';
import type { Commit, Head, TailCommit, Writing } from './schema.ts';
import { pack, segmentSize } from './segment.ts';

/** Whether the tail is long enough to be packed. */
export const isTailLong = ({ tail }: Head): boolean => tail >= segmentSize;

/** The work of packing the tail inside its transaction. Nothing is told differently by it. */
export async function seal(transaction: Writing): Promise<Result<void, never>> {
	const tail = await readTail(transaction);
	const head = tail.at(-1)?.after;
	// Another tab may have been quicker.
	if (!head || !isTailLong(head)) return ok(undefined);
	await addToTail(transaction, await packTail(transaction, head, tail), 'upkeep', []);
	return ok(undefined);
}

/** Packs commits of the tail; gives the head after it, which is not written yet. */
export async function packTail(
	transaction: Writing,
	head: Head,
	commits: readonly TailCommit[]
): Promise<Head> {
	const after = await addSegments(
		transaction,
		head,
		commits.map(({ after: _after, ...commit }) => commit)
	);
	await transaction.objectStore('commits').clear();
	return { ...after, tail: 0 };
}

/** Adds commits as segments after those there are; gives the head after it, which is not written yet. */
export async function addSegments(
	transaction: Writing,
	head: Head,
	commits: readonly Commit[]
): Promise<Head> {
	const packed = pack(commits, head.segments);
	for (const { segment, directory } of packed) {
		await transaction.objectStore('segments').add(segment);
		await transaction.objectStore('directory').add(directory, segment.number);
	}
	return { ...head, segments: head.segments + packed.length };
}
