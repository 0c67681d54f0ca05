import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { someEvents } from './fixtures.ts';
import type { Commit } from './schema.ts';
import { commitsOf, pack, packOne, segmentSize } from './segment.ts';

// For a machine that is busy with other things.
vi.setConfig({ testTimeout: 30_000 });

const pool = someEvents(segmentSize + 200);

/** Commits of so many events each. */
function someCommits(sizes: readonly number[]): Commit[] {
	let at = 0;
	return sizes.map((size, index) => {
		at = at + size > pool.length ? 0 : at;
		const events = pool.slice(at, (at += size));
		return { position: index + 1, origin: 'person', events, hash: `${index}` };
	});
}

it('packs any commits into segments that follow each other, and gives the same again', () => {
	const sizes = fc.array(fc.oneof(fc.constantFrom(0, 1, segmentSize, segmentSize + 1), fc.nat(700)), {
		minLength: 1,
		maxLength: 8
	});
	fc.assert(
		fc.property(sizes, fc.nat(5), (sizes, after) => {
			const commits = someCommits(sizes);
			const packed = pack(commits, after);
			const segments = packed.map(({ segment }) => segment);
			expect(segments.flatMap((segment) => commitsOf(segment)!)).toEqual(commits);
			expect(segments.map(({ number }) => number)).toEqual(segments.map((_, index) => after + 1 + index));
			segments.forEach((segment, index) => {
				const before = segments[index - 1];
				expect(segment.first).toBe(before ? before.last + 1 : 1);
				const own = commitsOf(segment)!;
				const events = own.flatMap((commit) => commit.events);
				expect(segment.events).toBe(events.length);
				// Only a commit that alone is larger makes a larger segment.
				expect(events.length <= segmentSize || own.length === 1 || own[0]!.events.length > segmentSize).toBe(
					true
				);
				const { ids, streams } = packed[index]!.directory;
				expect(ids.match(/.{36}/g) ?? []).toEqual(events.map(({ id }) => id));
				expect(new Set(streams.split(' ').filter(Boolean))).toEqual(
					new Set(events.map(({ stream }) => stream))
				);
			});
		}),
		{ numRuns: 60 }
	);
});

it('fills segments as far as the commits let it', () => {
	const events = (sizes: number[]) => pack(someCommits(sizes), 0).map(({ segment }) => segment.events);
	expect(events([600, 400, 1])).toEqual([segmentSize, 1]);
	expect(events([600, 401])).toEqual([600, 401]);
	expect(events(Array.from({ length: segmentSize + 5 }, () => 1))).toEqual([segmentSize, 5]);
	expect(events([0, 0])).toEqual([0]);
	expect(events([])).toEqual([]);
});

it('has no commits where something else was written in their place', () => {
	const { segment } = packOne(someCommits([2]), 1);
	for (const commits of [undefined, null, '[]', {}])
		expect(commitsOf({ ...segment, commits: commits as never })).toBeUndefined();
});
