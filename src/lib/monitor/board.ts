import type { IsoDate } from '#lib/calendar/date.ts';
import { dayNumber, dayOf, numberOfDay, type DayNumber } from '#lib/calendar/dayNumber.ts';
import { shiftDate } from '#lib/calendar/interval.ts';
import { duties } from '#lib/cycle/deadline.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';
import {
	groups,
	obligationOn,
	soonWithin,
	type Group,
	type ObligationOnDay
} from '#lib/cycle/timeline/views.ts';
import { kinds, type Parties, type Phases } from './columns.ts';
import { delayOf } from './delay.ts';
import type { Narrowed } from './narrowing.ts';
import type { Delay, Selection } from './selection.ts';

const [overdue, soon, later, undated, met] = groups.keys() as unknown as readonly [
	number,
	number,
	number,
	number,
	number
];

/** By what rows can be sorted. `latest` is the order of urgency turned round. */
export const sortings = ['urgency', 'latest', 'state', 'body'] as const;
export type Sorting = (typeof sortings)[number];

/** Rows of which only those are made that somebody looks at. An array is such, too. */
export interface Rows<Row> {
	readonly length: number;
	slice(from: number, to: number): readonly Row[];
}

/** How one State stands before one body: by what is most pressing there. */
export interface Cell {
	state: string;
	body: string;
	group: Group;
	/** How many obligations are in that group: as many as the cell opens. */
	count: number;
	/** The most pressing of them. */
	worst: Owed;
	/** The day by which it was due, where it is overdue. */
	due: IsoDate | null;
}

/** What is owed and what is done on one day, as far as a selection goes. */
export class Board {
	readonly #phases: Phases;
	readonly #parties: Parties;
	readonly #asOf: IsoDate;
	readonly #today: DayNumber;
	/** The phases that the selection keeps that day, in the order of their day, and the group of each. */
	readonly #places: Int32Array;
	readonly #groups: Uint8Array;
	/** By cell, State by State: the most pressing group (or `groups.length`), how many are in it, and the worst. */
	readonly #group: Uint8Array;
	readonly #count: Int32Array;
	readonly #worst: Int32Array;
	/** How many are in each group. */
	readonly #totals = new Int32Array(groups.length);

	/** @param narrowed what `narrow` gives for the selection */
	constructor(phases: Phases, parties: Parties, asOf: IsoDate, selection: Selection, narrowed: Narrowed) {
		this.#phases = phases;
		this.#parties = parties;
		this.#asOf = asOf;
		this.#today = dayNumber(asOf);
		const cells = parties.states.length * parties.bodies.length;
		this.#group = new Uint8Array(cells).fill(groups.length);
		this.#count = new Int32Array(cells);
		this.#worst = new Int32Array(cells);
		this.#places = new Int32Array(phases.owed.length);
		this.#groups = new Uint8Array(phases.owed.length);
		const kept = this.#keep(selection, narrowed);
		this.#places = this.#places.subarray(0, kept);
		this.#groups = this.#groups.subarray(0, kept);
	}

	/** How many there are; of one group, where that is given. As many as `rows` gives. */
	count(group?: Group): number {
		return group ? this.#totals[groups.indexOf(group)]! : this.#places.length;
	}

	/**
	 * The rows in an order. That of urgency is that of `obligationsOn`; what another holds to be equal keeps it.
	 * @param ranks of the States, by their places: which comes before which where one sorts by State
	 */
	rows(by: Sorting = 'urgency', ranks?: readonly number[]): Rows<ObligationOnDay> {
		const inOrder = this.#inOrder();
		if (by === 'latest') inOrder.reverse();
		const { state, body } = this.#phases;
		if (by === 'body') sortBy(inOrder, (place) => body[place]!);
		if (by === 'state') sortBy(inOrder, (place) => ranks?.[state[place]!] ?? state[place]!);
		// A row is made once, so that whoever shows it sees that it is the same.
		const made = new Map<number, ObligationOnDay>();
		const rowAt = (place: number) => {
			const row = made.get(place) ?? this.#rowAt(place);
			made.set(place, row);
			return row;
		};
		return {
			length: inOrder.length,
			slice: (from, to) => Array.from(inOrder.subarray(from, to), rowAt)
		};
	}

	/** The most pressing of all; undefined where there is nothing. */
	first(): ObligationOnDay | undefined {
		let first = -1;
		for (let index = 0; index < this.#places.length; index += 1)
			if (first < 0 || this.#groups[index]! < this.#groups[first]!) first = index;
			// Of what is done, the latest comes first.
			else if (this.#groups[index] === met && this.#groups[first] === met) first = index;
		return first < 0 ? undefined : this.#rowAt(this.#places[first]!);
	}

	/** Of how many States something is overdue. */
	statesOverdue(): number {
		const bodies = this.#parties.bodies.length;
		return this.#parties.states.filter((_, state) =>
			this.#group.subarray(state * bodies, (state + 1) * bodies).includes(overdue)
		).length;
	}

	/** How a State stands before a body, by their places; null where nothing is kept of it. */
	cell(state: number, body: number): Cell | null {
		const at = state * this.#parties.bodies.length + body;
		const group = groups[this.#group[at]!];
		if (!group) return null;
		const worst = this.#worst[at]!;
		return {
			state: this.#parties.states[state]!,
			body: this.#parties.bodies[body]!,
			group,
			count: this.#count[at]!,
			worst: this.#phases.owed[worst]!,
			due: group === 'overdue' ? dayOf(this.#phases.day[worst]!) : null
		};
	}

	/** The same for a picture, without making anything: the group's place in `groups`, or one past the last. */
	groupAt(state: number, body: number): number {
		return this.#group[state * this.#parties.bodies.length + body]!;
	}

	/** How many days the most overdue of a cell is; 0 where nothing is. */
	daysLateAt(state: number, body: number): number {
		const at = state * this.#parties.bodies.length + body;
		return this.#group[at] === overdue ? this.#today - this.#phases.day[this.#worst[at]!]! : 0;
	}

	/** Of each that is kept and overdue: its State and body by their places, and how many days it is late. */
	eachOverdue(tell: (state: number, body: number, days: number, owed: Owed) => void): void {
		const { state, body, day, owed } = this.#phases;
		for (let index = 0; index < this.#places.length; index += 1) {
			const place = this.#places[index]!;
			if (this.#groups[index] === overdue)
				tell(state[place]!, body[place]!, this.#today - day[place]!, owed[place]!);
		}
	}

	/** Of each that is kept and was received with a due day: its body, the day it came, and whole days late. */
	eachReceived(tell: (body: number, on: DayNumber, days: number) => void): void {
		const { body, day, kind, late } = this.#phases;
		for (const place of this.#places)
			if (kind[place] === kinds.met) tell(body[place]!, day[place]!, late[place]!);
	}

	/** Keeps what the selection keeps; gives how many. */
	#keep(selection: Selection, { states, bodies }: Narrowed): number {
		const { from, to, kind, day, state, body, duty, first, late } = this.#phases;
		const today = this.#today;
		const wanted = {
			group: selection.group === null ? -1 : groups.indexOf(selection.group),
			duty: selection.duty === null ? -1 : duties.indexOf(selection.duty),
			before:
				selection.late === null ? Infinity : dayNumber(shiftDate(this.#asOf, `P${selection.late}Y`, 'before'))
		};
		const keepsEnding = endingsKept(selection);
		const anyEnding = selection.delay === null && selection.year === null;
		let kept = 0;
		for (let place = 0; place < from.length; place += 1) {
			if (from[place]! > today || today >= to[place]!) continue;
			if (!states[state[place]!] || !bodies[body[place]!]) continue;
			if (wanted.duty >= 0 && duty[place] !== wanted.duty) continue;
			const group = groupOf(kind[place]!, day[place]! - today);
			if (wanted.group >= 0 && group !== wanted.group) continue;
			if (wanted.before !== Infinity && (group !== overdue || day[place]! >= wanted.before)) continue;
			if (selection.neverReported && (group !== overdue || !first[place])) continue;
			if (!anyEnding && !keepsEnding(kind[place]!, day[place]!, late[place]!)) continue;
			this.#places[kept] = place;
			this.#groups[kept] = group;
			kept += 1;
			this.#tally(state[place]! * bodies.length + body[place]!, group, place);
		}
		return kept;
	}

	/** Counts one in its cell. What comes first of a group is the most pressing; of what is done, what comes last. */
	#tally(at: number, group: number, place: number): void {
		this.#totals[group]! += 1;
		if (group > this.#group[at]!) return;
		const better = group < this.#group[at]!;
		this.#count[at] = better ? 1 : this.#count[at]! + 1;
		if (better || group === met) this.#worst[at] = place;
		this.#group[at] = group;
	}

	#inOrder(): Int32Array {
		const inOrder = new Int32Array(this.#places.length);
		let at = 0;
		for (let group = 0; group < groups.length; group += 1) {
			const begun = at;
			for (let index = 0; index < this.#places.length; index += 1)
				if (this.#groups[index] === group) inOrder[at++] = this.#places[index]!;
			// What is done is shown with the latest first.
			if (group === met) inOrder.subarray(begun, at).reverse();
		}
		return inOrder;
	}

	#rowAt(place: number): ObligationOnDay {
		return obligationOn(this.#phases.owed[place]!, this.#asOf)!;
	}
}

/** Sorts places by a small number of each; what shares one keeps its order. As numbers they sort quickly. */
function sortBy(places: Int32Array, keyOf: (place: number) => number): void {
	const before = places.slice();
	const keys = Float64Array.from(before, (place, at) => keyOf(place) * before.length + at).sort();
	keys.forEach((key, at) => (places[at] = before[key % before.length]!));
}

/** The group of a phase, by its place. @param days from the day one looks from to its own */
function groupOf(kind: number, days: number): number {
	if (kind === kinds.dated) return days < 0 ? overdue : days <= soonWithin ? soon : later;
	return kind === kinds.undated ? undated : met;
}

/** Whether a selection keeps what was received on a day, so many days late. */
function endingsKept({ delay, year }: Selection): (kind: number, day: DayNumber, late: number) => boolean {
	const begins = year === null ? -Infinity : numberOfDay(year, 1, 1);
	const ends = year === null ? Infinity : numberOfDay(year + 1, 1, 1);
	const isWanted = (late: Delay) => delay === null || delay === 'any' || delay === late;
	return (kind, day, late) => kind === kinds.met && day >= begins && day < ends && isWanted(delayOf(late));
}
