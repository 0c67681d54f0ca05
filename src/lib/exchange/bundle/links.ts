import { canonicalJson } from '#lib/envelope/canonical.ts';
import { fitsItsLink } from '#lib/envelope/chain.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { digestsOfTexts } from './digest.ts';

/**
 * The events that are not what their links say: those that `fitsItsLink` denies, found by the browser's own
 * digest, many at once.
 * @param events as they were parsed
 */
export async function misfitsAmong(events: readonly Envelope[]): Promise<Envelope[]> {
	const linked = events.filter(({ link }) => link);
	const contents = await digestsOfTexts(
		linked.map(({ link, data, source }) => (link?.salt ?? '') + canonicalJsonOf([data, source]))
	);
	const hashes = await digestsOfTexts(linked.map((event, index) => hashedText(event, contents[index]!)));
	// What does not fit here is asked once more of the one that knows.
	return linked.filter((event, index) => hashes[index] !== event.link?.hash && !fitsItsLink(event));
}

/** What `eventHash` hashes, its keys in order as they are written here. */
function hashedText(event: Envelope, digest: string): string {
	const { by, corrects, id, link, on, recordedAt, replica, schema, stream, type, redacted } = event;
	const place = link && { previous: link.previous, sequence: link.sequence };
	const content = redacted ?? digest;
	return JSON.stringify({ by, content, corrects, id, on, place, recordedAt, replica, schema, stream, type });
}

/** `canonicalJson` of a parsed value, which is most often in order already. */
const canonicalJsonOf = (value: unknown): string =>
	isInOrder(value) ? JSON.stringify(value) : canonicalJson(value);

function isInOrder(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return true;
	if (Array.isArray(value)) return value.every(isInOrder);
	let before = '';
	for (const [key, field] of Object.entries(value)) {
		if (key < before || !isInOrder(field)) return false;
		before = key;
	}
	return true;
}
