import { bytesToHex } from '@noble/hashes/utils.js';

const encoder = new TextEncoder();

/**
 * SHA-256 of each of some pieces, in hexadecimal. All at once: the browser's own digest answers later, and in a
 * browser many in flight take a quarter of the time that `hashOf` takes for them.
 */
export function digests(pieces: readonly Uint8Array<ArrayBuffer>[]): Promise<string[]> {
	return Promise.all(
		pieces.map(async (piece) => bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', piece))))
	);
}

/** The same of texts, in UTF-8. */
export const digestsOfTexts = (texts: readonly string[]): Promise<string[]> =>
	digests(texts.map((text) => encoder.encode(text)));
