import type { IsoDate } from '#lib/calendar/date.ts';
import type { ObligationOnDay } from '#lib/cycle/timeline/views.ts';
import type { Rows } from '#lib/monitor/board.ts';
import type { Selection } from '#lib/monitor/selection.ts';
import type { StepsTaken } from '#lib/monitor/stepsTaken.ts';
import { lateTable, lateTableInWords, lateWords } from '#lib/words/lateTable.ts';
import type { Workspace } from '#lib/workspace/workspace.svelte.ts';
import { saveFile } from '../exchange/saveFile.ts';

/** What the monitor shows as late. */
interface Shown {
	day: IsoDate;
	selection: Selection;
	rows: Rows<ObligationOnDay>;
	stepsOf: (row: ObligationOnDay) => StepsTaken;
}

/** Saves what is late as it is shown, all of its rows: as CSV to go on with, or as a document to send. */
export async function saveLate(
	as: 'csv' | 'docx',
	{ day, selection, rows, stepsOf }: Shown,
	{ knownAt, holdsInvented: isInvented }: Pick<Workspace, 'knownAt' | 'holdsInvented'>
): Promise<void> {
	const name = ['late', ...(isInvented ? ['invented'] : []), day].join('-');
	if (as === 'csv') {
		const { csvOf } = await import('#lib/exchange/table/csvOf.ts');
		const table = lateTable(rows.slice(0, rows.length), day, stepsOf);
		return saveFile(`${name}.csv`, new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' }));
	}
	const { docxOf } = await import('#lib/exchange/table/docxOf.ts');
	const isRightToLeft = getComputedStyle(document.documentElement).direction === 'rtl';
	const words = lateWords({ asOf: day, selection, knownAt, isInvented, isRightToLeft });
	const table = lateTableInWords(rows.slice(0, rows.length), day, stepsOf);
	saveFile(`${name}.docx`, await docxOf(table, words));
}
