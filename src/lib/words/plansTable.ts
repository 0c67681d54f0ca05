import type { Change, StepFault } from '#lib/cycle/preparation/changes.ts';
import type { PlanOnDay } from '#lib/cycle/preparation/onDay.ts';
import type { PlanColumn } from '#lib/cycle/preparation/rows.ts';
import type { Timeline } from '#lib/cycle/timeline/fold.ts';
import type { PlanHeads, PlanLineFault, PlansRefusal } from '#lib/exchange/plans/plansTable.ts';
import { m } from './catalogue/messages.js';
import { count, day, list } from './dates.ts';
import { stateName } from './names.ts';
import { owedTitle } from './obligation.ts';

const columns: Readonly<Record<PlanColumn, () => string>> = {
	obligation: m.tables_plan_obligation,
	plannedFrom: m.tables_plan_planned_from,
	id: m.tables_plan_id,
	step: m.preparation_step_name,
	responsible: m.preparation_step_responsible,
	due: m.preparation_step_due,
	done: m.preparation_done_on
};

/** What the table of a State's plans is called, and its heads. */
export const planHeads = (state: string): PlanHeads => ({
	name: m.tables_plans({ state: stateName(state) }),
	columns: Object.fromEntries(
		Object.entries(columns).map(([key, name]) => [key, name()])
	) as PlanHeads['columns'],
	title: m.tables_plan_for()
});

/** What a plan is for: "Azerbaijan’s fourth periodic report to CMW". @param timelines of the State */
export function planTitle({ plan }: PlanOnDay, timelines: readonly Timeline[]): string {
	const owed = timelines.flatMap(({ obligations }) => obligations);
	return owedTitle(owed.find(({ id }) => id === plan.data.for)!);
}

/** One thing in which a plan differs: "Draft: new, by 1 May 2026". */
export function changeWords(change: Change): string {
	switch (change.kind) {
		case 'newPlan':
			return m.tables_change_new_plan({
				days: change.steps,
				number: count(change.steps),
				due: day(change.due)
			});
		case 'plannedFrom':
			return m.tables_change_planned_from({ was: day(change.was), is: day(change.is) });
		case 'reordered':
			return m.tables_change_reordered();
		case 'added':
			return m.tables_change_added({ step: change.step.name, due: day(change.step.due) });
		case 'leftOut':
			return m.tables_change_left_out({ step: change.step.name });
		case 'done':
			return m.tables_change_done({ step: change.step.name, on: day(change.on) });
		case 'changed': {
			const { was, step } = change;
			const told = [
				...(was.name === step.name ? [] : [m.tables_change_name({ is: step.name })]),
				...(was.responsible === step.responsible
					? []
					: [
							m.tables_change_responsible({
								was: was.responsible || m.preparation_nobody(),
								is: step.responsible || m.preparation_nobody()
							})
						]),
				...(was.due === step.due ? [] : [m.tables_change_due({ was: day(was.due), is: day(step.due) })])
			];
			return m.tables_change_step({ step: was.name, changes: told.join('; ') });
		}
	}
}

/** Why nothing of a table of plans is read, where that is so of all of it. */
export const columnsMissingWords = ({
	columns: missing
}: Extract<PlansRefusal, { kind: 'columnsMissing' }>): string =>
	m.tables_columns_missing({
		days: missing.length,
		columns: list(missing.map((column) => columns[column]()))
	});

/** Why a line of a table of plans cannot be recorded. */
export function planFaultWords(fault: PlanLineFault | StepFault): string {
	switch (fault.kind) {
		case 'fileFault':
			return fault.fault === 'tooManyCells' ? m.statuses_why_too_many() : m.statuses_why_quote();
		case 'missing':
			return m.tables_fault_missing({ column: columns[fault.column]() });
		case 'notADate':
			return m.tables_fault_not_a_date({ column: columns[fault.column]() });
		case 'notAKey':
			return m.tables_fault_not_a_key();
		case 'twice':
			return m.tables_fault_twice();
		case 'anotherDay':
			return m.tables_fault_another_day();
		case 'nothingToPrepare':
			return m.tables_fault_nothing_to_prepare();
		case 'noLongerOwed':
			return m.tables_fault_no_longer_owed({ on: day(fault.on) });
		case 'stepAfterDeadline':
			return m.tables_fault_after_deadline({ due: day(fault.due) });
		case 'inTheFuture':
			return m.tables_fault_in_the_future();
		case 'doneOtherwise':
			return m.tables_fault_done_otherwise({ on: day(fault.on) });
		case 'dueOfDone':
			return m.tables_fault_due_of_done({ due: day(fault.due) });
	}
}
