import type { IsoDate } from '#lib/calendar/date.ts';
import { eventTypes } from '#lib/cycle/events/catalogue.ts';
import type { EffectiveEvent } from '#lib/cycle/events/read.ts';
import type { Anomaly, Step, Timeline } from '#lib/cycle/timeline/fold.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';

/** A correction, and whether it was itself taken back. */
export interface CorrectionSeen {
	event: Envelope;
	withdrawn: boolean;
}

/** An event of the record with everything that became of it. */
export interface RecordedEntry {
	kind: 'recorded';
	id: string;
	on: IsoDate;
	/** As it was recorded first. */
	first: Envelope;
	/** As it stands after corrections; as it was recorded, where none changed it. */
	stands: Envelope;
	/** Whether a correction made it read otherwise. */
	changed: boolean;
	withdrawn: boolean;
	corrections: readonly CorrectionSeen[];
	anomaly: Anomaly | undefined;
}

/** The clock, on the day after a deadline that nothing met. */
export interface StrikeEntry {
	kind: 'strike';
	id: string;
	on: IsoDate;
	step: Step;
}

export type Entry = RecordedEntry | StrikeEntry;

/** What can be done about what is recorded. */
export interface HistoryVerbs {
	/** Begins a correction. */
	correct: (event: Envelope) => void;
	/** Takes an event back at once; a correction that is taken back corrects no more. */
	undo: (event: Envelope) => void;
}

/**
 * Everything that happened in a cycle, and everything recorded of it, in the order in which it happened; the
 * clock's strikes in between, those still ahead included. Corrections stand with what they correct.
 */
export function entriesOf(timeline: Timeline, envelopes: readonly Envelope[]): Entry[] {
	const anomalies = new Map(timeline.anomalies.map((anomaly) => [idOf(anomaly), anomaly]));
	const effective = new Map(
		[
			...timeline.facts,
			...timeline.preparation.events,
			...timeline.anomalies.flatMap((one) => (one.kind === 'notAccepted' ? [one.event] : [])),
			timeline.opening,
			...timeline.changes
		]
			.filter((event) => event !== null)
			.map((event) => [event.id, event as EffectiveEvent])
	);
	const ids = new Set(envelopes.map(({ id }) => id));
	const corrections = Map.groupBy(envelopes, ({ corrects }) =>
		corrects && ids.has(corrects) ? corrects : ''
	);
	const correctionsOf = (id: string): CorrectionSeen[] =>
		(corrections.get(id) ?? [])
			.flatMap((event) => [
				{ event, withdrawn: timeline.withdrawn.has(event.id) },
				...correctionsOf(event.id)
			])
			.sort((one, other) => (one.event.recordedAt < other.event.recordedAt ? -1 : 1));
	const recorded = (corrections.get('') ?? []).map((first): RecordedEntry => {
		const now = effective.get(first.id);
		const stands = { ...first, ...now } as Envelope;
		return {
			kind: 'recorded',
			id: first.id,
			on: stands.on as IsoDate,
			first,
			stands,
			// Only where it was corrected: what was read may have its fields in another order than what was recorded.
			changed: Boolean(now?.correctedBy.length) && saysOtherwise(first, stands),
			withdrawn: timeline.withdrawn.has(first.id),
			corrections: correctionsOf(first.id),
			anomaly: anomalies.get(first.id)
		};
	});
	const strikes = timeline.steps
		.filter(({ cause }) => cause.kind === 'clock')
		.map((step): StrikeEntry => ({ kind: 'strike', id: `${step.type} ${step.on}`, on: step.on, step }));
	return [...strikes, ...recorded].sort(byHappening);
}

const saysOtherwise = (first: Envelope, stands: Envelope): boolean =>
	first.on !== stands.on || JSON.stringify(first.data) !== JSON.stringify(stands.data);

const idOf = (anomaly: Anomaly): string =>
	anomaly.kind === 'unread' ? anomaly.envelope.id : anomaly.event.id;

/** By day; the clock strikes first, then in the order of the catalogue, then of recording. */
function byHappening(one: Entry, other: Entry): number {
	if (one.on !== other.on) return one.on < other.on ? -1 : 1;
	return rankOf(one) - rankOf(other) || (one.id < other.id ? -1 : 1);
}

const rankOf = (entry: Entry): number =>
	entry.kind === 'strike' ? -1 : (eventTypes as string[]).indexOf(entry.first.type) + 1 || Infinity;
