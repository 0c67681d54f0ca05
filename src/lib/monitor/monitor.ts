import type { IsoDate } from '#lib/calendar/date.ts';
import { dayNumber, dayOf } from '#lib/calendar/dayNumber.ts';
import type { Outline } from '#lib/cycle/outline/outline.ts';
import { Assessments } from './assessments.ts';
import { Board } from './board.ts';
import { partiesOf, phasesOf, type Parties, type Phases } from './columns.ts';
import { narrow } from './narrowing.ts';
import { Reviews } from './reviews.ts';
import type { Selection } from './selection.ts';

/** Many cycles, sorted once, so that any day and any selection can be asked quickly. Made anew when cycles change. */
export class Monitor {
	readonly parties: Parties;
	readonly #outlines: ReadonlyMap<string, Outline>;
	readonly #nameOf: (state: string) => string;
	readonly #phases: Phases;
	#reviews: Reviews | undefined;
	#assessments: Assessments | undefined;

	/**
	 * @param outlines by stream
	 * @param nameOf a State's name as people type it
	 */
	constructor(outlines: ReadonlyMap<string, Outline>, nameOf: (state: string) => string) {
		const all = [...outlines.values()];
		this.#outlines = outlines;
		this.#nameOf = nameOf;
		this.parties = partiesOf(all);
		this.#phases = phasesOf(all, this.parties);
	}

	/** What is owed and what is done on a day, as far as a selection goes. */
	board(asOf: IsoDate, selection: Selection): Board {
		return new Board(
			this.#phases,
			this.parties,
			asOf,
			selection,
			narrow(selection, this.parties, this.#nameOf)
		);
	}

	/** The places of the States and bodies that a selection keeps, of those that something is recorded of. */
	kept(selection: Selection): { states: readonly number[]; bodies: readonly number[] } {
		const { states, bodies } = narrow(selection, this.parties, this.#nameOf);
		return { states: placesOf(states), bodies: placesOf(bodies) };
	}

	/** From the first day that something was asked for to the last on which something is due, with a day between. */
	range(including: IsoDate): { from: IsoDate; to: IsoDate } {
		const day = dayNumber(including);
		const { from, day: last } = this.#phases;
		return {
			from: dayOf(from.reduce((one, other) => Math.min(one, other), day)),
			to: dayOf(last.reduce((one, other) => Math.max(one, other), day))
		};
	}

	/** The reports that bodies have in hand. */
	get reviews(): Reviews {
		return (this.#reviews ??= new Reviews(this.#outlines.values(), this.parties, this.#nameOf));
	}

	/** How follow-up was graded. */
	get assessments(): Assessments {
		return (this.#assessments ??= new Assessments(this.#outlines.values(), this.parties, this.#nameOf));
	}

	/** The outline of a cycle; undefined where nothing is recorded of it. */
	outline(stream: string): Outline | undefined {
		return this.#outlines.get(stream);
	}
}

const placesOf = (kept: Uint8Array): number[] => [...kept.keys()].filter((place) => kept[place]);
