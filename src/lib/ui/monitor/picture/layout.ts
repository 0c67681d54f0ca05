/** Where everything of the picture lies, in pixels from its start and top. */
export interface Layout {
	width: number;
	height: number;
	/** What a column takes, and where each begins, in the order of the States. */
	column: number;
	columns: readonly number[];
	/** Whether the codes of the States stand above their columns. */
	hasCodes: boolean;
	/** Where each row begins, in the order of the bodies, and how high one is. */
	rows: readonly number[];
	row: number;
	/** Where the names of the bodies end. */
	names: number;
}

/** The names of the bodies stand at the start of their rows, the codes of the States, where there is room, above. */
const names = 92;
const top = 24;
export const row = 40;
const gap = 10;
const widest = 28;

/** A column so wide has room for the code of its State. */
const roomForCode = 26;
/** So many years late, a bar is full; and what one takes of its row that is not late by long. */
export const fullAtYears = 10;
const leastBar = 3;
const aboveBar = 6;

/** How tall the bar of something overdue is, in pixels: the taller the later, up to its whole row. */
export const barHeight = (daysLate: number): number =>
	leastBar + (row - aboveBar - leastBar) * Math.min(1, daysLate / (fullAtYears * 365.25));

/**
 * Lays out the picture: a column for each State, in groups with a gap between them, and a row for each body.
 * @param width that there is
 * @param sizes how many States are in each group, in their order
 * @param bodies how many there are
 */
export function layOut(width: number, sizes: readonly number[], bodies: number): Layout {
	const states = sizes.reduce((sum, size) => sum + size, 0);
	const gaps = Math.max(0, sizes.length - 1) * gap;
	const column = Math.min(widest, Math.max(0, width - names - gaps) / Math.max(1, states));
	const hasCodes = column >= roomForCode;
	const above = hasCodes ? top : 0;
	const columns: number[] = [];
	sizes.forEach((size, group) => {
		for (let place = 0; place < size; place += 1) columns.push(names + columns.length * column + group * gap);
	});
	return {
		width,
		height: above + bodies * row,
		column,
		columns,
		hasCodes,
		rows: Array.from({ length: bodies }, (_, place) => above + place * row),
		row,
		names
	};
}

/** The column and row at a point, by their places; null where there is none. */
export function cellAt(
	{ columns, column, rows, row }: Layout,
	x: number,
	y: number
): [number, number] | null {
	const state = columns.findLastIndex((start) => start <= x);
	const body = rows.findLastIndex((start) => start <= y);
	if (state < 0 || body < 0 || x >= columns[state]! + column || y >= rows[body]! + row) return null;
	return [state, body];
}
