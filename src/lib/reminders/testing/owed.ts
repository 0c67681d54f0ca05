import type { IsoDate } from '#lib/calendar/date.ts';
import type { Duty } from '#lib/cycle/deadline.ts';
import type { OwedToCommittee } from '#lib/cycle/timeline/owed.ts';

/** A date that is set: from a day on, something is due by another; null is due by none. */
export type SetDate = readonly [from: IsoDate, due: IsoDate | null];

/** Something owed, for tests to plan: asked for on the day its first date was set. */
export function owed(
	dates: readonly [SetDate, ...SetDate[]],
	more: Partial<Pick<OwedToCommittee, 'id' | 'duty' | 'ending' | 'openedBy'>> = {}
): OwedToCommittee {
	const duty: Duty = more.duty ?? 'followUp';
	const id = more.id ?? `CMW/AZE/3#${duty}-1`;
	return {
		id,
		stream: id.slice(0, id.indexOf('#')),
		duty,
		units: [],
		reportNumbers: [],
		openedBy: { on: dates[0][0] },
		dates: dates.map(([from, due]) => ({
			due,
			certainty: due ? 'exact' : 'undated',
			basis: due ? 'stated' : 'unstated',
			from
		})),
		ending: null,
		...more
	};
}
