import type { IsoDate } from '#lib/calendar/date.ts';
import { shiftDate } from '#lib/calendar/interval.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { StatePath } from './statechart/chart.ts';
import type { Cause, Timeline } from './timeline/fold.ts';
import type { Obligation } from './timeline/obligation.ts';
import { obligationOn, soonWithin, spellsOn } from './timeline/views.ts';
import { foldWorld, type World } from './timeline/world.ts';

/** Something that is different from the last time somebody looked. */
export type Change =
	| { kind: 'transition'; stream: string; on: IsoDate; cause: Cause; states: StatePath[] }
	| { kind: 'deadlineNear'; stream: string; on: IsoDate; obligation: Obligation; due: IsoDate };

/** The last look: its day in Geneva, and the last event that was in the log then; null for an empty log. */
export interface LastVisit {
	on: IsoDate;
	lastEvent: string | null;
}

/**
 * What changed since the last visit, whoever or whatever changed it: a fact, an import, a correction, the clock.
 * The world as it was known then, seen on that day, is held against the world as it is known, seen on this day:
 * states that were entered, and deadlines that came near. Newest first.
 * @param envelopes the whole log in the order of recording; an import counts from when it came in
 */
export function changesSince(
	world: World,
	envelopes: readonly Envelope[],
	last: LastVisit,
	asOf: IsoDate
): Change[] {
	const then = worldThen(world, envelopes, last).timelines;
	return [...world.timelines.values()]
		.flatMap((timeline) => {
			const before = then.get(timeline.stream);
			return [...transitions(timeline, before, last, asOf), ...comeNear(timeline, before, last, asOf)];
		})
		.sort((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0));
}

function worldThen(world: World, envelopes: readonly Envelope[], { lastEvent }: LastVisit): World {
	const known = envelopes.findIndex(({ id }) => id === lastEvent) + 1;
	// The last event may have gone with the worked example; then what is there counts as seen.
	const all = lastEvent !== null && known === 0;
	return foldWorld(all ? envelopes : envelopes.slice(0, known), world);
}

function transitions(
	timeline: Timeline,
	before: Timeline | undefined,
	last: LastVisit,
	asOf: IsoDate
): Change[] {
	const known = new Set(before && spellsOn(before, last.on).map(({ state, from }) => `${state} ${from}`));
	const news = spellsOn(timeline, asOf).filter(({ state, from }) => !known.has(`${state} ${from}`));
	return [...Map.groupBy(news, ({ entered }) => entered)].flatMap(([cause, spells]) => {
		const on = spells[0]?.from;
		if (!cause || !on) return [];
		const states = spells.map(({ state }) => state);
		return [{ kind: 'transition', stream: timeline.stream, on, cause, states } as const];
	});
}

function comeNear(
	{ stream, obligations }: Timeline,
	before: Timeline | undefined,
	last: LastVisit,
	asOf: IsoDate
): Change[] {
	const wasNear = new Set(
		before?.obligations
			.map((obligation) => obligationOn(obligation, last.on))
			.flatMap((seen) => (seen?.group === 'soon' ? [`${seen.obligation.id} ${seen.date.due}`] : []))
	);
	return obligations.flatMap((obligation) => {
		const seen = obligationOn(obligation, asOf);
		const due = seen?.date.due;
		if (seen?.group !== 'soon' || !due || wasNear.has(`${obligation.id} ${due}`)) return [];
		const on = shiftDate(due, `P${soonWithin}D`, 'before');
		return [{ kind: 'deadlineNear', stream, on, obligation, due } as const];
	});
}
