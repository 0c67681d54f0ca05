/** What parts the cells of a line. */
export const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

/** Why a line cannot be parted into cells. */
export type LineFault =
	/** A quotation mark opens a cell and none closes it. */
	| 'quoteNotClosed'
	/** Something stands between the closing quotation mark and the next cell. */
	| 'textAfterQuote';

/** A row of a file, at the line on which it begins, from 1. */
export type CsvRecord = { line: number } & ({ cells: string[] } | { fault: LineFault; text: string });

/** A longer cell is a quotation mark that was never closed: those of spreadsheets end at 32,767 characters. */
const longestCell = 50_000;

/**
 * The rows of a CSV text (RFC 4180), one at a time; empty lines are passed over. A quotation mark inside an unquoted
 * cell is taken as it is. A line at fault is given as such, and reading goes on with the next line of the file, so
 * that one stray quotation mark costs one line and not the rest. A first line `sep=;`, by which spreadsheets are told
 * what parts the cells, is no row.
 * @param text without a byte order mark
 */
export function* recordsIn(text: string, delimiter: Delimiter): Generator<CsvRecord, void> {
	const told = declaration.exec(text);
	let [at, line] = told ? [told[0].length, 2] : [0, 1];
	while (at < text.length) {
		const record = recordAt(text, at, delimiter);
		if ('fault' in record) {
			const end = endOfLine(text, at);
			yield { line, fault: record.fault, text: text.slice(at, end) };
			[at, line] = [afterBreak(text, end), line + 1];
			continue;
		}
		if (!record.isEmpty) yield { line, cells: record.cells };
		[at, line] = [record.to, line + record.lines];
	}
}

type ReadRecord = { cells: string[]; isEmpty: boolean; to: number; lines: number } | { fault: LineFault };

function recordAt(text: string, start: number, delimiter: Delimiter): ReadRecord {
	const cells: string[] = [];
	let [at, lines] = [start, 1];
	for (;;) {
		if (text[at] === '"') {
			const quoted = quotedAt(text, at);
			if ('fault' in quoted) return quoted;
			cells.push(quoted.cell);
			lines += breaksIn(quoted.cell);
			at = quoted.to;
		} else {
			let end = at;
			while (end < text.length && text[end] !== delimiter && !isBreak(text, end)) end += 1;
			cells.push(text.slice(at, end));
			at = end;
		}
		if (text[at] === delimiter) {
			at += 1;
			continue;
		}
		if (at < text.length && !isBreak(text, at)) return { fault: 'textAfterQuote' };
		const isEmpty = at === start;
		return { cells, isEmpty, to: afterBreak(text, at), lines };
	}
}

function quotedAt(text: string, open: number): { cell: string; to: number } | { fault: LineFault } {
	for (let from = open + 1; ;) {
		const close = text.indexOf('"', from);
		if (close < 0 || close - open > longestCell) return { fault: 'quoteNotClosed' };
		if (text[close + 1] !== '"')
			return { cell: text.slice(open + 1, close).replaceAll('""', '"'), to: close + 1 };
		from = close + 2;
	}
}

const isBreak = (text: string, at: number): boolean => text[at] === '\n' || text[at] === '\r';

/** The place after the break that stands at one, be it of one character or two. */
const afterBreak = (text: string, at: number): number =>
	at + (text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1);

function endOfLine(text: string, from: number): number {
	let end = from;
	while (end < text.length && !isBreak(text, end)) end += 1;
	return end;
}

const breaksIn = (cell: string): number => cell.match(/\r\n|\r|\n/g)?.length ?? 0;

/** So many rows are looked at to find out what parts the cells. */
const sample = 20;

const declaration = /^sep=([,;\t])(?:\r\n|\r|\n|$)/i;

/**
 * What parts the cells: what the file says does, or else that which gives the first rows the same
 * number of cells, and the most of them.
 */
export function delimiterOf(text: string): Delimiter {
	const told = declaration.exec(text)?.[1];
	if (told) return told as Delimiter;
	const head = text.slice(0, 100_000);
	const fit = (delimiter: Delimiter): number => {
		const widths: number[] = [];
		for (const record of recordsIn(head, delimiter)) {
			if ('cells' in record) widths.push(record.cells.length);
			if (widths.length === sample) break;
		}
		const width = widths[0] ?? 0;
		return width < 2 ? 0 : widths.filter((one) => one === width).length * 100 + width;
	};
	return delimiters.reduce((best, one) => (fit(one) > fit(best) ? one : best));
}
