import type { IsoDate } from '#lib/calendar/date.ts';
import type { Amendment } from '#lib/procedures/amendments.ts';
import { isOwedToCommittee, type Owed, type OwedDate, type StepOfPlan } from '../timeline/owed.ts';
import type { Outline, OutlinedSpell } from './outline.ts';

type PackedDate = [OwedDate['due'], OwedDate['certainty'], OwedDate['basis'], IsoDate];
type PackedOwed = [
	id: string,
	duty: Owed['duty'],
	units: readonly string[],
	reportNumbers: readonly number[],
	openedOn: IsoDate,
	dates: PackedDate[],
	ending: [NonNullable<Owed['ending']>['how'], IsoDate] | null,
	/** Only of a State's own step. */
	step?: StepOfPlan
];
/** The state is its place in the table of all states. */
type PackedSpell = [state: number, OutlinedSpell['from'], OutlinedSpell['to'], OutlinedSpell['step']];
type PackedOutline = [
	stream: string,
	reportNumbers: readonly number[],
	anomalies: number,
	obligations: PackedOwed[],
	spells: PackedSpell[],
	version: number,
	amendments: readonly Amendment[],
	chronicle: string
];

/** Outlines as JSON that is read twice as quickly: without the names of the fields, each state named once. */
export interface PackedOutlines {
	states: string[];
	outlines: PackedOutline[];
}

/** Packs outlines. */
export function packOutlines(outlines: Iterable<Outline>): PackedOutlines {
	const places = new Map<string, number>();
	const placeOf = (state: string): number => {
		const place = places.get(state) ?? places.size;
		places.set(state, place);
		return place;
	};
	const packed = Array.from(
		outlines,
		({
			stream,
			reportNumbers,
			version,
			amendments,
			anomalies,
			chronicle,
			obligations,
			spells
		}): PackedOutline => [
			stream,
			reportNumbers,
			anomalies,
			obligations.map((owed) => packOwed(owed, stream)),
			spells.map(({ state, from, to, step }) => [placeOf(state), from, to, step]),
			version,
			amendments,
			chronicle
		]
	);
	return { states: [...places.keys()], outlines: packed };
}

/** The outlines that were packed. */
export function unpackOutlines({ states, outlines }: PackedOutlines): Outline[] {
	return outlines.map(
		([stream, reportNumbers, anomalies, obligations, spells, version, amendments, chronicle]): Outline => {
			const [body = '', state = ''] = stream.split('/');
			return {
				stream,
				body,
				state,
				reportNumbers,
				version,
				amendments,
				obligations: obligations.map((owed) => unpackOwed(owed, stream)),
				spells: spells.map(([place, from, to, step]) => ({ state: states[place]!, from, to, step })),
				chronicle,
				anomalies
			};
		}
	);
}

function packOwed(owed: Owed, stream: string): PackedOwed {
	const { id, duty, units, reportNumbers, openedBy, dates, ending } = owed;
	const packed: PackedOwed = [
		id.slice(stream.length),
		duty,
		units,
		reportNumbers,
		openedBy.on,
		dates.map(({ due, certainty, basis, from }) => [due, certainty, basis, from]),
		ending && [ending.how, ending.on]
	];
	if (!isOwedToCommittee(owed)) packed.push(owed.step);
	return packed;
}

function unpackOwed(packed: PackedOwed, stream: string): Owed {
	const [id, duty, units, reportNumbers, openedOn, dates, ending, step] = packed;
	const common = {
		id: stream + id,
		stream,
		units,
		reportNumbers,
		openedBy: { on: openedOn },
		dates: dates.map(([due, certainty, basis, from]) => ({ due, certainty, basis, from })),
		ending: ending && { how: ending[0], on: ending[1] }
	};
	return duty === 'preparationStep' ? { ...common, duty, step: step! } : { ...common, duty };
}
