import { dayAfter } from '#lib/calendar/interval.ts';
import type { IsoDate } from '#lib/calendar/date.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { Amendment } from '#lib/procedures/amendments.ts';
import type { Procedure } from '#lib/procedures/procedure.ts';
import { resolveCorrections, type IdleCorrection } from '../corrections.ts';
import type { Duty } from '../deadline.ts';
import { isFact, isPreparation } from '../events/catalogue.ts';
import { prepare, type Preparation, type PreparationStep, type Unfounded } from '../preparation/prepare.ts';
import { readEvents, type EffectiveEvent, type EventOf, type Unread } from '../events/read.ts';
import { chartEventOf, startChart, type RunningChart, type StatePath } from '../statechart/chart.ts';
import type { ChartEventType } from '../statechart/definition.ts';
import { inOrderOfHappening } from './order.ts';
import { applyToObligations, type Obligation } from './obligation.ts';
import { pinnedProcedure } from './pinned.ts';

/** What moved the cycle: a fact, or the clock on the day after a deadline that nothing met. */
export type Cause =
	{ kind: 'fact'; event: EffectiveEvent } | { kind: 'clock'; duty: Duty; obligation: string; due: IsoDate };

/** A time the cycle spends in one state: from a day (null: from the beginning) up to, but without, another. */
export interface Spell {
	state: StatePath;
	from: IsoDate | null;
	to: IsoDate | null;
	entered: Cause | null;
	left: Cause | null;
}

/** One move of the statechart, in the order they came; the clock's future ones included. */
export interface Step {
	on: IsoDate;
	type: ChartEventType;
	cause: Cause;
}

/** What is in the record but could not be taken, kept and explained. */
export type Anomaly =
	| { kind: 'notAccepted'; event: EffectiveEvent; states: StatePath[]; accepted: ChartEventType[] }
	| { kind: 'unread'; envelope: Envelope; why: Unread }
	| { kind: 'idleCorrection'; event: IdleCorrection['correction']; why: IdleCorrection['why'] }
	| { kind: 'openedTwice'; event: EffectiveEvent }
	/** A change of the procedure that is another body's, or of rules that this body does not have. */
	| { kind: 'idleChange'; event: EffectiveEvent }
	| ({ kind: 'unfounded' } & Unfounded);

/** One reporting cycle through time, past and future: everything a view asks is a look-up in it. */
export interface Timeline {
	stream: string;
	body: string;
	/** The State, ISO 3166-1 alpha-3. */
	state: string;
	reportNumbers: readonly number[];
	/** The procedure it runs under, its rules as amended. */
	procedure: Procedure;
	/** What was amended in it, as it stands. */
	amendments: readonly Amendment[];
	opening: EventOf<'CycleOpened'> | null;
	/** What changed its procedure, in the order of recording. */
	changes: readonly EventOf<'ProcedureChanged'>[];
	/** The facts the statechart took, in the order they happened. */
	facts: readonly EffectiveEvent[];
	steps: readonly Step[];
	spells: readonly Spell[];
	/** What the State owes the committee. */
	obligations: readonly Obligation[];
	/** How it prepares that. */
	preparation: Preparation;
	anomalies: readonly Anomaly[];
	/** Events taken back, by id, with the correction that did. */
	withdrawn: ReadonlyMap<string, string>;
}

export type FoldFailure =
	| { kind: 'unknownProcedure'; stream: string; body: string }
	/** Something in it cannot be reckoned with; the rest of the log is not touched by that. */
	| { kind: 'notFolded'; stream: string; reason: string };

/**
 * Folds the events of one stream into its timeline. Corrections are resolved first; then the facts are taken in
 * the order they happened, and between them and after the last the clock strikes on the day after each deadline
 * still pending. How the State prepares is looked at last, and moves nothing. Nothing here reads a clock: the same
 * events give the same timeline, everywhere and always.
 * @param envelopes the events of one stream, in any order
 */
export function foldCycle(stream: string, envelopes: readonly Envelope[]): Timeline | FoldFailure {
	const { known, unread } = readEvents(envelopes);
	const { effective, withdrawn, idle } = resolveCorrections(known);
	const [body = '', state = ''] = stream.split('/');
	const pinned = pinnedProcedure(stream, effective);
	if (!pinned) return { kind: 'unknownProcedure', stream, body };
	const { procedure, amendments, reportNumbers, opening, changes, openedAgain, idleChanges } = pinned;

	const fold = new Fold(procedure);
	for (const fact of inOrderOfHappening(effective.filter(isFact))) fold.take(fact);
	fold.strikeUntil(null);
	const { preparation, unfounded } = prepare(effective.filter(isPreparation), fold.obligations);

	return {
		stream,
		body,
		state,
		reportNumbers,
		procedure,
		amendments,
		opening,
		changes,
		facts: fold.facts,
		steps: fold.steps,
		spells: fold.spells,
		obligations: fold.obligations,
		preparation,
		anomalies: [
			...fold.anomalies,
			...unread.map(({ envelope, why }) => ({ kind: 'unread', envelope, why }) as const),
			...idle.map(({ correction, why }) => ({ kind: 'idleCorrection', event: correction, why }) as const),
			...openedAgain.map((event) => ({ kind: 'openedTwice', event }) as const),
			...idleChanges.map((event) => ({ kind: 'idleChange', event }) as const),
			...unfounded.map((one) => ({ kind: 'unfounded', ...one }) as const)
		],
		withdrawn
	};
}

/** What the State owes the committee, and the steps by which it prepares that. */
export const everythingOwedIn = ({
	obligations,
	preparation
}: Timeline): readonly (Obligation | PreparationStep)[] => [...obligations, ...preparation.steps];

/** A fold under way: the statechart, what it went through, and what is owed. */
class Fold {
	readonly facts: EffectiveEvent[] = [];
	readonly steps: Step[] = [];
	readonly spells: Spell[] = [];
	readonly anomalies: Anomaly[] = [];
	obligations: readonly Obligation[] = [];
	readonly #procedure: Procedure;
	readonly #chart: RunningChart;

	constructor(procedure: Procedure) {
		this.#procedure = procedure;
		this.#chart = startChart(procedure);
		this.#enter(this.#chart.states(), null);
	}

	/** Takes a fact, the clock first having struck for what passed before it. */
	take(event: EffectiveEvent): void {
		this.strikeUntil(event.on);
		const type = chartEventOf(event)!;
		if (!this.#chart.send(type)) {
			const [states, accepted] = [this.#chart.states(), this.#chart.accepted()];
			this.anomalies.push({ kind: 'notAccepted', event, states, accepted });
			return;
		}
		this.facts.push(event);
		this.obligations = applyToObligations(this.obligations, event, this.facts, this.#procedure);
		this.#moveTo({ on: event.on, type, cause: { kind: 'fact', event } });
	}

	/** Strikes the clock for every deadline that passes by a day, the earliest first; for all, where none is given. */
	strikeUntil(day: IsoDate | null): void {
		for (;;) {
			const next = this.#strikes()
				.filter(({ on }) => day === null || on <= day)
				.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
				.find(({ type }) => this.#chart.send(type));
			if (!next) return;
			this.#moveTo(next);
		}
	}

	/**
	 * The strikes still ahead. A date set when it had passed already makes its duty overdue on the day it was set.
	 * The statechart refuses the clock where it is overdue already, so nothing strikes twice.
	 */
	#strikes(): Step[] {
		return this.obligations.flatMap(({ id, duty, dates, ending }) => {
			const { due, from } = dates.at(-1)!;
			if (ending || !due) return [];
			const passed = dayAfter(due);
			const on = passed < from ? from : passed;
			const cause = { kind: 'clock', duty, obligation: id, due } as const;
			return [{ on, type: `DeadlinePassed.${duty}` as const, cause }];
		});
	}

	#moveTo(step: Step): void {
		this.steps.push(step);
		const states = new Set(this.#chart.states());
		for (const spell of this.spells) {
			if (spell.left || states.delete(spell.state)) continue;
			spell.to = step.on;
			spell.left = step.cause;
		}
		this.#enter([...states], step);
	}

	#enter(states: readonly StatePath[], step: Step | null): void {
		for (const state of states)
			this.spells.push({
				state,
				from: step?.on ?? null,
				to: null,
				entered: step?.cause ?? null,
				left: null
			});
	}
}
