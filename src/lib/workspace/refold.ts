import { outlineStream, type Outline } from '#lib/cycle/outline/outline.ts';
import type { FoldFailure } from '#lib/cycle/timeline/fold.ts';
import { knownAt } from '#lib/cycle/timeline/knownAt.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { Damaged, Log, ReadFailure } from '#lib/log/index.ts';
import { ok, type Result } from '#lib/result.ts';
import type { Progress } from './progress.ts';
import type { Projection } from './projection.ts';

/** How far back to look: what was known at an instant, or what was in the log at a position of it. */
export type Until = { instant: string } | { position: number };

/**
 * Reads the whole log and folds every cycle of it.
 * @param until what came later is left out; without it, everything counts
 */
export async function refold(
	log: Pick<Log, 'readAll'>,
	progress: Progress,
	until?: Until
): Promise<Result<Projection, ReadFailure>> {
	const ofStream = new Map<string, Envelope[]>();
	const damaged: Damaged[] = [];
	const counted = (events: readonly Envelope[]) =>
		until && 'instant' in until ? knownAt(events, until.instant) : events;
	const read = await log.readAll(
		(contents, before, head) => {
			for (const event of counted(contents.events)) {
				const others = ofStream.get(event.stream);
				if (others) others.push(event);
				else ofStream.set(event.stream, [event]);
			}
			damaged.push(...contents.damaged);
			// Reading is about a third of the work.
			progress((before + contents.events.length) / 3, head.events);
		},
		until && 'position' in until ? until.position : undefined
	);
	if (!read.ok) return read;

	const outlines = new Map<string, Outline>();
	const failures = new Map<string, FoldFailure>();
	const all = read.value.events;
	let folded = 0;
	for (const [stream, events] of ofStream) {
		const one = outlineStream(stream, events);
		if ('kind' in one) failures.set(stream, one);
		else outlines.set(stream, one);
		folded += events.length;
		progress(all / 3 + (folded / 3) * 2, all);
	}
	const { position, hash } = read.value;
	return ok({ position, hash, outlines, failures, damaged });
}
