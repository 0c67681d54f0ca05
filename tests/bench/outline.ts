import type { IsoDate } from '#lib/calendar/date.ts';
import type { Outline } from '#lib/cycle/outline/outline.ts';
import { soonWithin } from '#lib/cycle/timeline/views.ts';
import { listed, type Row } from './contender.ts';
import { dayOf, isoOf } from '../world/days.ts';

const groups = ['overdue', 'soon', 'later', 'undated', 'met'] as const;

/** No more of an obligation than the list of what is due needs. */
type Least = [
	id: string,
	openedOn: IsoDate,
	dates: [due: IsoDate | null, from: IsoDate][],
	endedOn: IsoDate | null
];

/** Of every obligation the least. */
export const leastOf = (outlines: readonly Outline[]): Least[] =>
	outlines.flatMap(({ obligations }) =>
		obligations.map(({ id, openedBy, dates, ending }): Least => [
			id,
			openedBy.on,
			dates.map(({ due, from }) => [due, from]),
			ending && ending.on
		])
	);

/** The first rows of the list, in the app's own order, with no more work than that takes. */
export function mostUrgent(obligations: readonly Least[], asOf: IsoDate): Row[] {
	const soonUntil = isoOf(dayOf(asOf) + soonWithin);
	const rows = Map.groupBy(
		obligations.flatMap((one) => rowOf(one, asOf, soonUntil)),
		({ group }) => group
	);
	const first: Row[] = [];
	for (const group of groups) {
		const inGroup = (rows.get(group) ?? []).sort(byDay);
		first.push(...(group === 'met' ? inGroup.reverse() : inGroup));
		if (first.length >= listed) break;
	}
	return first.slice(0, listed);
}

function rowOf([id, openedOn, dates, endedOn]: Least, asOf: IsoDate, soonUntil: IsoDate): Row[] {
	if (asOf < openedOn) return [];
	if (endedOn && endedOn <= asOf) return [{ id, group: 'met', day: endedOn }];
	const [due] = dates.findLast(([, from]) => from <= asOf) ?? dates[0]!;
	if (!due) return [{ id, group: 'undated', day: null }];
	return [{ id, group: due < asOf ? 'overdue' : due <= soonUntil ? 'soon' : 'later', day: due }];
}

const byDay = (one: Row, other: Row) =>
	(one.day ?? '') < (other.day ?? '') || (one.day === other.day && one.id < other.id) ? -1 : 1;
