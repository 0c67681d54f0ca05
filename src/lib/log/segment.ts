import type { Commit, Directory, Segment } from './schema.ts';
import { contentsOf } from './stored.ts';

/** So many events make a segment: enough that reading all is quick, few enough that reading one is. */
export const segmentSize = 1000;

/** Packs commits, which follow each other, into segments. A commit is never divided. */
export function pack(
	commits: readonly Commit[],
	after: number
): { segment: Segment; directory: Directory }[] {
	return grouped(commits).map((group, index) => packOne(group, after + 1 + index));
}

/** One segment of some commits. */
export function packOne(
	commits: readonly Commit[],
	number: number
): { segment: Segment; directory: Directory } {
	// What is damaged is packed with the rest, but cannot be looked for.
	const { events } = contentsOf(commits);
	return {
		segment: {
			number,
			first: commits[0]!.position,
			last: commits.at(-1)!.position,
			events: events.length,
			commits: [...commits]
		},
		directory: {
			ids: events.map(({ id }) => id).join(''),
			streams: [...new Set(events.map(({ stream }) => stream))].join(' ')
		}
	};
}

/** The commits of a segment; undefined where there are none, as in a record that something else wrote. */
export const commitsOf = ({ commits }: Segment): Commit[] | undefined =>
	Array.isArray(commits) ? commits : undefined;

function grouped(commits: readonly Commit[]): Commit[][] {
	const groups: Commit[][] = [];
	let room = 0;
	for (const commit of commits) {
		const { length } = contentsOf([commit]).events;
		if (room < length || groups.length === 0) {
			groups.push([]);
			room = segmentSize;
		}
		groups.at(-1)!.push(commit);
		room -= length;
	}
	return groups;
}
