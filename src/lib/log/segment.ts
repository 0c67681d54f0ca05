import type { Envelope } from '#lib/envelope/envelope.ts';
import type { Commit, Directory, Segment } from './schema.ts';
import { contentsOf } from './stored.ts';

/** So many events make a segment: enough that reading all is quick, few enough that reading one is. */
export const segmentSize = 1000;

/** Packs commits, which follow each other, into segments. A commit is never divided. */
export function pack(commits: readonly Commit[], after: number): Packed[] {
	return grouped(commits).map((group, index) => packOne(group, after + 1 + index));
}

/** A segment, and what is to be written down of it to find it by. */
export interface Packed {
	segment: Segment;
	directory: Directory;
}

/**
 * One segment of some commits.
 * @param events what can be looked for in it. What is damaged is packed with the rest and is not among them.
 */
export function packOne(
	commits: readonly Commit[],
	number: number,
	events: readonly Envelope[] = contentsOf(commits).events
): Packed {
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
