import type { IsoDate } from '#lib/calendar/date.ts';
import type { Outline } from '#lib/cycle/outline/outline.ts';
import { obligationsOn } from '#lib/cycle/timeline/views.ts';
import { stateCodes } from '#lib/states/codes.ts';
import { regionOf, type Region } from '#lib/states/regions.ts';
import { stateName } from '#lib/words/names.ts';

/** A State in the list: what is recorded of it. */
export interface ListedState {
	code: string;
	name: string;
	region: Region | null;
	cycles: number;
	overdue: number;
}

/** Every State that can report, and whatever else cycles are recorded of, by name. */
export function listedStates(outlines: Iterable<Outline>, asOf: IsoDate): ListedState[] {
	const byState = Map.groupBy(outlines, ({ state }) => state);
	return [...new Set([...stateCodes, ...byState.keys()])]
		.map((code) => {
			const cycles = byState.get(code) ?? [];
			const overdue = obligationsOn(cycles, asOf).filter(({ group }) => group === 'overdue').length;
			return { code, name: stateName(code), region: regionOf(code), cycles: cycles.length, overdue };
		})
		.sort((one, other) => one.name.localeCompare(other.name));
}

/** How the list is narrowed. */
export interface Narrowing {
	text: string;
	region: Region | 'none' | '';
	recorded: boolean;
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** Those of a region, recorded or not, whose name or code holds every typed word. */
export function narrowed(
	states: readonly ListedState[],
	{ text, region, recorded }: Narrowing
): ListedState[] {
	const words = folded(text).split(/\s+/).filter(Boolean);
	return states.filter((state) => {
		const told = folded(`${state.code} ${state.name}`);
		return (
			words.every((word) => told.includes(word)) &&
			(region === '' || (state.region ?? 'none') === region) &&
			(!recorded || state.cycles > 0)
		);
	});
}
