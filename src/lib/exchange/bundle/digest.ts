import { bytesToHex } from '@noble/hashes/utils.js';

const encoder = new TextEncoder();

/**
 * SHA-256 of each of some pieces, in hexadecimal. By the browser's own digest, which answers later: with many in
 * flight at once it takes a fifth of the time that `hashOf` takes for them.
 */
export async function digests(pieces: readonly Uint8Array<ArrayBuffer>[]): Promise<string[]> {
	const buffers = await Promise.all(pieces.map((piece) => crypto.subtle.digest('SHA-256', piece)));
	return buffers.map((buffer) => bytesToHex(new Uint8Array(buffer)));
}

/** The same of texts, in UTF-8. */
export function digestsOfTexts(texts: readonly string[]): Promise<string[]> {
	// All in one piece of memory: a piece each costs more than the encoding. A UTF-16 unit takes 3 bytes at most.
	const memory = new Uint8Array(3 * texts.reduce((length, text) => length + text.length, 0));
	let end = 0;
	const pieces = texts.map((text) => {
		const start = end;
		end += encoder.encodeInto(text, memory.subarray(start)).written;
		return memory.subarray(start, end);
	});
	return digests(pieces);
}
