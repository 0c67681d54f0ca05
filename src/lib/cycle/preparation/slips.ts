import type { IsoDate } from '#lib/calendar/date.ts';
import type { NewEvent } from '#lib/envelope/envelope.ts';
import { isEventType, isPreparation, type DataOf } from '../events/catalogue.ts';
import type { EffectiveEvent } from '../events/read.ts';
import type { Timeline } from '../timeline/fold.ts';
import { idOfStep } from './ids.ts';
import type { PreparationEvent } from './prepare.ts';

/** Why an event can prepare nothing. */
export type Unfit =
	/** Nothing of that name is owed in the cycle on that day. */
	| { kind: 'nothingToPrepare' }
	/** It was met, overtaken or closed by then. */
	| { kind: 'noLongerOwed'; on: IsoDate }
	/** No plan for it has such a step. */
	| { kind: 'noSuchStep' }
	| { kind: 'alreadyRecorded'; event: EffectiveEvent };

/** A step that is to be done after the day its plan is worked back from. */
export interface StepAfterDeadline {
	kind: 'stepAfterDeadline';
	due: IsoDate;
	step: { name: string; due: IsoDate };
}

/** What keeps an event from preparing anything in a cycle; undefined where nothing does, and for every other event. */
export function unfitPreparation(event: NewEvent, timeline: Timeline): Unfit | undefined {
	const preparing = asPreparation(event);
	if (!preparing) return undefined;
	const { data } = preparing;
	const obligation = timeline.obligations.find(({ id }) => id === data.for);
	if (!obligation || event.on < obligation.openedBy.on) return { kind: 'nothingToPrepare' };
	const { ending } = obligation;
	if (ending && ending.on <= event.on) return { kind: 'noLongerOwed', on: ending.on };
	if (preparing.type !== 'PreparationStepDone') return undefined;
	const id = idOfStep(data.for, preparing.data.step);
	const step = timeline.preparation.steps.find((one) => one.id === id);
	if (!step) return { kind: 'noSuchStep' };
	return step.ending?.how === 'met' ? { kind: 'alreadyRecorded', event: step.ending.by } : undefined;
}

/** What is most likely a slip in a plan. */
export function slipInPlan(event: NewEvent): StepAfterDeadline | undefined {
	if (event.type !== 'PreparationPlanned') return undefined;
	const { due, steps } = event.data as DataOf<'PreparationPlanned'>;
	const late = steps.find((step) => step.due > due);
	return late && { kind: 'stepAfterDeadline', due, step: { name: late.name, due: late.due } };
}

/** Whether two events speak of the same preparation, so that the later one replaces what the other says. */
export function replaces(event: Told, other: Told): boolean {
	const [one, former] = [asPreparation(event), asPreparation(other)];
	if (!one || one.type !== former?.type || one.data.for !== former.data.for) return false;
	if (one.type !== 'AnswerPrepared' || former.type !== 'AnswerPrepared') return true;
	return former.data.units.some((unit) => one.data.units.includes(unit));
}

/** As much of an event as says what it tells; its data in the shape of its type. */
type Told = Pick<NewEvent, 'type'> & { data: unknown };

function asPreparation(event: Told): PreparationEvent | undefined {
	const { type } = event;
	return isEventType(type) && isPreparation({ type }) ? (event as PreparationEvent) : undefined;
}
