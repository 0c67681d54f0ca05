import type { IsoDate } from '#lib/calendar/date.ts';
import type { DueIndex } from '#lib/cycle/outline/dueIndex.ts';
import { foldCycle, type Timeline } from '#lib/cycle/timeline/fold.ts';
import { groups, obligationsOn, type ObligationOnDay } from '#lib/cycle/timeline/views.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { listed, type Row, type Started } from './contender.ts';

/** From all events to the first list, by the app's own code: what a library leaves to its user. */
export function rebuild(events: readonly Envelope[], asOf: IsoDate): Started {
	const timelines = timelinesOf(events);
	return { rows: rowsOf(obligationsOn(timelines, asOf)), kept: { events, timelines } };
}

/** Every cycle in full. */
export const timelinesOf = (events: readonly Envelope[]): Timeline[] =>
	[...Map.groupBy(events, ({ stream }) => stream)].map(
		([stream, ofStream]) => foldCycle(stream, ofStream) as Timeline
	);

export const rowsOf = (seen: readonly ObligationOnDay[]): Row[] =>
	seen.slice(0, listed).map(({ obligation, standing, group, date }) => ({
		id: obligation.id,
		group,
		day: 'on' in standing ? standing.on : date.due
	}));

/** The first rows of the list, from the index that the app keeps. */
export function firstRows(index: DueIndex, asOf: IsoDate): Row[] {
	const seen = index.on(asOf);
	const first: ObligationOnDay[] = [];
	for (const group of groups) first.push(...seen[group].rows(0, listed - first.length));
	return rowsOf(first);
}
