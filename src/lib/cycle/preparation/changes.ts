import type { IsoDate } from '#lib/calendar/date.ts';
import type { Proposal } from '../gate.ts';
import type { Timeline } from '../timeline/fold.ts';
import type { Obligation } from '../timeline/obligation.ts';
import { idOfStep } from './ids.ts';
import { planOn, type PlanOnDay, type StepOnDay } from './onDay.ts';
import { planMade, stepDone } from './proposals.ts';
import type { PlanInRows, StepInRows } from './rows.ts';
import type { PlannedStep } from './workBack.ts';

/** One thing in which a plan that is told differs from the one that stands. */
export type Change =
	| { kind: 'newPlan'; due: IsoDate; steps: number }
	/** Worked back from another day. */
	| { kind: 'plannedFrom'; was: IsoDate; is: IsoDate }
	| { kind: 'added' | 'leftOut'; step: PlannedStep }
	| { kind: 'changed'; was: PlannedStep; step: PlannedStep }
	/** The steps that stay stand in another order. */
	| { kind: 'reordered' }
	| { kind: 'done'; step: PlannedStep; on: IsoDate };

/** How a plan that is told differs, and what would be recorded of it. */
export interface PlanChange {
	obligation: Obligation;
	/** At least one. */
	changes: Change[];
	proposals: Proposal[];
}

/** Why a step that is told cannot be recorded. `row` is its place in the table, from 0. */
export type StepFault = { row: number } & (
	| { kind: 'nothingToPrepare' }
	| { kind: 'noLongerOwed'; on: IsoDate }
	| { kind: 'stepAfterDeadline'; due: IsoDate }
	| { kind: 'inTheFuture' }
	/** It is recorded as done on another day than is told, or is told not to be done. */
	| { kind: 'doneOtherwise'; on: IsoDate }
	/** It was done before today, and by when it was to be done is past changing. */
	| { kind: 'dueOfDone'; due: IsoDate }
);

/** What reading plans would do: nothing is to be recorded while anything is at fault. */
export interface PlanChanges {
	changed: PlanChange[];
	faults: StepFault[];
}

/**
 * Holds plans that a table tells against those that stand. A plan that the table does not tell stays as it is; a step
 * that it does not tell is left out of its plan.
 * @param timelines of the cycles in which something may be prepared
 * @param today on which the changes would be recorded
 */
export function planChanges(
	told: readonly PlanInRows[],
	timelines: readonly Timeline[],
	today: IsoDate
): PlanChanges {
	const owed = new Map(
		timelines.flatMap((timeline) =>
			timeline.obligations.map((obligation) => [obligation.id, { timeline, obligation }])
		)
	);
	const found: PlanChanges = { changed: [], faults: [] };
	for (const plan of told) {
		const known = owed.get(plan.for);
		if (!known || known.obligation.openedBy.on > today) {
			found.faults.push({ row: plan.steps[0]!.row, kind: 'nothingToPrepare' });
			continue;
		}
		const { changed, faults } = heldAgainst(plan, known.timeline, known.obligation, today);
		found.faults.push(...faults);
		if (changed) found.changed.push(changed);
	}
	return found;
}

function heldAgainst(
	told: PlanInRows,
	timeline: Timeline,
	obligation: Obligation,
	today: IsoDate
): { changed: PlanChange | null; faults: StepFault[] } {
	const stands = planOn(timeline, obligation.id, today);
	const inPlan = stands ? changesOf(told, stands) : [newPlan(told)];
	const faults = inPlan.length ? faultsOfPlan(told, obligation, today) : [];
	const done: { step: StepInRows; on: IsoDate }[] = [];
	for (const step of told.steps) {
		const { row } = step;
		const recorded = doneOn(timeline, obligation.id, step.id);
		const was = inPlan.find((change) => change.kind === 'changed' && change.step === step);
		const on = recorded ?? step.doneOn;
		if (was?.kind === 'changed' && was.was.due !== step.due && on && on < today)
			faults.push({ row, kind: 'dueOfDone', due: was.was.due });
		if (recorded === step.doneOn) continue;
		if (recorded) faults.push({ row, kind: 'doneOtherwise', on: recorded });
		else if (step.doneOn) {
			const fault = faultOfDay(step.doneOn, obligation, today);
			if (fault) faults.push({ row, ...fault });
			else done.push({ step, on: step.doneOn });
		}
	}
	const changes = [...inPlan, ...done.map(({ step, on }): Change => ({ kind: 'done', step, on }))];
	const proposals = [
		...(inPlan.length ? [planMade(told.for, today, told)] : []),
		...done.map(({ step, on }) => stepDone(told.for, step, on))
	];
	return { changed: changes.length ? { obligation, changes, proposals } : null, faults };
}

const newPlan = ({ due, steps }: PlanInRows): Change => ({ kind: 'newPlan', due, steps: steps.length });

function changesOf(told: PlanInRows, { plan, steps }: PlanOnDay): Change[] {
	const were = new Map(steps.map((step) => [step.id, step]));
	const are = new Set(told.steps.map(({ id }) => id));
	const stay = told.steps.flatMap(({ id }) => (were.has(id) ? [id] : []));
	const stayed = [...were.keys()].filter((id) => are.has(id));
	const { due, steps: planned } = plan.data;
	return [
		...(told.due === due ? [] : [{ kind: 'plannedFrom', was: due, is: told.due } as const]),
		...told.steps.flatMap((step): Change[] => {
			const was = were.get(step.id);
			if (!was) return [{ kind: 'added', step }];
			// What was done keeps the day it had then, whatever a later plan says: either is as it stands.
			const isDue =
				was.date.due === step.due || planned.some(({ id, due: by }) => id === step.id && by === step.due);
			if (isDue && was.name === step.name && was.responsible === step.responsible) return [];
			const stood = asPlanned(was);
			return [{ kind: 'changed', was: isDue ? { ...stood, due: step.due } : stood, step }];
		}),
		...steps.flatMap((step): Change[] =>
			are.has(step.id) ? [] : [{ kind: 'leftOut', step: asPlanned(step) }]
		),
		...(stay.every((id, place) => id === stayed[place]) ? [] : [{ kind: 'reordered' } as const])
	];
}

/** A step as it stands, as plans have them. Whatever is in a plan has a day. */
const asPlanned = ({ id, name, responsible, date }: StepOnDay): PlannedStep => ({
	id,
	name,
	responsible,
	due: date.due!
});

function faultsOfPlan({ due, steps }: PlanInRows, { ending }: Obligation, today: IsoDate): StepFault[] {
	if (ending && ending.on <= today) return [{ row: steps[0]!.row, kind: 'noLongerOwed', on: ending.on }];
	return steps.filter((step) => step.due > due).map(({ row }) => ({ row, kind: 'stepAfterDeadline', due }));
}

/** Why a step cannot have been done on a day. */
function faultOfDay(on: IsoDate, { openedBy, ending }: Obligation, today: IsoDate) {
	if (on > today) return { kind: 'inTheFuture' } as const;
	if (on < openedBy.on) return { kind: 'nothingToPrepare' } as const;
	if (ending && ending.on <= on) return { kind: 'noLongerOwed', on: ending.on } as const;
	return null;
}

/** The day on which a step is recorded as done; null where it is not, or was needed no longer before. */
function doneOn({ preparation }: Timeline, obligation: string, step: string): IsoDate | null {
	const id = idOfStep(obligation, step);
	const ending = preparation.steps.find((one) => one.id === id)?.ending;
	return ending?.how === 'met' ? ending.on : null;
}
