import { outlineStream } from '#lib/cycle/outline/outline.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { Folded } from './projection.ts';

/** Folds streams anew. @param events all events of the streams, and of any others */
export function foldStreams(streams: Iterable<string>, events: readonly Envelope[]): Map<string, Folded> {
	const byStream = Map.groupBy(events, ({ stream }) => stream);
	return new Map(
		[...streams].map((stream) => {
			const ofStream = byStream.get(stream);
			return [stream, ofStream ? outlineStream(stream, ofStream) : null];
		})
	);
}
