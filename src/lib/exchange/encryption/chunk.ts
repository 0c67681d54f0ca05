import { concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { tagSize } from './container.ts';

/**
 * How one chunk is encrypted: under a nonce of its own, made of the file's, the chunk's number and whether it is
 * the last, and bound to the header. So chunks that were moved, doubled, dropped or cut off do not open. (It is
 * the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015.)
 */
export function chunkParameters(
	header: Uint8Array<ArrayBuffer>,
	nonce: string,
	number: number,
	isLast: boolean
): AesGcmParams {
	const place = new DataView(new ArrayBuffer(5));
	place.setUint32(0, number);
	place.setUint8(4, isLast ? 1 : 0);
	return {
		name: 'AES-GCM',
		iv: new Uint8Array(concatBytes(hexToBytes(nonce), new Uint8Array(place.buffer))),
		additionalData: header,
		tagLength: tagSize * 8
	};
}

/** A part of a file that makes one chunk. */
interface Piece {
	number: number;
	isLast: boolean;
	bytes: ArrayBuffer;
	/** How much of what is cut up lies before the end of it, from 0 to 1. */
	part: number;
}

/** A file in pieces of one size, the last one shorter; one empty piece where there is nothing. */
export async function* piecesOf(file: Blob, size: number): AsyncGenerator<Piece, void, undefined> {
	const last = Math.max(0, Math.ceil(file.size / size) - 1);
	for (let number = 0; number <= last; number += 1) {
		const bytes = await file.slice(number * size, (number + 1) * size).arrayBuffer();
		yield { number, isLast: number === last, bytes, part: (number + 1) / (last + 1) };
	}
}
