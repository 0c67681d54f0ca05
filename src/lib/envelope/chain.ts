import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical.ts';
import type { Envelope, Link, NewEvent } from './envelope.ts';

/** Where a chain ends: the place of its last event, and its hash. */
export type ChainHead = Pick<Link, 'sequence' | 'hash'>;

/** SHA-256 of a text in UTF-8, in hexadecimal. At once and not later, so that it can be asked inside a transaction. */
export const hashOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** The same by WebCrypto, which is several times as quick and has to be waited for. */
export const hashLater = async (text: string): Promise<string> =>
	bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8ToBytes(text) as BufferSource)));

/** The salted hash of what an event says: its data and its source. What stays of them once they are redacted. */
export function contentHash({ data, source, link, redacted }: Envelope): string {
	return redacted ?? hashOf((link?.salt ?? '') + canonicalJson([data, source]));
}

/**
 * The hash of an event: over everything it is recorded with, its place in the chain of its replica included, and
 * over the hash of its content in place of the content.
 */
export function eventHash(event: Envelope): string {
	const { id, stream, type, schema, on, recordedAt, by, replica, corrects, link } = event;
	const place = link && { sequence: link.sequence, previous: link.previous };
	const content = contentHash(event);
	return hashOf(
		canonicalJson({ id, stream, type, schema, on, recordedAt, by, replica, corrects, place, content })
	);
}

/** Puts an event at the end of a chain. @param salt 16 random bytes in hexadecimal, never used again */
export function linked(
	event: NewEvent,
	after: ChainHead | undefined,
	salt: string
): Envelope & { link: Link } {
	const link = { sequence: (after?.sequence ?? 0) + 1, previous: after?.hash ?? null, salt, hash: '' };
	const placed = { ...event, link };
	link.hash = eventHash(placed);
	return placed;
}

/** Whether an event is what its link says it is; true where it has none, which says nothing. */
export const fitsItsLink = (event: Envelope): boolean => !event.link || event.link.hash === eventHash(event);

/** The event without what it says. The salt goes too: with it, a short content could be guessed from its hash. */
export function redact(event: Envelope): Envelope {
	const { link, ...rest } = event;
	const { sequence, previous, hash } = link ?? {};
	return {
		...rest,
		data: {},
		source: null,
		...(link && { link: { sequence: sequence!, previous: previous!, hash: hash! } }),
		redacted: contentHash(event)
	};
}
