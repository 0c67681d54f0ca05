import type { PlanOnDay } from '#lib/cycle/preparation/onDay.ts';
import {
	planColumns,
	planFromRows,
	planRows,
	type PlanColumn,
	type PlanInRows,
	type RowFault
} from '#lib/cycle/preparation/rows.ts';
import type { Timeline } from '#lib/cycle/timeline/fold.ts';
import { planOn } from '#lib/cycle/preparation/onDay.ts';
import type { IsoDate } from '#lib/calendar/date.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import { dateInCell, orderIn, type DateOrder } from '../statuses/dates.ts';
import { folded } from '../statuses/fields.ts';
import type { BadLine, ReadTable } from '../table/readTable.ts';
import type { Table } from '../table/table.ts';

/** What a table of plans is called, and its columns: those that are read again, and one for people. */
export interface PlanHeads {
	name: string;
	columns: Readonly<Record<PlanColumn, string>>;
	/** What a step is for, in words. */
	title: string;
}

/** Why a line of a table of plans is no step. */
export type PlanLineFault = { line: number } & (
	{ kind: 'fileFault'; fault: BadLine['fault'] } | Omit<RowFault, 'row'>
);

/** Why nothing of a table of plans is read. */
export type PlansRefusal =
	{ kind: 'columnsMissing'; columns: PlanColumn[] } | { kind: 'lines'; faults: PlanLineFault[] };

/** Every plan that some cycles have on a day, also for what is owed no longer. */
export const plansOn = (timelines: readonly Timeline[], asOf: IsoDate): PlanOnDay[] =>
	timelines.flatMap((timeline) => timeline.obligations.flatMap(({ id }) => planOn(timeline, id, asOf) ?? []));

/**
 * Plans as one table, a row for each step.
 * @param titleOf what a plan is for, in words
 */
export const plansTable = (
	plans: readonly PlanOnDay[],
	{ name, columns, title }: PlanHeads,
	titleOf: (plan: PlanOnDay) => string
): Table => ({
	name,
	columns: [...planColumns.map((key) => ({ key, name: columns[key] })), { key: 'title', name: title }],
	rows: plans.flatMap((plan) => planRows(plan).map((row) => [...row, titleOf(plan)]))
});

/** A plan that was read, with the line of the file of each row. */
export interface ReadPlans {
	plans: PlanInRows[];
	/** The line of a row. */
	lineOf: (row: number) => number;
}

/**
 * The plans in a table that was read; all of it or nothing. Columns are known by their heads; where none is, they
 * stand as they are written. Days may stand as spreadsheets write them, as long as they can be read in one way.
 */
export function plansIn(
	{ names, rows, bad }: ReadTable,
	{ columns }: Pick<PlanHeads, 'columns'>
): Result<ReadPlans, PlansRefusal> {
	const places = placesOf(names, columns);
	const missing = planColumns.filter((column) => !(column in places));
	if (missing.length) return refuse({ kind: 'columnsMissing', columns: missing });
	const inOrder = planColumns.map((column) => rows.map((row) => row.cells[places[column]!]!));
	// Whatever wrote the file wrote all of its days in one way.
	const order = orderIn(planColumns.flatMap((column, at) => (days.includes(column) ? inOrder[at]! : [])));
	const cellsOf = (row: number) =>
		planColumns.map((column, at) => {
			const cell = inOrder[at]![row]!;
			return days.includes(column) ? inIso(cell, order === 'notNeeded' ? null : order) : cell;
		});
	const read = planFromRows(rows.map((_, row) => cellsOf(row)));
	const lineOf = (row: number) => rows[row]!.line;
	const faults = [
		...bad.map(({ line, fault }): PlanLineFault => ({ line, kind: 'fileFault', fault })),
		...(read.ok
			? []
			: read.error.map(({ row, ...fault }): PlanLineFault => ({ line: lineOf(row), ...fault })))
	];
	if (read.ok && !faults.length) return ok({ plans: read.value, lineOf });
	return refuse({ kind: 'lines', faults: faults.sort((one, other) => one.line - other.line) });
}

const days: readonly PlanColumn[] = ['plannedFrom', 'due', 'done'];

type Places = Partial<Record<PlanColumn, number>>;

function placesOf(names: readonly string[], heads: PlanHeads['columns']): Places {
	const written = names.map(folded);
	const known: Places = {};
	for (const column of planColumns) {
		const place = written.findIndex((name) => name === folded(heads[column]) || name === folded(column));
		if (place >= 0) known[column] = place;
	}
	if (Object.keys(known).length || names.length < planColumns.length) return known;
	return Object.fromEntries(planColumns.map((column, place) => [column, place]));
}

/** A day as ISO 8601 has it; what is none stays as it is, to be refused. */
function inIso(cell: string, order: DateOrder | null): string {
	const day = dateInCell(cell, order);
	return day.ok ? day.value : cell;
}
