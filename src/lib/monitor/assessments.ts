import type { IsoDate } from '#lib/calendar/date.ts';
import { dayNumber, dayOf, partsOf } from '#lib/calendar/dayNumber.ts';
import { readChronicle } from '#lib/cycle/outline/chronicle.ts';
import type { Outline } from '#lib/cycle/outline/outline.ts';
import type { Unit } from '#lib/cycle/units.ts';
import { procedureOf, procedures } from '#lib/procedures/index.ts';
import { scaleOn, type GradeScale } from '#lib/procedures/procedure.ts';
import type { Parties } from './columns.ts';
import { keeper } from './reviews.ts';
import type { Selection } from './selection.ts';

/** A grade that a body gave to one unit of follow-up. */
export interface Assessment {
	outline: Outline;
	unit: Unit;
	grade: string;
	/** The scale of that day; null where none is known. */
	scale: GradeScale | null;
	on: IsoDate;
}

/** How a selection names a scale. */
export const scaleName = (scale: GradeScale | null): string => scale?.id ?? 'none';

/** How follow-up was graded in many cycles, up to any day. */
export class Assessments {
	readonly #all: readonly Assessment[];
	readonly #parties: Parties;
	readonly #nameOf: (state: string) => string;

	constructor(outlines: Iterable<Outline>, parties: Parties, nameOf: (state: string) => string) {
		this.#all = Array.from(outlines, (outline) =>
			readChronicle(outline.chronicle)
				.filter((told) => told.what === 'grade')
				.map(({ unit, grade, on: number }) => {
					const on = dayOf(number);
					return { outline, unit, grade, scale: scaleOf(outline.body, on), on };
				})
		)
			.flat()
			.sort((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0));
		this.#parties = parties;
		this.#nameOf = nameOf;
	}

	/** The grades given up to a day, as far as a selection goes: the latest first. */
	rows(asOf: IsoDate, selection: Selection): Assessment[] {
		const keeps = keeper(selection, this.#parties, this.#nameOf);
		const { grade, scale, year } = selection;
		return this.#all.filter(
			(one) =>
				one.on <= asOf &&
				keeps(one.outline) &&
				(grade === null || one.grade === grade) &&
				(scale === null || scaleName(one.scale) === scale) &&
				(year === null || partsOf(dayNumber(one.on)).year === year)
		);
	}
}

const newest = new Map(procedures.map(({ body }) => [body, procedureOf(body)!]));

function scaleOf(body: string, on: IsoDate): GradeScale | null {
	const procedure = newest.get(body);
	return procedure ? scaleOn(procedure, on) : null;
}
