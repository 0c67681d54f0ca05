import { fused } from './defuse.ts';
import { recordsIn, type CsvRecord, type Delimiter, type LineFault } from './records.ts';

/** A row that was read, at the line of the file on which it begins. */
export interface Row {
	line: number;
	cells: string[];
}

/** A line that is no row of the table, as it stands in the file, and why. */
export interface BadLine {
	line: number;
	text: string;
	fault: LineFault | 'tooManyCells';
}

/** A table that was read: its head, the rows with as many cells, and the lines that are no rows. */
export interface ReadTable {
	names: string[];
	rows: Row[];
	bad: BadLine[];
}

/** So many rows are read between two looks at whether one should go on. */
const stretch = 2_000;

/**
 * Reads a table stretch by stretch, and after each gives the place in the text, so that whoever asks can tell how far
 * it is or stop. A row that is too short lacks its last cells; one that is too long is refused unless what is too
 * much is empty.
 * @param text decoded, without a byte order mark
 */
export function* readTable(text: string, delimiter: Delimiter): Generator<number, ReadTable> {
	const table: ReadTable = { names: [], rows: [], bad: [] };
	let count = 0;
	for (const record of recordsIn(text, delimiter)) {
		take(record, table, delimiter);
		count += 1;
		if (count % stretch === 0) yield record.line;
	}
	return table;
}

/** Reads a table at once. */
export function readWhole(text: string, delimiter: Delimiter): ReadTable {
	const reading = readTable(text, delimiter);
	for (;;) {
		const step = reading.next();
		if (step.done) return step.value;
	}
}

function take(record: CsvRecord, { names, rows, bad }: ReadTable, delimiter: Delimiter): void {
	if ('fault' in record) {
		bad.push({ line: record.line, text: record.text, fault: record.fault });
		return;
	}
	const cells = record.cells.map(fused);
	if (names.length === 0) {
		for (const cell of cells) names.push(cell);
		return;
	}
	if (cells.slice(names.length).some((cell) => cell.trim())) {
		bad.push({ line: record.line, text: record.cells.join(delimiter), fault: 'tooManyCells' });
		return;
	}
	rows.push({ line: record.line, cells: names.map((_, place) => cells[place] ?? '') });
}
