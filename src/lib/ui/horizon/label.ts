/** How wide a text is drawn, in pixels. */
export type Measure = (text: string) => number;

/** A text as far as there is room for it, with an ellipsis where it had to end early. */
export function fitted(text: string, room: number, measure: Measure): string {
	if (measure(text) <= room) return text;
	let [fits, tooLong] = [0, text.length];
	while (tooLong - fits > 1) {
		const middle = Math.floor((fits + tooLong) / 2);
		if (measure(`${text.slice(0, middle)}…`) <= room) fits = middle;
		else tooLong = middle;
	}
	return `${text.slice(0, fits).trimEnd()}…`;
}

/**
 * Where a label begins: at the beginning of its mark, or as far before it as it must to end inside the picture.
 * Measured from the start of the picture, whichever side that is.
 */
export const labelStart = (markStart: number, labelWidth: number, width: number): number =>
	Math.max(0, Math.min(markStart, width - labelWidth));

/**
 * Measures with an element that is never seen. A canvas would be quicker, but it does not take the same font for
 * `system-ui` as the page does.
 */
export function measureWith(ruler: HTMLElement): Measure {
	const known = new Map<string, number>();
	return (text) => {
		let width = known.get(text);
		if (width === undefined) {
			ruler.textContent = text;
			known.set(text, (width = ruler.getBoundingClientRect().width));
		}
		return width;
	};
}
