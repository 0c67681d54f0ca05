import { defused } from './defuse.ts';
import type { Table } from './table.ts';

/**
 * A table as CSV that spreadsheets open right: UTF-8 with its mark, commas, RFC 4180 quoting, formulas defused, dates
 * as ISO and numbers plain. `readTable` gives the same cells back.
 */
export function csvOf({ columns, rows }: Table): string {
	const lines = [columns.map(({ name }) => name), ...rows];
	return `\ufeff${lines.map((cells) => `${cells.map(written).join(',')}\r\n`).join('')}`;
}

/** A lone empty cell is quoted too: an empty line is no row. */
function written(cell: string, _place: number, cells: readonly string[]): string {
	const safe = defused(cell);
	return /[",;\t\r\n]|^\s|\s$/.test(safe) || (safe === '' && cells.length === 1)
		? `"${safe.replaceAll('"', '""')}"`
		: safe;
}
