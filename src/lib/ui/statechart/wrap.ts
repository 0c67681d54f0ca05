/** Letters as wide as two: Han, kana, Hangul and full-width forms. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** How many narrow letters' room a text takes. */
export const roomOf = (text: string): number =>
	[...text].reduce((room, letter) => room + (wide.test(letter) ? 2 : 1), 0);

/**
 * Breaks a label into lines, at spaces, and between letters where a script writes without spaces. A single
 * longer word stands on a line of its own.
 * @param room what a line holds: so many narrow letters, unless it is measured otherwise
 * @param measure how much of it a text takes
 */
export function wrap(text: string, room: number, measure: (text: string) => number = roomOf): string[] {
	const lines: string[] = [];
	let line = '';
	for (const piece of pieces(text)) {
		if (line && measure(line + piece.trimEnd()) > room) {
			lines.push(line.trimEnd());
			line = '';
		}
		line += piece;
	}
	return [...lines, line.trimEnd()].filter(Boolean);
}

const pieces = (text: string): string[] =>
	(text.match(/\S+\s*/g) ?? []).flatMap((word) => (wide.test(word) ? [...word] : [word]));
