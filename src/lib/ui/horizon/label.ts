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

/** How far words keep from the upright. */
const clear = 6;

/** A mark in the picture and the day one looks from, measured from its start, whichever side that is. */
interface Placed {
	from: number;
	to: number;
	now: number;
	/** Of what lies ahead, words end where the mark does. */
	isAhead: boolean;
}

/**
 * Where a label begins: where its mark does, or on the one side of the upright where it has room, so that this does not
 * strike it through; and in any case so that it ends inside the picture.
 */
export function labelStart({ from, to, now, isAhead }: Placed, labelWidth: number, width: number): number {
	const [before, after] = [now - clear - labelWidth, now + clear];
	const inside = (start: number) => Math.max(0, Math.min(start, width - labelWidth));
	if (isAhead) return inside(Math.max(after, to - labelWidth));
	const begins = inside(from);
	if (begins >= now || begins + labelWidth <= now) return begins;
	if (to < now && before >= 0) return Math.min(begins, before);
	return after + labelWidth <= width ? after : begins;
}

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
