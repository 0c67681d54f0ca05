import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { shiftDate } from '#lib/calendar/interval.ts';
import { changesSince } from '#lib/cycle/changes.ts';
import { DueIndex } from '#lib/cycle/outline/dueIndex.ts';
import { readSpells } from '#lib/cycle/outline/spells.ts';
import { outlineOf, type Outline } from '#lib/cycle/outline/outline.ts';
import { everythingOwedIn, foldCycle, type Timeline } from '#lib/cycle/timeline/fold.ts';
import {
	dueSoonOn,
	groups,
	leadingOf,
	obligationsOn,
	obligationOn,
	soonUntil,
	soonWithin,
	spellsOn
} from '#lib/cycle/timeline/views.ts';
import { anyHistory, recordIn, type Told } from './histories.ts';

const streams = ['CMW/AZE/3', 'CMW/AZE/3-4', 'CCPR/AZE/3', 'CMW/AZE/10', 'CCPR/TUV/1'];
/** A day picked from any, and from those on which something begins, ends, or changes its group. */
const anyPick = fc.tuple(fc.boolean(), fc.nat({ max: 6000 }));
const anyPicks = fc.array(anyPick, { minLength: 1, maxLength: 12 });
const anyWorld = fc.array(anyHistory, { maxLength: streams.length });

const foldAs = (stream: string, told: readonly Told[]) =>
	foldCycle(
		stream,
		recordIn(told).map((event) => ({ ...event, stream }))
	) as Timeline;
const outlinesOf = (world: readonly Told[][]): Outline[] =>
	world.map((told, place) => outlineOf(foldAs(streams[place]!, told)));

function picked(outlines: readonly Outline[], picks: readonly [boolean, number][]): IsoDate[] {
	const turns = outlines.flatMap(({ obligations, ...outline }) => [
		...readSpells(outline).flatMap(({ from }) => from ?? []),
		...obligations.flatMap(({ dates, ending }) => [
			...dates.flatMap(({ due, from }) => [from, ...(due ? [due, soonFrom(due)] : [])]),
			...(ending ? [ending.on] : [])
		])
	]);
	const days = turns.flatMap((day) => [day, shiftDate(day, 'P1D'), shiftDate(day, 'P1D', 'before')]);
	return picks.map(([turn, pick]) =>
		turn && days.length ? days[pick % days.length]! : shiftDate('2018-01-01', `P${pick}D`)
	);
}

const soonFrom = (due: IsoDate): IsoDate => shiftDate(due, `P${soonWithin}D`, 'before');

test('on every day the due index has the groups and the order of what is owed', () => {
	fc.assert(
		fc.property(anyWorld, anyPicks, (world, picks) => {
			const outlines = outlinesOf(world);
			const index = new DueIndex(outlines);
			for (const day of picked(outlines, picks)) {
				const seen = obligationsOn(outlines, day);
				const on = index.on(day);
				expect(groups.flatMap((group) => on[group].rows(0, on[group].count))).toEqual(seen);
				expect(groups.map((group) => group !== 'met' && on[group].leading()).find(Boolean)).toEqual(
					leadingOf(seen)
				);
				for (const group of groups)
					expect(on[group].count).toBe(seen.filter((one) => one.group === group).length);
			}
		}),
		{ numRuns: 200 }
	);
});

test('part of a group is that part of the whole', () => {
	fc.assert(
		fc.property(anyWorld, anyPick, fc.nat({ max: 6 }), fc.nat({ max: 6 }), (world, pick, from, more) => {
			const outlines = outlinesOf(world);
			const on = new DueIndex(outlines).on(picked(outlines, [pick])[0]!);
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
		fc.property(anyHistory, anyPicks, (history, picks) => {
			const timeline = foldAs('CMW/AZE/3', history);
			const outline = outlineOf(timeline);
			for (const day of picked([outline], picks)) {
				expect(obligationsOn([outline], day).map(({ standing, group }) => ({ standing, group }))).toEqual(
					obligationsOn([{ obligations: everythingOwedIn(timeline) }], day).map(({ standing, group }) => ({
						standing,
						group
					}))
				);
				expect(
					spellsOn({ spells: readSpells(outline) }, day).map(({ state, from, to }) => [state, from, to])
				).toEqual(spellsOn(timeline, day).map(({ state, from, to }) => [state, from, to]));
			}
		}),
		{ numRuns: 200 }
	);
});

test('what is due soon is the group of that name', () => {
	fc.assert(
		fc.property(anyHistory, anyPicks, (history, picks) => {
			const outline = outlineOf(foldAs('CMW/AZE/3', history));
			for (const obligation of outline.obligations)
				for (const day of picked([outline], picks)) {
					const seen = obligationOn(obligation, day);
					expect(dueSoonOn(obligation, day, soonUntil(day))).toBe(
						seen?.group === 'soon' ? seen.date.due : null
					);
				}
		}),
		{ numRuns: 200 }
	);
});

test('where nothing was recorded since the last visit, the clock alone is told', () => {
	fc.assert(
		fc.property(anyWorld, fc.tuple(anyPick, anyPick), (world, picks) => {
			const outlines = outlinesOf(world);
			const [one, other] = picked(outlines, picks) as [IsoDate, IsoDate];
			const now = new Map(outlines.map((outline) => [outline.stream, outline]));
			const told = changesSince(now, now, { on: one }, other);
			// The same content that is another object is held against it state by state.
			expect(told).toEqual(changesSince(now, structuredClone(now), { on: one }, other));
			for (const { kind, on } of told)
				if (kind === 'transition' && one <= other) expect(on > one && on <= other).toBe(true);
		}),
		{ numRuns: 200 }
	);
});
