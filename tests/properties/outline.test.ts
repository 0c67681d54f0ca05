import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shiftDate } from '#lib/calendar/interval.ts';
import { changesSince } from '#lib/cycle/changes.ts';
import { DueIndex } from '#lib/cycle/outline/dueIndex.ts';
import { outlineOf, type Outline } from '#lib/cycle/outline/outline.ts';
import { foldCycle, type Timeline } from '#lib/cycle/timeline/fold.ts';
import {
	dueSoonOn,
	groups,
	obligationsOn,
	obligationOn,
	soonUntil,
	spellsOn
} from '#lib/cycle/timeline/views.ts';
import { anyHistory, recordIn, type Told } from './histories.ts';

const streams = ['CMW/AZE/3', 'CMW/AZE/3-4', 'CCPR/AZE/3', 'CMW/AZE/10', 'CCPR/TUV/1'];
const anyDay = fc.nat({ max: 6000 }).map((days) => shiftDate('2018-01-01', `P${days}D`));
const anyDays = fc.array(anyDay, { minLength: 1, maxLength: 10 });
const anyWorld = fc.array(anyHistory, { maxLength: streams.length });

const foldAs = (stream: string, told: readonly Told[]) =>
	foldCycle(
		stream,
		recordIn(told).map((event) => ({ ...event, stream }))
	) as Timeline;
const outlinesOf = (world: readonly Told[][]): Outline[] =>
	world.map((told, place) => outlineOf(foldAs(streams[place]!, told)));

test('on every day the due index has the groups and the order of what is owed', () => {
	fc.assert(
		fc.property(anyWorld, anyDays, (world, days) => {
			const outlines = outlinesOf(world);
			const index = new DueIndex(outlines);
			for (const day of days) {
				const seen = obligationsOn(outlines, day);
				const on = index.on(day);
				expect(groups.flatMap((group) => on[group].rows(0, on[group].count))).toEqual(seen);
				for (const group of groups)
					expect(on[group].count).toBe(seen.filter((one) => one.group === group).length);
			}
		}),
		{ numRuns: 500 }
	);
});

test('part of a group is that part of the whole', () => {
	fc.assert(
		fc.property(anyWorld, anyDays, fc.nat({ max: 6 }), fc.nat({ max: 6 }), (world, [day], from, more) => {
			const on = new DueIndex(outlinesOf(world)).on(day!);
			for (const group of groups) {
				const { count, rows } = on[group];
				expect(rows(from, from + more)).toEqual(rows(0, count).slice(from, from + more));
			}
		}),
		{ numRuns: 200 }
	);
});

test('an outline stands on every day as its timeline does', () => {
	fc.assert(
		fc.property(anyHistory, anyDays, (history, days) => {
			const timeline = foldAs('CMW/AZE/3', history);
			const outline = outlineOf(timeline);
			for (const day of days) {
				expect(obligationsOn([outline], day).map(({ standing, group }) => ({ standing, group }))).toEqual(
					obligationsOn([timeline], day).map(({ standing, group }) => ({ standing, group }))
				);
				expect(spellsOn(outline, day).map(({ state, from, to }) => [state, from, to])).toEqual(
					spellsOn(timeline, day).map(({ state, from, to }) => [state, from, to])
				);
			}
		}),
		{ numRuns: 500 }
	);
});

test('what is due soon is the group of that name', () => {
	fc.assert(
		fc.property(anyHistory, anyDays, (history, days) => {
			for (const obligation of outlineOf(foldAs('CMW/AZE/3', history)).obligations)
				for (const day of days) {
					const seen = obligationOn(obligation, day);
					expect(dueSoonOn(obligation, day, soonUntil(day))).toBe(
						seen?.group === 'soon' ? seen.date.due : null
					);
				}
		}),
		{ numRuns: 500 }
	);
});

test('where nothing was recorded since the last visit, the clock alone is told', () => {
	fc.assert(
		fc.property(anyWorld, fc.tuple(anyDay, anyDay), (world, [one, other]) => {
			const known = (outlines: Outline[]) => new Map(outlines.map((outline) => [outline.stream, outline]));
			const now = known(outlinesOf(world));
			const told = changesSince(now, now, { on: one }, other);
			// The same content that is another object is held against it state by state.
			expect(told).toEqual(changesSince(now, structuredClone(now), { on: one }, other));
			for (const { kind, on } of told)
				if (kind === 'transition' && one <= other) expect(on > one && on <= other).toBe(true);
		}),
		{ numRuns: 500 }
	);
});
