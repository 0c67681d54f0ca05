import type { Outline } from '#lib/cycle/outline/outline.ts';
import type { FoldFailure } from '#lib/cycle/timeline/fold.ts';
import type { Damaged, Head } from '#lib/log/index.ts';

/** The log, folded: what is kept at hand of every cycle, and at which place of the log. Never changed. */
export interface Projection {
	position: number;
	/** The hash of the log at that position. */
	hash: string;
	outlines: ReadonlyMap<string, Outline>;
	/** The streams that cannot be folded, and why. */
	failures: ReadonlyMap<string, FoldFailure>;
	/** What is stored but is not an event; it is left where it is. */
	damaged: readonly Damaged[];
}

export const emptyProjection: Projection = {
	position: 0,
	hash: '',
	outlines: new Map(),
	failures: new Map(),
	damaged: []
};

/** What became of one stream; null where it has no events (any more). */
export type Folded = Outline | FoldFailure | null;

/** A projection with some streams folded anew. One that has no events any more is taken out. */
export function withFolded(
	{ outlines, failures, damaged }: Projection,
	folded: ReadonlyMap<string, Folded>,
	{ position, hash }: Pick<Head, 'position' | 'hash'>
): Projection {
	if (folded.size === 0) return { position, hash, outlines, failures, damaged };
	const [newOutlines, newFailures] = [new Map(outlines), new Map(failures)];
	for (const [stream, one] of folded) {
		newOutlines.delete(stream);
		newFailures.delete(stream);
		if (!one) continue;
		if ('kind' in one) newFailures.set(stream, one);
		else newOutlines.set(stream, one);
	}
	return { position, hash, outlines: newOutlines, failures: newFailures, damaged };
}
