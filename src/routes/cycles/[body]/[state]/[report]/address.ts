import { foldCycle, type FoldFailure, type Timeline } from '#lib/cycle/timeline/fold.ts';

/** The cycle that an address names, with nothing in it yet; undefined where it names none. */
export function cycleOf(stream: string): Timeline | FoldFailure | undefined {
	if (!/^[A-Z-]{2,8}\/[A-Z]{2,3}(-[A-Z]{3})?\/[1-9]\d?(-[1-9]\d?)?$/.test(stream)) return undefined;
	const folded = foldCycle(stream, []);
	return 'kind' in folded || folded.reportNumbers.length ? folded : undefined;
}
