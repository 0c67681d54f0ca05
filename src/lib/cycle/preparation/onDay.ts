import type { IsoDate } from '#lib/calendar/date.ts';
import { askedOn } from '../coverage.ts';
import type { DataOf } from '../events/catalogue.ts';
import type { Timeline } from '../timeline/fold.ts';
import type { Obligation } from '../timeline/obligation.ts';
import { obligationOn, type ObligationOnDay } from '../timeline/views.ts';
import type { Unit } from '../units.ts';
import { idOfStep } from './ids.ts';
import type { PlanMade, PreparationStep } from './prepare.ts';

/** A step as a plan has it, seen on a day. */
export interface StepOnDay extends ObligationOnDay<PreparationStep> {
	id: string;
	name: string;
	/** Empty where nobody is named. */
	responsible: string;
}

/** The plan in force on a day. */
export interface PlanOnDay {
	plan: PlanMade;
	/** In the order of the plan. */
	steps: readonly StepOnDay[];
	/** How many of them are done. */
	done: number;
	/** The first to be done of those that are not. */
	next: StepOnDay | null;
}

/** The plan that is in force for an obligation on a day; null where none was made by then. */
export function planOn(
	{ preparation }: Pick<Timeline, 'preparation'>,
	obligation: string,
	asOf: IsoDate
): PlanOnDay | null {
	const plan = preparation.plans.findLast(({ on, data }) => data.for === obligation && on <= asOf);
	if (!plan) return null;
	const byId = new Map(preparation.steps.map((step) => [step.id, step]));
	const steps = plan.data.steps.map(({ id, name, responsible = '' }): StepOnDay => ({
		// A plan that is in force has opened its steps.
		...obligationOn(byId.get(idOfStep(obligation, id))!, asOf)!,
		id,
		name,
		responsible
	}));
	const open = steps.filter(isOpen).sort(byDueDay);
	return { plan, steps, done: steps.filter(isDone).length, next: open[0] ?? null };
}

/** Whether a step is still to be done. */
export const isOpen = ({ group }: Pick<StepOnDay, 'group'>): boolean => group !== 'met';

/** Whether a step is done, and not only needed no longer. */
const isDone = ({ standing }: Pick<StepOnDay, 'standing'>): boolean => standing.kind === 'done';

/** How far an answer has come. */
export type Progress = DataOf<'AnswerPrepared'>['progress'];
export const progresses: readonly Progress[] = ['assigned', 'drafted', 'consulted', 'approved'];

/** One thing a committee asks about, what it has to be answered in, and how far that has come. */
export interface RegisterRow {
	unit: Unit;
	topic: string | undefined;
	obligation: ObligationOnDay<Obligation>;
	/** Null where nothing has begun. */
	progress: Progress | null;
	/** Empty where nobody is named. */
	responsible: string;
}

/** Everything that is still to be answered in a cycle, unit by unit, as it stands on a day. */
export function registerOn(timeline: Timeline, asOf: IsoDate): RegisterRow[] {
	const answers = timeline.preparation.answers.filter(({ on }) => on <= asOf);
	return askedOn(timeline, asOf).flatMap(({ obligation, unit, topic }) => {
		const seen = obligationOn(obligation, asOf);
		if (!seen || seen.group === 'met') return [];
		const said = answers
			.map(({ data }) => data)
			.filter((data) => data.for === obligation.id && data.units.includes(unit));
		const responsible = said.findLast((data) => data.responsible)?.responsible ?? '';
		return [{ unit, topic, obligation: seen, progress: said.at(-1)?.progress ?? null, responsible }];
	});
}

/** The step to be done first comes first. */
export const byDueDay = ({ date: { due: one } }: StepOnDay, { date: { due: other } }: StepOnDay): number =>
	(one ?? '') < (other ?? '') ? -1 : (one ?? '') > (other ?? '') ? 1 : 0;
