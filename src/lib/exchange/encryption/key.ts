import { argon2idAsync } from '@noble/hashes/argon2.js';
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Derivation } from './container.ts';

/**
 * What is asked of a key today, by OWASP's Password Storage Cheat Sheet: Argon2id with 46 MiB, one pass and one
 * lane. Every file states its own, so that this may grow.
 */
export const todaysCost = { memory: 46 * 1024, passes: 1, lanes: 1 } as const;

/** How many milliseconds the derivation works before it lets others have a turn. */
const turn = 20;

/** A passphrase as it is meant, however a keyboard composes it (NFKC). */
const asMeant = (passphrase: string): string => passphrase.normalize('NFKC');

/** How long a passphrase is, in characters as people count them, roughly: by Unicode's code points. */
export const lengthOf = (passphrase: string): number => [...asMeant(passphrase)].length;

/**
 * Derives the key of a file from a passphrase: on a desk computer a quarter of a second for today's cost.
 * @param progress is told the part that is done, from 0 to 1
 */
export async function deriveKey(
	passphrase: string,
	{ memory, passes, lanes, salt }: Derivation,
	progress: (part: number) => void
): Promise<CryptoKey> {
	const derived = await argon2idAsync(utf8ToBytes(asMeant(passphrase)), hexToBytes(salt), {
		m: memory,
		t: passes,
		p: lanes,
		dkLen: 32,
		asyncTick: turn,
		onProgress: progress
	});
	const raw = derived as Uint8Array<ArrayBuffer>;
	const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
	raw.fill(0);
	return key;
}
