import type { IsoDate } from '#lib/calendar/date.ts';
import { resolveCorrections } from '#lib/cycle/corrections.ts';
import type { Deadline, Duty } from '#lib/cycle/deadline.ts';
import { readEvents, type EffectiveEvent } from '#lib/cycle/events/read.ts';
import { isTimeline } from '#lib/cycle/gate.ts';
import { foldCycle, type Timeline } from '#lib/cycle/timeline/fold.ts';
import type { Unit } from '#lib/cycle/units.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { Stated } from './status.ts';

/** Something that is recorded otherwise than it is stated. */
export interface Difference {
	type: string;
	what: 'on' | 'due' | 'symbol' | 'units';
	was: string;
	is: string;
}

/** What is to stand in the place of an event. */
export interface Replacement {
	corrects: string;
	on: IsoDate;
	data: Record<string, unknown>;
}

/** A difference, with what would put the record right; null where a date was moved since, or another one says it too. */
interface Contradiction {
	difference: Difference;
	putRight: Replacement | null;
}

/** What is stated of a cycle, held against what is recorded of it. */
export interface Held {
	/** What is not recorded yet. */
	fresh: Stated[];
	differences: Difference[];
	/** What would put the record right, in the order in which the gate takes it. */
	corrections: Replacement[];
	/** The day of the concluding observations as recorded. */
	adopted: IsoDate | null;
}

const askedInObservations: readonly string[] = [
	'RecommendationsMade',
	'FollowUpRequested',
	'InformationForNextReportRequested',
	'NextReportRequested',
	'SimplifiedReportingProcedureOffered'
];

/** One cycle as it is recorded, for a status to be held against. */
export class RecordedCycle {
	readonly events: readonly EffectiveEvent[];
	readonly #timeline: Timeline | null;

	/** @param envelopes the events of the cycle */
	constructor(stream: string, envelopes: readonly Envelope[]) {
		this.events = resolveCorrections(readEvents(envelopes).known).effective;
		const folded = envelopes.length > 0 ? foldCycle(stream, envelopes) : null;
		this.#timeline = folded && isTimeline(folded) ? folded : null;
	}

	/** Every day by which a duty was or is owed, with the numbers of the report where it is one. */
	duesOf(duty: Duty): { due: IsoDate; numbers: readonly number[] }[] {
		return (this.#timeline?.obligations ?? [])
			.filter((one) => one.duty === duty)
			.flatMap(({ dates, reportNumbers: numbers }) =>
				dates.flatMap(({ due }) => (due ? [{ due, numbers }] : []))
			);
	}

	/** Holds what is stated against the record. */
	against(stated: readonly Stated[]): Held {
		const fresh: Stated[] = [];
		const found: Contradiction[] = [];
		for (const one of stated) {
			const ofType = this.events.filter(({ type }) => type === one.type);
			if (ofType.length === 0) fresh.push(one);
			else found.push(...this.#contradictions(one, ofType));
		}
		const adoption = this.events.find(({ type }) => type === 'ConcludingObservationsAdopted');
		return {
			fresh,
			differences: found.map(({ difference }) => difference),
			corrections: this.#withCompanions(
				found.flatMap(({ putRight }) => putRight ?? []),
				adoption
			),
			adopted: adoption?.on ?? null
		};
	}

	/** What concluding observations ask for is dated by their adoption, and goes with it where that was another day. */
	#withCompanions(corrections: Replacement[], adoption: EffectiveEvent | undefined): Replacement[] {
		const moved = corrections.find(({ corrects }) => corrects === adoption?.id);
		if (!adoption || !moved || moved.on === adoption.on) return corrections;
		const companions = this.events
			.filter(({ type, on }) => askedInObservations.includes(type) && on === adoption.on)
			.map(({ id, data }): Replacement => {
				const own = corrections.find(({ corrects }) => corrects === id);
				return { corrects: id, data: own?.data ?? { ...data }, on: moved.on };
			});
		const others = corrections.filter(
			(one) => one !== moved && !companions.some(({ corrects }) => corrects === one.corrects)
		);
		// At no step may something have been asked for before it was adopted.
		return moved.on > adoption.on ? [...others, ...companions, moved] : [...others, moved, ...companions];
	}

	#contradictions(stated: Stated, ofType: readonly EffectiveEvent[]): Contradiction[] {
		switch (stated.type) {
			case 'FollowUpRequested':
				return this.#ofRequest(stated, ofType[0]!, 'followUp');
			case 'NextReportRequested':
				return this.#ofRequest(stated, ofType[0]!, 'nextReport');
			default:
				return ofFact(stated, ofType);
		}
	}

	#ofRequest({ type, data }: Stated, event: EffectiveEvent, duty: Duty): Contradiction[] {
		const { due } = data.deadline as { due?: IsoDate };
		const dues = this.duesOf(duty).map((one) => one.due);
		const found: Contradiction[] = [];
		const {
			id,
			on,
			data: recorded
		} = event as EffectiveEvent & { data: { deadline: Deadline; units?: Unit[] } };
		if (due && !dues.includes(due)) {
			// What the committee moved since is no slip in the record.
			const wasMoved = new Set(dues).size > 1;
			found.push({
				difference: { type, what: 'due', was: dues.at(-1) ?? '', is: due },
				putRight: wasMoved ? null : { corrects: id, on, data: { ...recorded, deadline: data.deadline } }
			});
		}
		const [units, was] = [(data.units as Unit[] | undefined) ?? [], recorded.units ?? []];
		if (units.length > 0 && units.toSorted().join() !== was.toSorted().join())
			found.push({
				difference: { type, what: 'units', was: was.join(', '), is: units.join(', ') },
				putRight: { corrects: id, on, data: { ...recorded, ...found[0]?.putRight?.data, units } }
			});
		// Two corrections of one event would undo one another: the last says everything.
		return found.length === 2 ? [{ ...found[0]!, putRight: null }, found[1]!] : found;
	}
}

function ofFact({ type, on, data }: Stated, ofType: readonly EffectiveEvent[]): Contradiction[] {
	if (ofType.some((event) => event.on === on || daysOf(event).includes(on!))) {
		const [event] = ofType;
		const [was, is] = [symbolOf(event!.data), symbolOf(data)];
		if (!was || !is || was.toUpperCase() === is.toUpperCase()) return [];
		const putRight = { corrects: event!.id, on: event!.on, data: { ...event!.data, symbol: is } };
		return [{ difference: { type, what: 'symbol', was, is }, putRight }];
	}
	// Of several only a person can say which one is meant.
	const [event, ...others] = ofType;
	const putRight =
		others.length === 0
			? { corrects: event!.id, on: on!, data: { ...event!.data, ...withoutEmpty(data) } }
			: null;
	return [{ difference: { type, what: 'on', was: event!.on, is: on! }, putRight }];
}

/** What a form or a table leaves open does not empty what is recorded. */
const withoutEmpty = (data: Record<string, unknown>): Record<string, unknown> =>
	Object.fromEntries(Object.entries(data).filter(([key]) => key === 'dates' || key === 'symbol'));

const daysOf = ({ data }: EffectiveEvent): readonly string[] =>
	'dates' in data && Array.isArray(data.dates) ? (data.dates as string[]) : [];

const symbolOf = (data: object): string | undefined => (data as { symbol?: string }).symbol;
