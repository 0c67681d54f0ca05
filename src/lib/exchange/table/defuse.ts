/**
 * What a spreadsheet would take for something else than the text it is, behind any apostrophes: a formula (OWASP,
 * CSV Injection: `=`, `+`, `-`, `@`, tab and carriage return, also after blanks and in full width), or two or three
 * numbers that would become a date of its own making, as `2-3` becomes 2 March. ISO dates and plain numbers are what
 * they look like.
 */
const taken =
	/^'*(?:[\s\u200b\u2060]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]|[\t\r]|\s*(?!\d{4}-\d\d-\d\d$)\d{1,4}\s*[-/]\s*\d{1,4}(?:\s*[-/]\s*\d{1,4})?\s*$)/;
const plainNumber = /^-?\d+(?:\.\d+)?$/;

/** A cell that a spreadsheet shows as the text it is. Our own reader takes the apostrophe off again. */
export const defused = (cell: string): string =>
	taken.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;

/** The cell as it was before it was defused; any other text stays as it is. */
export const fused = (cell: string): string =>
	cell.startsWith("'") && taken.test(cell) ? cell.slice(1) : cell;
