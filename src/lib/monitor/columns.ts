import { dayNumber, type DayNumber } from '#lib/calendar/dayNumber.ts';
import { duties } from '#lib/cycle/deadline.ts';
import { byDay } from '#lib/cycle/outline/phaseTable.ts';
import { readChronicle } from '#lib/cycle/outline/chronicle.ts';
import type { Outline } from '#lib/cycle/outline/outline.ts';
import { dateInForce, isOwedToCommittee, type OwedToCommittee } from '#lib/cycle/timeline/owed.ts';
import { inOrderOfBodies } from '#lib/procedures/index.ts';

/** Later than every day: what lasts until this has no end. */
const never = 2 ** 30;

/** What is owed during a phase, or how it ended. */
export const kinds = { dated: 0, undated: 1, met: 2, metUndated: 3, ended: 4 } as const;

/** The States and bodies that something is recorded of, each by its place. */
export interface Parties {
	/** In the order of their codes. */
	states: readonly string[];
	/** In the order in which bodies are usually listed. */
	bodies: readonly string[];
}

/**
 * Every time during which an obligation has one date, or is done, in columns: what stands in one place of each
 * belongs together. In the order of the days they are ordered by, and of the obligations' ids within one day.
 */
export interface Phases {
	owed: readonly OwedToCommittee[];
	state: Uint16Array;
	body: Uint8Array;
	duty: Uint8Array;
	kind: Uint8Array;
	/** The due day, or the day it came to an end; 0 where there is none. */
	day: Int32Array;
	/** The first day of the phase, and the first day after it. */
	from: Int32Array;
	to: Int32Array;
	/** Of what was met with a due day: whole days late, 0 in time. */
	late: Int32Array;
	/** Whether it is the first report that the State owes the body. */
	first: Uint8Array;
}

/** The States and bodies of some cycles. */
export function partiesOf(outlines: readonly Outline[]): Parties {
	return {
		states: [...new Set(outlines.map(({ state }) => state))].sort(),
		bodies: [...new Set(outlines.map(({ body }) => body))].sort(inOrderOfBodies)
	};
}

/** The phases of everything owed in some cycles. */
export function phasesOf(outlines: readonly Outline[], { states, bodies }: Parties): Phases {
	const places = {
		states: new Map(states.map((state, place) => [state, place])),
		bodies: new Map(bodies.map((body, place) => [body, place])),
		duties: new Map(duties.map((duty, place) => [duty, place]))
	};
	const rows = new Rows(mostPhases(outlines));
	for (const outline of [...outlines].sort((one, other) => (one.stream < other.stream ? -1 : 1))) {
		rows.state = places.states.get(outline.state)!;
		rows.body = places.bodies.get(outline.body)!;
		for (const owed of outline.obligations) {
			// How a State prepares what it owes is its own affair.
			if (!isOwedToCommittee(owed)) continue;
			rows.duty = places.duties.get(owed.duty)!;
			rows.first = Number(isFirst(owed, outline));
			addPhases(owed, rows);
		}
	}
	return rows.inOrder();
}

/** How many phases there can be: one for each date, and one for the ending. */
const mostPhases = (outlines: readonly Outline[]): number =>
	outlines.reduce(
		(sum, { obligations }) => obligations.reduce((of, { dates }) => of + dates.length + 1, sum),
		0
	);

/** Phases as they are found; what a cycle or an obligation has in common is set before they are added. */
class Rows {
	readonly #columns: Omit<Phases, 'owed'> & { owed: OwedToCommittee[] };
	#count = 0;
	state = 0;
	body = 0;
	duty = 0;
	first = 0;

	/** @param most how many there will be at the most: columns that grow would be copied again and again */
	constructor(most: number) {
		this.#columns = {
			owed: [],
			state: new Uint16Array(most),
			body: new Uint8Array(most),
			duty: new Uint8Array(most),
			kind: new Uint8Array(most),
			day: new Int32Array(most),
			from: new Int32Array(most),
			to: new Int32Array(most),
			late: new Int32Array(most),
			first: new Uint8Array(most)
		};
	}

	add(owed: OwedToCommittee, kind: number, day: DayNumber, from: DayNumber, to: DayNumber, late = 0): void {
		const columns = this.#columns;
		const place = this.#count++;
		columns.owed.push(owed);
		columns.state[place] = this.state;
		columns.body[place] = this.body;
		columns.duty[place] = this.duty;
		columns.kind[place] = kind;
		columns.day[place] = day;
		columns.from[place] = from;
		columns.to[place] = to;
		columns.late[place] = late;
		columns.first[place] = this.first;
	}

	/** All of them in the order of their days. */
	inOrder(): Phases {
		const { owed, state, body, duty, kind, day, from, to, late, first } = this.#columns;
		const order = byDay(day.subarray(0, this.#count));
		const sorted = <Column extends Uint8Array | Uint16Array | Int32Array>(column: Column): Column => {
			const before = column.slice();
			for (let at = 0; at < order.length; at += 1) column[at] = before[order[at]!]!;
			return column.subarray(0, order.length) as Column;
		};
		return {
			owed: Array.from(order, (place) => owed[place]!),
			state: sorted(state),
			body: sorted(body),
			duty: sorted(duty),
			kind: sorted(kind),
			day: sorted(day),
			from: sorted(from),
			to: sorted(to),
			late: sorted(late),
			first: sorted(first)
		};
	}
}

/** Adds the time in which each date of an obligation is in force, and the time from its ending on. */
function addPhases(owed: OwedToCommittee, rows: Rows): void {
	const { openedBy, dates, ending } = owed;
	const opened = dayNumber(openedBy.on);
	let to = never;
	if (ending) {
		const day = dayNumber(ending.on);
		to = Math.max(opened, day);
		// Late is counted against the date that was in force when it came.
		const due = ending.how === 'met' ? dateInForce(owed, ending.on).due : null;
		const kind = ending.how !== 'met' ? kinds.ended : due ? kinds.met : kinds.metUndated;
		rows.add(owed, kind, day, to, never, due ? Math.max(0, day - dayNumber(due)) : 0);
	}
	// From the last date back: each is in force until a later one is.
	for (let place = dates.length - 1; place >= 0 && opened < to; place -= 1) {
		const { due, from: set } = dates[place]!;
		// The first date counts from the start.
		const from = place ? Math.max(opened, dayNumber(set)) : opened;
		if (from >= to) continue;
		if (due) rows.add(owed, kinds.dated, dayNumber(due), from, to);
		else rows.add(owed, kinds.undated, 0, from, to);
		to = from;
	}
}

/**
 * Whether an obligation is the State's first report to the body. Under the simplified procedure it is the replies
 * to the list of issues prior to reporting.
 */
function isFirst(owed: OwedToCommittee, { reportNumbers, chronicle }: Outline): boolean {
	if (!reportNumbers.includes(1)) return false;
	if (owed.duty === 'initialReport' || owed.duty === 'reportUnderNotice') return true;
	if (owed.duty !== 'replies') return false;
	const opened = dayNumber(owed.openedBy.on);
	// Most replies are to another list, and need not be looked for in all that happened.
	if (!chronicle.includes(`p${opened}`)) return false;
	const told = readChronicle(chronicle);
	return (
		told.some(({ what, on }) => what === 'ListOfIssuesPriorToReportingAdopted' && on === opened) &&
		!told.some(({ what, on }) => what === 'ReportSubmitted' && on <= opened)
	);
}
