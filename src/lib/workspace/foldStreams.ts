import { outlineStream } from '#lib/cycle/outline/outline.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { Progress } from './progress.ts';
import type { Folded } from './projection.ts';

/** Folds streams anew. @param events all events of the streams, and of any others */
export function foldStreams(
	streams: ReadonlySet<string>,
	events: readonly Envelope[],
	progress: Progress = () => {}
): Map<string, Folded> {
	const byStream = Map.groupBy(events, ({ stream }) => stream);
	const folded = new Map<string, Folded>();
	for (const stream of streams) {
		const ofStream = byStream.get(stream);
		folded.set(stream, ofStream ? outlineStream(stream, ofStream) : null);
		progress(folded.size, streams.size);
	}
	return folded;
}
