const mostOctets = 75;

/** What some reader takes for the end of a line: one line break to us. */
const lineBreaks = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;
/** What no text may hold (RFC 5545, 3.3.11). The tab may stay. */
const controls = /[^\P{Cc}\t\n]/gu;

/**
 * What one would not see torn apart: an escape, a flag, a letter with its marks, what is joined to an emoji. By the
 * marks alone and not by Intl.Segmenter, of which each browser has another edition: the bytes would differ.
 */
const cluster = /(?:\\.|\p{RI}\p{RI}|.)(?:[\p{M}\p{Cf}\p{EMod}]|(?<=\u200d)\p{Extended_Pictographic})*/gsu;

/** Writes a text as the value of a property (RFC 5545, 3.3.11). */
export const escapeText = (text: string): string =>
	text
		.toWellFormed()
		.replace(lineBreaks, '\n')
		.replace(controls, '')
		.replace(/[\\;,]/g, '\\$&')
		.replaceAll('\n', '\\n');

/**
 * One property as it stands in a file: folded so that no line has more than 75 octets of UTF-8, its ends included.
 * @param name with its parameters, `DTSTART;VALUE=DATE`
 * @param value as it is written; a text is escaped before
 */
export function contentLine(name: string, value: string): string {
	let line = '';
	let octets = 0;
	for (const piece of `${name}:${value}`.match(cluster)!.flatMap(breakable)) {
		const more = octetsOf(piece);
		if (octets + more > mostOctets) {
			line += '\r\n ';
			octets = 1;
		}
		line += piece;
		octets += more;
	}
	return `${line}\r\n`;
}

/** A cluster as one piece; one that fits on no line as its characters. */
const breakable = (piece: string): string[] => (octetsOf(piece) < mostOctets ? [piece] : [...piece]);

function octetsOf(text: string): number {
	let octets = 0;
	for (const character of text) {
		const code = character.codePointAt(0)!;
		octets += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
	}
	return octets;
}
