import type { IsoDate } from '#lib/calendar/date.ts';
import { shiftDate } from '#lib/calendar/interval.ts';
import type { Outline } from './outline/outline.ts';
import { haveSameSpells, readSpells, type OutlinedSpell } from './outline/spells.ts';
import type { StatePath } from './statechart/chart.ts';
import type { Owed } from './timeline/owed.ts';
import { dueSoonOn, soonUntil, soonWithin, spellsOn } from './timeline/views.ts';

/** Something that is different from the last time somebody looked. */
export type Change =
	/** States that one step of the cycle entered, on the day it did. */
	| { kind: 'transition'; stream: string; on: IsoDate; states: StatePath[] }
	/** A deadline came near, on the day it did. */
	| { kind: 'deadlineNear'; stream: string; on: IsoDate; obligation: Owed; due: IsoDate };

/**
 * What changed since the last visit, whoever or whatever changed it: a fact, an import, a correction, the clock.
 * The cycles as they were known then, seen on that day, are held against the cycles as they are known, seen on
 * this day: states that were entered, and deadlines that came near. Newest first.
 * @param now the outline of each cycle, by its stream, as it is known
 * @param then the same as it was known at the last visit
 * @param last the last visit: its day in Geneva
 */
export function changesSince(
	now: ReadonlyMap<string, Outline>,
	then: ReadonlyMap<string, Outline>,
	last: { on: IsoDate },
	asOf: IsoDate
): Change[] {
	const changes: Change[] = [];
	const [until, untilThen] = [soonUntil(asOf), soonUntil(last.on)];
	for (const [stream, outline] of now) {
		const before = then.get(stream);
		// On one day, only what was recorded can have changed anything.
		if (before === outline && last.on === asOf) continue;
		const entered = statesEntered(outline, before, last.on, asOf);
		for (const spells of Map.groupBy(entered, ({ step }) => step).values()) {
			const on = spells[0]!.from;
			// What it is in from the beginning nothing has entered.
			if (on) changes.push({ kind: 'transition', stream, on, states: spells.map(({ state }) => state) });
		}
		for (const obligation of outline.obligations) {
			const due = dueSoonOn(obligation, asOf, until);
			if (!due) continue;
			const obligationThen = before?.obligations.find(({ id }) => id === obligation.id);
			if (obligationThen && dueSoonOn(obligationThen, last.on, untilThen) === due) continue;
			const on = shiftDate(due, `P${soonWithin}D`, 'before');
			changes.push({ kind: 'deadlineNear', stream, on, obligation, due });
		}
	}
	return changes.sort((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0));
}

/** The states that a cycle is in on a day and was not in, or had not entered then, on the day of the last visit. */
export function statesEntered(
	outline: Outline,
	before: Outline | undefined,
	lastDay: IsoDate,
	asOf: IsoDate
): OutlinedSpell[] {
	// Where what was recorded moved nothing, time alone has passed: what is new began since, and stands last.
	const isMoved = !before || !haveSameSpells(outline, before);
	if (!isMoved && lastDay === asOf) return [];
	const spells = readSpells(outline);
	if (!isMoved && lastDay <= asOf) {
		const known = spells.findLastIndex(({ from }) => from === null || from <= lastDay) + 1;
		return known < spells.length ? spellsOn({ spells: spells.slice(known) }, asOf) : [];
	}
	const then = before ? spellsOn({ spells: readSpells(before) }, lastDay) : [];
	return spellsOn({ spells }, asOf).filter(
		(spell) => !then.some(({ state, from }) => state === spell.state && from === spell.from)
	);
}
