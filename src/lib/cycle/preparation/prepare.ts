import type { IsoDate } from '#lib/calendar/date.ts';
import type { PreparationType } from '../events/catalogue.ts';
import type { EffectiveEvent } from '../events/read.ts';
import type { DueDate } from '../timeline/dueDate.ts';
import type { Ending, Obligation } from '../timeline/obligation.ts';
import type { OwnStep } from '../timeline/owed.ts';
import { idOfStep } from './ids.ts';

/** An event that tells how something is being prepared. */
export type PreparationEvent = Extract<EffectiveEvent, { type: PreparationType }>;
export type PlanMade = Extract<EffectiveEvent, { type: 'PreparationPlanned' }>;
export type AnswerPrepared = Extract<EffectiveEvent, { type: 'AnswerPrepared' }>;
type StepDone = Extract<EffectiveEvent, { type: 'PreparationStepDone' }>;

/** A step of a plan, with everything that ever happened to its date. */
export interface PreparationStep extends OwnStep {
	openedBy: EffectiveEvent;
	dates: readonly DueDate[];
	ending: Ending | null;
}

/** How a State prepares what it owes in one cycle. All of it in the order in which it came. */
export interface Preparation {
	/** Every event that tells of it, those included that prepare nothing. */
	events: readonly PreparationEvent[];
	plans: readonly PlanMade[];
	/** Every step that any plan ever named. */
	steps: readonly PreparationStep[];
	answers: readonly AnswerPrepared[];
}

/** An event that prepares nothing: what it speaks of is not in the record. It is kept and explained. */
export interface Unfounded {
	event: EffectiveEvent;
	why: 'noObligation' | 'noStep';
}

/**
 * Puts plans, steps done and answers to the obligations they are for. They are taken in the order of their days,
 * and of one day in the order in which they were recorded: a plan is made when it is recorded, so unlike facts it
 * has such an order.
 * @param obligations what is owed in the cycle
 */
export function prepare(
	events: readonly PreparationEvent[],
	obligations: readonly Obligation[]
): { preparation: Preparation; unfounded: Unfounded[] } {
	const inOrder = events.toSorted(byMaking);
	const owed = new Map(obligations.map((obligation) => [obligation.id, obligation]));
	const founded = inOrder.filter((event) => owed.has(event.data.for));
	const plans = founded.filter((event) => event.type === 'PreparationPlanned');
	const done = founded.filter((event) => event.type === 'PreparationStepDone');
	const steps = [...Map.groupBy(plans, ({ data }) => data.for)].flatMap(([id, ofOne]) =>
		stepsOf(owed.get(id)!, ofOne, done)
	);
	const known = new Set(steps.map(({ id }) => id));
	const stepless = done.filter(({ data }) => !known.has(idOfStep(data.for, data.step)));
	return {
		preparation: {
			events: inOrder,
			plans,
			steps,
			answers: founded.filter((event) => event.type === 'AnswerPrepared')
		},
		unfounded: [
			...inOrder
				.filter((event) => !owed.has(event.data.for))
				.map((event) => ({ event, why: 'noObligation' }) as const),
			...stepless.map((event) => ({ event, why: 'noStep' }) as const)
		]
	};
}

/** @param plans of the obligation, in their order; at least one @param done of the cycle */
function stepsOf(
	obligation: Obligation,
	plans: readonly PlanMade[],
	done: readonly StepDone[]
): PreparationStep[] {
	const ids = new Set(plans.flatMap(({ data }) => data.steps.map(({ id }) => id)));
	return [...ids].map((id): PreparationStep => {
		const naming = plans.filter((plan) => stepIn(plan, id));
		const [first, last] = [naming[0]!, naming.at(-1)!];
		const { name, responsible = '' } = stepIn(last, id)!;
		const { stream, duty, units, reportNumbers } = obligation;
		const doneBy = done.find(({ data }) => data.for === obligation.id && data.step === id);
		const droppedBy = plans[plans.indexOf(last) + 1];
		const ending = firstEnding(
			doneBy && { how: 'met', on: doneBy.on, by: doneBy },
			droppedBy && { how: 'overtaken', on: droppedBy.on, by: droppedBy },
			obligation.ending && {
				how: 'overtaken',
				on: later(obligation.ending.on, first.on),
				by: obligation.ending.by
			}
		);
		return {
			id: idOfStep(obligation.id, id),
			stream,
			duty: 'preparationStep',
			step: { for: obligation.id, serves: duty, id, name, responsible },
			units,
			reportNumbers,
			openedBy: first,
			dates: datesOf(id, naming, ending),
			ending
		};
	});
}

/** Every date a step was given while it was to be done. Of several of one day only the last was ever in force. */
function datesOf(id: string, naming: readonly PlanMade[], ending: Ending | null): DueDate[] {
	const dates: DueDate[] = [];
	for (const plan of naming) {
		if (dates.length && ending && ending.on < plan.on) break;
		if (dates.at(-1)?.from === plan.on) dates.pop();
		const { due } = stepIn(plan, id)!;
		if (dates.at(-1)?.due === due) continue;
		dates.push({ due, certainty: 'exact', basis: 'planned', from: plan.on, computed: null, setBy: plan });
	}
	return dates;
}

const stepIn = ({ data }: PlanMade, id: string) => data.steps.find((step) => step.id === id);

/** The ending that came first. What is done on the day it is dropped is done. */
const firstEnding = (...endings: readonly (Ending | null | undefined)[]): Ending | null =>
	endings.reduce<Ending | null>((first, one) => (one && (!first || one.on < first.on) ? one : first), null);

const later = (one: IsoDate, other: IsoDate): IsoDate => (one > other ? one : other);

const byMaking = (one: PreparationEvent, other: PreparationEvent): number =>
	compare(one.on, other.on) || compare(one.recordedAt, other.recordedAt) || compare(one.id, other.id);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
