/** Where everything of the picture lies, in pixels from its start and top. */
export interface Layout {
	width: number;
	height: number;
	/** What a column takes, and where each begins, in the order of the States. */
	column: number;
	columns: readonly number[];
	/** Where each row begins, in the order of the bodies, and how high one is. */
	rows: readonly number[];
	row: number;
	/** Where the names of the bodies end. */
	names: number;
}

/** The names of the bodies stand at the start of their rows, those of the regions above their columns. */
const names = 92;
const top = 24;
const row = 40;
const gap = 10;
const widest = 28;

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
	const columns: number[] = [];
	sizes.forEach((size, group) => {
		for (let place = 0; place < size; place += 1) columns.push(names + columns.length * column + group * gap);
	});
	return {
		width,
		height: top + bodies * row,
		column,
		columns,
		rows: Array.from({ length: bodies }, (_, place) => top + place * row),
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
