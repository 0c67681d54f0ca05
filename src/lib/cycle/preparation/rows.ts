import { isIsoDate, type IsoDate } from '#lib/calendar/date.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import { idOfStep, isStepId } from './ids.ts';
import type { PlanOnDay } from './onDay.ts';
import type { PlannedStep } from './workBack.ts';

/** The columns of a plan as a table, by their keys. */
export const planColumns = ['obligation', 'plannedFrom', 'id', 'step', 'responsible', 'due', 'done'] as const;
export type PlanColumn = (typeof planColumns)[number];

/** A step as a row tells it. */
export interface StepInRows extends PlannedStep {
	/** The day it was done; null where it is not. */
	doneOn: IsoDate | null;
	/** The place of the row, from 0. */
	row: number;
}

/** A plan as a table tells it. */
export interface PlanInRows {
	for: string;
	/** The day it was worked back from. */
	due: IsoDate;
	/** At least one, in the order of the rows. */
	steps: StepInRows[];
}

/** What keeps a row from being a step: its place from 0, and the cell at fault. */
export interface RowFault {
	row: number;
	column: PlanColumn;
	kind: 'missing' | 'notADate' | 'notAKey' | 'twice' | 'anotherDay';
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

/**
 * The plans that rows tell, in the order in which they come; or every row at fault. Where one is, no plan is given: a
 * plan without one of its rows would leave out a step. Rows without any text are passed over.
 */
export function planFromRows(rows: readonly (readonly string[])[]): Result<PlanInRows[], RowFault[]> {
	const plans = new Map<string, PlanInRows>();
	const known = new Set<string>();
	const faults: RowFault[] = [];
	for (const [row, cells] of rows.entries()) {
		if (cells.every((text) => !text.trim())) continue;
		const read = stepIn(cells, row);
		if (!read.ok) {
			faults.push(read.error);
			continue;
		}
		const { obligation, plannedFrom, step } = read.value;
		const plan = plans.get(obligation) ?? { for: obligation, due: plannedFrom, steps: [] };
		if (plan.due !== plannedFrom) faults.push({ row, column: 'plannedFrom', kind: 'anotherDay' });
		else if (known.has(idOfStep(obligation, step.id))) faults.push({ row, column: 'id', kind: 'twice' });
		else {
			plan.steps.push(step);
			plans.set(obligation, plan);
			known.add(idOfStep(obligation, step.id));
		}
	}
	return faults.length ? refuse(faults) : ok([...plans.values()]);
}

interface ReadRow {
	obligation: string;
	plannedFrom: IsoDate;
	step: StepInRows;
}

function stepIn(cells: readonly string[], row: number): Result<ReadRow, RowFault> {
	const cell = (column: PlanColumn) => cells[planColumns.indexOf(column)]?.trim() ?? '';
	const fault = (column: PlanColumn, kind: RowFault['kind']) => refuse({ row, column, kind });
	const [obligation, id, name] = [cell('obligation'), cell('id'), cell('step')];
	const [due, plannedFrom, doneOn] = [cell('due'), cell('plannedFrom'), cell('done')];
	const missing = planColumns.find(
		(column) => column !== 'responsible' && column !== 'done' && !cell(column)
	);
	if (missing) return fault(missing, 'missing');
	if (!isStepId(id)) return fault('id', 'notAKey');
	if (!isIsoDate(due)) return fault('due', 'notADate');
	if (!isIsoDate(plannedFrom)) return fault('plannedFrom', 'notADate');
	if (doneOn && !isIsoDate(doneOn)) return fault('done', 'notADate');
	const responsible = cell('responsible');
	const step = { id, name, responsible, due, doneOn: isIsoDate(doneOn) ? doneOn : null, row };
	return ok({ obligation, plannedFrom, step });
}
