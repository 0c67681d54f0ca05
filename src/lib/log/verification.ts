import { readHead, readTail } from './read.ts';
import { commitsOf } from './segment.ts';
import type { Reading } from './schema.ts';
import { verifyCommits, type Verification } from './verify.ts';

/** So many segments are looked at before a verification is put down: about half a second. */
const stretch = 8;

/**
 * Goes on with a verification from where it was put down, for one stretch. Gives the new state of it; the one
 * that was given stays as it was.
 */
export async function verifyOn(
	transaction: Reading,
	before: Verification
): Promise<{ verification: Verification; done: boolean }> {
	const verification = structuredClone(before);
	const head = await readHead(transaction);
	const segments = await transaction
		.objectStore('segments')
		.getAll(IDBKeyRange.lowerBound(before.segment, true), stretch);
	for (const segment of segments) {
		verification.segment = segment.number;
		const commits = commitsOf(segment);
		if (commits) verifyCommits(verification, commits);
		else {
			const { first, last } = segment;
			verification.findings.push({ kind: 'unreadable', first, last });
			[verification.position, verification.hash] = [last, null];
		}
	}
	if (segments.length === stretch) return { verification, done: false };
	verifyCommits(verification, await readTail(transaction, verification.position));
	const { position, hash } = verification;
	if (position < head.position)
		verification.findings.push({ kind: 'cut', after: position, stated: head.position });
	else if (hash !== null && hash !== head.hash) verification.findings.push({ kind: 'broken', position });
	return { verification, done: true };
}
