import { canonicalJson } from '#lib/envelope/canonical.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { BundleContents } from './bundle.ts';
import { digestsOfTexts } from './digest.ts';
import { headerLine } from './header.ts';
import { coveredText, uncoveredText } from './line.ts';

/** How many events are made into lines at a time. */
const batchSize = 1000;

/**
 * Writes a bundle: a header, then one event a line in the order given. The same contents give the same bytes.
 * @param progress is told how many events are written
 */
export async function writeBundle(
	{ events, scope, heads }: BundleContents,
	progress: (written: number) => void = () => {}
): Promise<Blob> {
	const file = await markOf({ events, scope, heads });
	const parts: BlobPart[] = [`${headerLine({ file, scope, count: events.length, heads })}\n`];
	for (let at = 0; at < events.length; at += batchSize) {
		const covered = events
			.slice(at, at + batchSize)
			.map((event, index) => coveredText(file, at + index + 2, canonicalJson(event)));
		const digests = await digestsOfTexts(covered);
		// A blob each, so that the browser may put what is written out of memory.
		parts.push(new Blob(covered.map((text, index) => `${uncoveredText(digests[index]!)}${text}\n`)));
		progress(at + covered.length);
	}
	return new Blob(parts, { type: 'application/jsonl' });
}

/** What a file is known by in its own lines: different for contents that differ in anything. */
async function markOf({ events, scope, heads }: BundleContents): Promise<string> {
	const said = [canonicalJson({ scope, heads })];
	for (let at = 0; at < events.length; at += batchSize)
		said.push(
			events
				.slice(at, at + batchSize)
				.map(whatItIs)
				.join('\n')
		);
	const [mark] = await digestsOfTexts([(await digestsOfTexts(said)).join('\n')]);
	return mark!.slice(0, 16);
}

/** Enough to tell an event from any other; its hash already stands for the most of it. */
const whatItIs = (event: Envelope): string =>
	event.link ? event.link.hash + (event.redacted ?? '') : canonicalJson(event);
