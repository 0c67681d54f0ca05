import { propose, streamOf, type OtherDocument, type Reading } from '#lib/documents/index.ts';
import { headKeys, notOfAReply, notOfObservations, sessionKeys, type Answered, type Json } from './keys.ts';
import { observations } from './observations.ts';
import { reply } from './reply.ts';

/** A reading as one object, in the keys by which documents are checked by hand; null where nothing is printed. */
export function readingAsJson(reading: Reading, answered: Answered | undefined): Json {
	const own = reading.kind === 'CO' ? observations(reading) : reply(reading, answered);
	return {
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
export function otherAsJson({ documentKind, head, session, paragraphCount }: OtherDocument): Json {
	return {
		kind: documentKind,
		...notOfAReply,
		...notOfObservations,
		...headKeys(head),
		...sessionKeys(session),
		paragraph_count: paragraphCount
	};
}
