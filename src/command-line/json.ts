import { propose, streamOf, type OtherDocument, type Reading } from '#lib/documents/index.ts';
import { headKeys, notOfAReply, notOfObservations, sessionKeys, type Answered, type Json } from './keys.ts';
import { observations } from './observations.ts';
import { reply } from './reply.ts';

/**
 * A reading as one object, in the keys by which documents are checked by hand; null where nothing is printed.
 * @param file the name of the file that was read, without its folder
 */
export function readingAsJson(file: string, reading: Reading, answered: Answered | undefined): Json {
	const own = reading.kind === 'CO' ? observations(reading) : reply(reading, answered);
	return {
		file,
		kind: reading.kind,
		...headKeys(reading.head),
		...own,
		paragraph_count: reading.paragraphs.length,
		footnote_count: reading.footnotes.length,
		stream: streamOf(reading),
		flags: reading.flags,
		proposed_events: propose(reading)
	};
}

/** What could be told of another kind of document. */
export function otherAsJson(
	file: string,
	{ documentKind, head, session, paragraphCount }: OtherDocument
): Json {
	return {
		file,
		kind: documentKind,
		...notOfAReply,
		...notOfObservations,
		...headKeys(head),
		...sessionKeys(session),
		paragraph_count: paragraphCount
	};
}
