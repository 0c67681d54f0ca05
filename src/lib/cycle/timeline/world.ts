import type { Envelope } from '#lib/envelope/envelope.ts';
import { startChart } from '../statechart/chart.ts';
import type { ChartEventType } from '../statechart/definition.ts';
import type { IsoDate } from '#lib/calendar/date.ts';
import { foldCycle, type FoldFailure, type Timeline } from './fold.ts';

/** Every cycle of a log, by its stream, and the streams no procedure is known for. */
export interface World {
	timelines: ReadonlyMap<string, Timeline>;
	failures: readonly FoldFailure[];
	/** The ids of the events each stream was folded of. */
	foldedOf: ReadonlyMap<string, string>;
}

export const emptyWorld: World = { timelines: new Map(), failures: [], foldedOf: new Map() };

/**
 * Folds a whole log.
 * @param previous what was folded before: a cycle with the same events is taken over as it is
 */
export function foldWorld(envelopes: readonly Envelope[], previous = emptyWorld): World {
	const timelines = new Map<string, Timeline>();
	const failures: FoldFailure[] = [];
	const foldedOf = new Map<string, string>();
	for (const [stream, events] of Map.groupBy(envelopes, ({ stream }) => stream)) {
		const of = events.map(({ id }) => id).join();
		const same = previous.foldedOf.get(stream) === of && previous.timelines.get(stream);
		const folded = same || foldSafely(stream, events);
		if ('kind' in folded) failures.push(folded);
		else timelines.set(stream, folded);
		foldedOf.set(stream, of);
	}
	return { timelines, failures, foldedOf };
}

/** One stream that cannot be folded, as a file from outside may hold, must not take the others with it. */
function foldSafely(stream: string, events: readonly Envelope[]): Timeline | FoldFailure {
	try {
		return foldCycle(stream, events);
	} catch (thrown) {
		return { kind: 'notFolded', stream, reason: String(thrown) };
	}
}

/** What was known at an instant: the events recorded by then. */
export const knownAt = (envelopes: readonly Envelope[], asKnownAt: string): Envelope[] =>
	envelopes.filter(({ recordedAt }) => recordedAt <= asKnownAt);

/** What a cycle's statechart takes on a day, of facts: what can be recorded next. The clock is not among it. */
export function acceptedOn({ procedure, steps }: Timeline, asOf: IsoDate): ChartEventType[] {
	const chart = startChart(procedure);
	for (const { on, type } of steps) if (on <= asOf) chart.send(type);
	return chart.accepted().filter((type) => !type.startsWith('DeadlinePassed.'));
}
