import { isIsoDate, type IsoDate } from '#lib/calendar/date.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import type { PlanOnDay } from './onDay.ts';
import type { PlannedStep } from './workBack.ts';

/** The columns of a plan as a table, by their keys. */
export const planColumns = ['obligation', 'plannedFrom', 'id', 'step', 'responsible', 'due', 'done'] as const;
type PlanColumn = (typeof planColumns)[number];

/** A plan as a table tells it. */
export interface PlanInRows {
	for: string;
	/** The day it was worked back from. */
	due: IsoDate;
	steps: PlannedStep[];
	/** Steps that are done, by id, with the day. */
	done: ReadonlyMap<string, IsoDate>;
}

/** What keeps a row from being a step: its place from 0, and the cell at fault. */
export interface RowFault {
	row: number;
	column: PlanColumn;
	kind: 'missing' | 'notADate' | 'twice' | 'anotherDay';
}

/** A plan as rows, one for each step, with the cells in the order of the columns. Days are written as ISO 8601 does. */
export const planRows = ({ plan, steps }: PlanOnDay): string[][] =>
	steps.map(({ id, name, responsible, date, standing }) => [
		plan.data.for,
		plan.data.due,
		id,
		name,
		responsible,
		date.due ?? '',
		standing.kind === 'done' ? standing.on : ''
	]);

/** The plans that rows tell, in the order in which they come; or the first fault. Rows without any text are passed over. */
export function planFromRows(rows: readonly (readonly string[])[]): Result<PlanInRows[], RowFault> {
	const plans = new Map<string, ReturnType<typeof planFor>>();
	for (const [row, cells] of rows.entries()) {
		const cell = (column: PlanColumn) => cells[planColumns.indexOf(column)]?.trim() ?? '';
		if (cells.every((text) => !text.trim())) continue;
		const [obligation, id, name] = [cell('obligation'), cell('id'), cell('step')];
		const missing = (['obligation', 'id', 'step'] as const).find((column) => !cell(column));
		if (missing) return refuse({ row, column: missing, kind: 'missing' });
		const [due, plannedFrom, doneOn] = [cell('due'), cell('plannedFrom'), cell('done')];
		if (!isIsoDate(due)) return refuse({ row, column: 'due', kind: due ? 'notADate' : 'missing' });
		if (!isIsoDate(plannedFrom))
			return refuse({ row, column: 'plannedFrom', kind: plannedFrom ? 'notADate' : 'missing' });
		if (doneOn && !isIsoDate(doneOn)) return refuse({ row, column: 'done', kind: 'notADate' });
		const plan = plans.get(obligation) ?? planFor(obligation, plannedFrom);
		if (plan.due !== plannedFrom) return refuse({ row, column: 'plannedFrom', kind: 'anotherDay' });
		if (plan.steps.some((step) => step.id === id)) return refuse({ row, column: 'id', kind: 'twice' });
		plan.steps.push({ id, name, responsible: cell('responsible'), due });
		if (isIsoDate(doneOn)) plan.done.set(id, doneOn);
		plans.set(obligation, plan);
	}
	return ok([...plans.values()]);
}

const planFor = (obligation: string, due: IsoDate) => ({
	for: obligation,
	due,
	steps: [] as PlannedStep[],
	done: new Map<string, IsoDate>()
});
