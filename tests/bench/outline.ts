import type { IsoDate } from '#lib/calendar/date.ts';
import type { PackedOutlines } from '#lib/cycle/outline/packed.ts';
import { soonWithin } from '#lib/cycle/timeline/views.ts';
import { listed, type Row } from './contender.ts';
import { dayOf, isoOf } from '../world/days.ts';

const groups = ['overdue', 'soon', 'later', 'undated', 'met'] as const;

/** The first rows of the list, in the app's own order, with no more work than that takes. */
export function mostUrgent({ outlines }: PackedOutlines, asOf: IsoDate): Row[] {
	const soonUntil = isoOf(dayOf(asOf) + soonWithin);
	const rows = Map.groupBy(
		outlines.flatMap(([stream, , , obligations]) =>
			obligations.flatMap((one) => rowOf(stream, one, asOf, soonUntil))
		),
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

type PackedOwed = PackedOutlines['outlines'][number][3][number];

function rowOf(
	stream: string,
	[round, , , , openedOn, dates, ending]: PackedOwed,
	asOf: IsoDate,
	soonUntil: IsoDate
): Row[] {
	if (asOf < openedOn) return [];
	const id = stream + round;
	if (ending && ending[1] <= asOf) return [{ id, group: 'met', day: ending[1] }];
	const [due] = dates.findLast(([, , , from]) => from <= asOf) ?? dates[0]!;
	if (!due) return [{ id, group: 'undated', day: null }];
	return [{ id, group: due < asOf ? 'overdue' : due <= soonUntil ? 'soon' : 'later', day: due }];
}

const byDay = (one: Row, other: Row) =>
	(one.day ?? '') < (other.day ?? '') || (one.day === other.day && one.id < other.id) ? -1 : 1;
