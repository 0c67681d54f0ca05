import type { IsoDate } from '#lib/calendar/date.ts';
import { dayNumber } from '#lib/calendar/dayNumber.ts';
import { isOwedToCommittee, type Owed } from '../timeline/owed.ts';
import { obligationOn, soonWithin, type Group, type ObligationOnDay } from '../timeline/views.ts';
import type { Outline } from './outline.ts';
import { Phases, PhaseTable } from './phaseTable.ts';

/** The obligations of one group on a day. */
export interface GroupOnDay {
	count: number;
	/** Some of them, in the order of urgency: from one place up to, but without, another. */
	rows(from: number, to: number): ObligationOnDay[];
	/** The one to speak of first: one that is owed to a committee, where there is one. */
	leading(): ObligationOnDay | undefined;
}

/** Later than every day: what lasts until this has no end. */
const never = 2 ** 30;

/**
 * Everything that is owed, sorted once, so that any day can be asked quickly: it gives the same groups in the same
 * order as `obligationsOn`. It is made anew when cycles change.
 */
export class DueIndex {
	/** While something is owed: by its day, or without one; and from when on it is done. */
	readonly #dated: PhaseTable;
	readonly #undated: PhaseTable;
	readonly #ended: PhaseTable;

	/** @param outlines of each cycle once */
	constructor(outlines: Iterable<Outline>) {
		const phases = { dated: new Phases(), undated: new Phases(), ended: new Phases() };
		// What shares a day is ordered by the ids of the obligations. They begin with their stream and `#`, which comes
		// before all that a stream is written with: the order of the streams is theirs.
		for (const { obligations } of [...outlines].sort(byStream))
			for (const owed of obligations) addPhases(owed, phases);
		this.#dated = new PhaseTable(phases.dated);
		this.#undated = new PhaseTable(phases.undated);
		this.#ended = new PhaseTable(phases.ended);
	}

	/** What is owed and what is done on a day, group by group. */
	on(asOf: IsoDate): Record<Group, GroupOnDay> {
		const today = dayNumber(asOf);
		const dated = this.#dated.on(today);
		const overdue = this.#dated.countBefore(dated, today);
		const near = this.#dated.countBefore(dated, today + soonWithin + 1);
		const group = (table: PhaseTable, places: Int32Array): GroupOnDay => ({
			count: places.length,
			rows: (from, to) =>
				Array.from(places.subarray(from, to), (place) => obligationOn(table.owedAt(place), asOf)!),
			leading() {
				const place = places.find((one) => isOwedToCommittee(table.owedAt(one))) ?? places[0];
				return place === undefined ? undefined : obligationOn(table.owedAt(place), asOf);
			}
		});
		return {
			overdue: group(this.#dated, dated.subarray(0, overdue)),
			soon: group(this.#dated, dated.subarray(overdue, near)),
			later: group(this.#dated, dated.subarray(near)),
			undated: group(this.#undated, this.#undated.on(today)),
			// What is done is shown with the latest first.
			met: group(this.#ended, this.#ended.on(today).reverse())
		};
	}
}

const byStream = (one: Outline, other: Outline): number => (one.stream < other.stream ? -1 : 1);

/** Adds the time in which each date of an obligation is in force, and the time from its ending on. */
function addPhases(owed: Owed, phases: Record<'dated' | 'undated' | 'ended', Phases>): void {
	const { openedBy, dates, ending } = owed;
	const opened = dayNumber(openedBy.on);
	let to = never;
	if (ending) {
		const day = dayNumber(ending.on);
		to = Math.max(opened, day);
		phases.ended.add(owed, day, to, never);
	}
	// From the last date back: each is in force until a later one is.
	for (let place = dates.length - 1; place >= 0 && opened < to; place -= 1) {
		const { due, from: set } = dates[place]!;
		// The first date counts from the start.
		const from = place ? Math.max(opened, dayNumber(set)) : opened;
		if (from >= to) continue;
		if (due) phases.dated.add(owed, dayNumber(due), from, to);
		else phases.undated.add(owed, 0, from, to);
		to = from;
	}
}
