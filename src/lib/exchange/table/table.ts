/** A column: the key that code knows it by, and its name at the head. */
export interface Column {
	key: string;
	name: string;
}

/** A table to hand out: a name for the file, at least one column, and rows with as many cells. Dates are ISO. */
export interface Table {
	name: string;
	columns: readonly Column[];
	rows: readonly (readonly string[])[];
}
