import type { Commit } from './schema.ts';
import type * as segments from './segment.ts';

type Segments = typeof segments;

/**
 * For tests: packing as it is, but with segments of few events, so that a log of many is made quickly.
 *
 * ```ts
 * vi.mock('./segment.ts', async (real) =>
 * 	(await import('./smallSegments.fixtures.ts')).smallSegments(await real())
 * );
 * ```
 */
export function smallSegments(real: Segments): Segments {
	const pack = (commits: readonly Commit[], after: number) =>
		commits.flatMap((_, index) =>
			index % 2 === 0 ? [real.packOne(commits.slice(index, index + 2), after + 1 + index / 2)] : []
		);
	return { ...real, pack, segmentSize: 4 as typeof real.segmentSize };
}
