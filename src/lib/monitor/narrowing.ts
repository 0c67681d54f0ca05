import type { Parties } from './columns.ts';
import { regionOrNone, statesMeant, type Selection } from './selection.ts';

/** By place, which States and bodies a selection keeps: 1 or 0. */
export interface Narrowed {
	states: Uint8Array;
	bodies: Uint8Array;
}

/** Which States and bodies a selection keeps. @param nameOf a State's name as people type it */
export function narrow(
	{ bodies, regions, state }: Pick<Selection, 'bodies' | 'regions' | 'state'>,
	parties: Parties,
	nameOf: (state: string) => string
): Narrowed {
	const meant = new Set(statesMeant(state, parties.states, nameOf));
	return {
		states: Uint8Array.from(parties.states, (one) =>
			Number(meant.has(one) && (regions.length === 0 || regions.includes(regionOrNone(one))))
		),
		bodies: Uint8Array.from(parties.bodies, (body) => Number(bodies.length === 0 || bodies.includes(body)))
	};
}
