import type { Owed } from '#lib/cycle/timeline/owed.ts';
import type { Board } from './board.ts';
import type { Parties } from './columns.ts';
import { regionOrNone, type Figure, type RegionOrNone, type Selection } from './selection.ts';

/** What can be ranked. */
export const rankings = ['state', 'region', 'body'] as const;
export type Ranking = (typeof rankings)[number];

/** By what: how late the latest is, how many are overdue, or all days late together. */
export const orders = ['days', 'number', 'sum'] as const;
export type Order = (typeof orders)[number];

/** One in a ranking, with what it has overdue. */
export interface Ranked {
	/** The code of the State, the region, or the body. */
	key: string;
	overdue: Figure;
	/** How many days the most overdue is late, and which it is. */
	days: number;
	worst: Owed;
	/** The days that all of them are late, together. */
	sum: number;
}

/** Who has something overdue, the worst first; of equals, in the order of their keys. */
export function rank(
	board: Board,
	{ states, bodies }: Parties,
	selection: Selection,
	by: Ranking,
	order: Order
): Ranked[] {
	const ranked = new Map<string, Ranked>();
	board.eachOverdue((state, body, days, owed) => {
		const key = { state: states[state]!, region: regionOrNone(states[state]!), body: bodies[body]! }[by];
		const known = ranked.get(key);
		if (!known)
			return void ranked.set(key, {
				key,
				overdue: { count: 1, selection: selectionOf(selection, by, key) },
				days,
				worst: owed,
				sum: days
			});
		known.overdue.count += 1;
		known.sum += days;
		if (days > known.days) Object.assign(known, { days, worst: owed });
	});
	const size = (one: Ranked) => (order === 'number' ? one.overdue.count : one[order]);
	return [...ranked.values()].sort((one, other) => size(other) - size(one) || (one.key < other.key ? -1 : 1));
}

/** What one in a ranking has overdue. */
function selectionOf(selection: Selection, by: Ranking, key: string): Selection {
	const overdue: Selection = { ...selection, group: 'overdue' };
	if (by === 'state') return { ...overdue, state: key };
	return by === 'body' ? { ...overdue, bodies: [key] } : { ...overdue, regions: [key as RegionOrNone] };
}
