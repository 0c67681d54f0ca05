import { ok, type Result } from '#lib/result.ts';
import { addToTail } from './commit.ts';
import { readTail } from './read.ts';
import type { Head, TailCommit, Upgrading, Writing } from './schema.ts';
import { pack, segmentSize, type Packed } from './segment.ts';

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
	const packed = pack(
		commits.map(({ after: _after, ...commit }) => commit),
		head.segments
	);
	for (const one of packed) await addSegment(transaction, one);
	await transaction.objectStore('commits').clear();
	return { ...head, segments: head.segments + packed.length, tail: 0 };
}

/** Adds a segment after those there are. */
export async function addSegment(
	transaction: Writing | Upgrading,
	{ segment, directory }: Packed
): Promise<void> {
	// Its key is not taken from it: to find a key inside, the browser makes a copy of all that it holds.
	const added = transaction.objectStore('segments').add(segment, segment.number);
	// Whichever fails first aborts the other, which nobody waits for then.
	added.catch(() => {});
	await transaction.objectStore('directory').add(directory, segment.number);
	await added;
}
