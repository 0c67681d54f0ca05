/** A column of a long table: a figure is aligned at its end, a hidden head is only read out, and what is beneath it not printed. */
export interface Column {
	key: string;
	name: string;
	kind?: 'figure' | 'hidden';
	/** Its width, as a style has it; the others share what is left. */
	width?: string;
}
