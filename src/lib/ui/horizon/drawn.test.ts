import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GroupOnDay } from '#lib/cycle/outline/dueIndex.ts';
import type { ObligationOnDay } from '#lib/cycle/timeline/views.ts';
import { drawnOf, placesOf } from './drawn.ts';

/** A group of so many, each known by its place. */
const group = (name: string, count: number): GroupOnDay => ({
	count,
	rows: (from, to) =>
		Array.from(
			{ length: Math.min(to, count) - from },
			(_, row) => `${name} ${from + row}` as unknown as ObligationOnDay
		),
	leading: () => undefined
});

test('places are all of a few, and of many the first, the last and an even choice between', () => {
	fc.assert(
		fc.property(fc.nat(5000), fc.integer({ min: 2, max: 60 }), (count, room) => {
			const places = placesOf(count, room);
			expect(places).toHaveLength(Math.min(count, room));
			expect(new Set(places).size).toBe(places.length);
			if (count) expect([places[0], places.at(-1)]).toEqual([0, count - 1]);
			const steps = places.slice(1).map((place, before) => place - places[before]!);
			if (steps.length) expect(Math.max(...steps) - Math.min(...steps)).toBeLessThanOrEqual(1);
		})
	);
});

test('of what is owed a choice is drawn where it is much, and of what is done the latest', () => {
	const groups = {
		overdue: group('overdue', 1000),
		soon: group('soon', 2),
		later: group('later', 0),
		undated: group('undated', 0),
		met: group('met', 1000)
	};
	const { seen, isSample } = drawnOf(groups);
	expect(isSample).toBe(true);
	expect(seen).toHaveLength(82);
	expect(seen).toEqual(expect.arrayContaining(['overdue 0', 'overdue 999', 'soon 1', 'met 0', 'met 39']));
	expect(drawnOf({ ...groups, overdue: group('overdue', 40) }).isSample).toBe(false);
});
