import type { IsoDate } from '#lib/calendar/date.ts';
import type { Progress, RegisterRow, StepOnDay } from '#lib/cycle/preparation/onDay.ts';
import { planMade, preparing, stepDone } from '#lib/cycle/preparation/proposals.ts';
import type { PlannedStep } from '#lib/cycle/preparation/workBack.ts';
import type { Timeline } from '#lib/cycle/timeline/fold.ts';
import type { Workspace } from '#lib/workspace/workspace.svelte.ts';

/** What a desk records: each verb gives what the workspace says to it. */
type Recording = Pick<Workspace, 'record'>;

/** Records a plan as made today. */
export const recordPlan = (
	workspace: Recording,
	today: IsoDate,
	obligation: string,
	plan: { due: IsoDate; steps: readonly PlannedStep[] },
	anyway: boolean
) => workspace.record([planMade(obligation, today, plan)], { anyway });

/** Records that a step was done on a day. */
export const recordDone = (workspace: Recording, obligation: string, step: StepOnDay, on: string) =>
	workspace.record([stepDone(obligation, step, on)]);

/** Records how far some answers have come, and with whom they lie where somebody is named. All of it or nothing. */
export function recordAnswers(
	workspace: Recording,
	today: IsoDate,
	rows: readonly RegisterRow[],
	progress: Progress,
	responsible: string
) {
	const byObligation = Map.groupBy(rows, ({ obligation }) => obligation.obligation.id);
	return workspace.record(
		[...byObligation].map(([id, ofOne]) =>
			preparing(id, 'AnswerPrepared', today, {
				units: ofOne.map(({ unit }) => unit),
				progress,
				...(responsible && { responsible })
			})
		)
	);
}

/** Everybody who was ever named in some cycles as responsible, in the order of their names. */
export function namesIn(timelines: readonly Timeline[]): string[] {
	const names = timelines.flatMap(({ preparation: { plans, answers } }) => [
		...plans.flatMap(({ data }) => data.steps.map(({ responsible }) => responsible)),
		...answers.map(({ data }) => data.responsible)
	]);
	return [...new Set(names.filter((name) => name !== undefined))].sort((one, other) =>
		one.localeCompare(other)
	);
}
