import { planChanges, type PlanChange, type StepFault } from '#lib/cycle/preparation/changes.ts';
import type { Timeline } from '#lib/cycle/timeline/fold.ts';
import type { IsoDate } from '#lib/calendar/date.ts';
import { plansIn, type PlanLineFault, type ReadPlans } from '#lib/exchange/plans/plansTable.ts';
import { decodeTable } from '#lib/exchange/table/decode.ts';
import { readWhole } from '#lib/exchange/table/readTable.ts';
import { delimiterOf } from '#lib/exchange/table/records.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import { columnsMissingWords, planHeads } from '#lib/words/plansTable.ts';
import { tableFailureSentence } from '#lib/words/statuses.ts';

/** A file of plans that was read: its plans, or the lines that are none. */
export type PlansFile = { read: ReadPlans } | { faults: PlanLineFault[] };

/** Reads a file of plans, or says in a sentence why it is none. */
export async function readPlans(file: File, state: string): Promise<Result<PlansFile, string>> {
	const decoded = decodeTable(new Uint8Array(await file.arrayBuffer()));
	if (!decoded.ok) return refuse(tableFailureSentence(decoded.error));
	const { text } = decoded.value;
	const read = plansIn(readWhole(text, delimiterOf(text)), planHeads(state));
	if (read.ok) return ok({ read: read.value });
	return read.error.kind === 'lines'
		? ok({ faults: read.error.faults })
		: refuse(columnsMissingWords(read.error));
}

/** What recording a file would do, by what is recorded now; every fault at its line. */
export interface PlansLook {
	changed: readonly PlanChange[];
	faults: readonly { line: number; fault: PlanLineFault | StepFault }[];
}

/** Holds a file of plans against what is recorded. */
export function lookAt(file: PlansFile, timelines: readonly Timeline[], today: IsoDate): PlansLook {
	if ('faults' in file)
		return { changed: [], faults: file.faults.map((fault) => ({ line: fault.line, fault })) };
	const { changed, faults } = planChanges(file.read.plans, timelines, today);
	return {
		changed,
		faults: faults
			.map((fault) => ({ line: file.read.lineOf(fault.row), fault }))
			.sort((one, other) => one.line - other.line)
	};
}
