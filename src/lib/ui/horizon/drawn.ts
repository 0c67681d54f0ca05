import type { GroupOnDay } from '#lib/cycle/outline/dueIndex.ts';
import type { Group, ObligationOnDay } from '#lib/cycle/timeline/views.ts';

/** So many of each group have room in the picture. */
const most = 40;

/** What is drawn, in the order of its rows, and whether it is fewer than there are of what is owed. */
export interface Drawn {
	seen: ObligationOnDay[];
	isSample: boolean;
}

/**
 * What the picture shows of each group: all of it; or, where that is too much, as many as have room, spread evenly from
 * the first to the last, so that their lengths show how late all of them are. Of what is done, the latest.
 */
export function drawnOf(groups: Readonly<Record<Group, GroupOnDay>>): Drawn {
	const { met, ...owed } = groups;
	const spread = Object.values(owed).flatMap((group) =>
		placesOf(group.count, most).flatMap((place) => group.rows(place, place + 1))
	);
	return {
		seen: [...spread, ...met.rows(0, most)],
		isSample: Object.values(owed).some(({ count }) => count > most)
	};
}

/** Places from the first to the last of some number, evenly spread where they are too many. */
export function placesOf(count: number, room: number): number[] {
	if (count <= room) return Array.from({ length: count }, (_, place) => place);
	return Array.from({ length: room }, (_, place) => Math.round((place * (count - 1)) / (room - 1)));
}
