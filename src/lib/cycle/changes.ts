import type { IsoDate } from '#lib/calendar/date.ts';
import { shiftDate } from '#lib/calendar/interval.ts';
import type { StatePath } from './statechart/chart.ts';
import type { Cause, Timeline } from './timeline/fold.ts';
import type { Obligation } from './timeline/obligation.ts';
import { obligationOn, soonWithin } from './timeline/views.ts';

/** Something that is different from the last time somebody looked. */
export type Change =
	| { kind: 'transition'; stream: string; on: IsoDate; cause: Cause; states: StatePath[] }
	| { kind: 'deadlineNear'; stream: string; on: IsoDate; obligation: Obligation; due: IsoDate };

/** The last look: its day in Geneva and its instant. */
export interface LastVisit {
	on: IsoDate;
	at: string;
}

/**
 * What changed since the last visit: states entered by facts recorded since, states entered by the clock since,
 * and deadlines that came near since. Newest first.
 * @param asOf the day one looks from; what the clock does later is not news yet
 */
export function changesSince(timelines: Iterable<Timeline>, last: LastVisit, asOf: IsoDate): Change[] {
	return [...timelines]
		.flatMap((timeline) => [...transitions(timeline, last, asOf), ...comeNear(timeline, last, asOf)])
		.sort((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0));
}

function transitions({ stream, steps, spells }: Timeline, last: LastVisit, asOf: IsoDate): Change[] {
	return steps.flatMap(({ on, cause }) => {
		if (on > asOf) return [];
		const isNews = cause.kind === 'clock' ? on > last.on : cause.event.recordedAt > last.at;
		if (!isNews) return [];
		const states = spells.filter(({ entered }) => entered === cause).map(({ state }) => state);
		return states.length ? [{ kind: 'transition', stream, on, cause, states } as const] : [];
	});
}

function comeNear({ stream, obligations }: Timeline, last: LastVisit, asOf: IsoDate): Change[] {
	return obligations.flatMap((obligation) => {
		const seen = obligationOn(obligation, asOf);
		if (seen?.group !== 'soon' || !seen.date.due) return [];
		const on = shiftDate(seen.date.due, `P${soonWithin}D`, 'before');
		return on > last.on
			? [{ kind: 'deadlineNear', stream, on, obligation, due: seen.date.due } as const]
			: [];
	});
}
