import type { Span } from '../../types.ts';
import { closesSentence, type Line } from './lines.ts';

/** A heading: `IV. Follow-up`, or a bare line above a paragraph. */
export interface Heading extends Span {
	label: string | null;
	text: string;
}

const labelled = /^([IVXL]{1,6}|[A-Z]|\d{1,2})\.(?: +(.+))?$/;
/** Some readers put a label on a line of its own. */
const labelAlone = /^(?:[IVXL]{1,6}|[A-Z])\.$/;
const marker = /^\(?(?:[a-z]|[ivx]{1,5})\)(?: |$)/;
const goesOn =
	/(?:^|\s)(?:of|the|and|or|on|to|in|for|by|with|at|from|its|de|des|du|la|le|les|l’|et|à|sur|del|los|las|el|y|en|a)$|[,–-]$/i;

/** A heading is no longer than this, however many lines it takes. */
const longest = 400;

/**
 * The headings that stand right above a line: going upwards, all that closes no sentence, up to the end of the
 * paragraph before.
 * @param from the first line that may belong to a heading
 * @param to the line below them
 */
export function headingsBetween(lines: readonly Line[], from: number, to: number): Heading[] {
	let first = to;
	let length = 0;
	for (let at = to - 1; at >= from; at -= 1) {
		const { text } = lines[at]!;
		if (text === '') continue;
		length += text.length;
		if ((closesSentence(text) && !headsWhatFollows(lines, at)) || marker.test(text) || length > longest * 2)
			break;
		first = at;
	}
	const above = lines[from - 1];
	const ranIntoTheParagraph = first === from && above !== undefined && !closesSentence(above.text);
	if (ranIntoTheParagraph) first = afterLastGap(lines, from, to);
	return joinHeadings(lines.slice(first, to));
}

/** A label by itself, or a short line that stands alone and ends with a colon: "Paragraph 12:". */
function headsWhatFollows(lines: readonly Line[], at: number): boolean {
	const { text } = lines[at]!;
	const above = lines[at - 1]?.text ?? '';
	return (
		labelAlone.test(text) || (/^\p{Lu}.{0,198}:$/u.test(text) && (above === '' || closesSentence(above)))
	);
}

/** Where the paragraph before closes no sentence, only what an empty line sets apart can be a heading. */
function afterLastGap(lines: readonly Line[], from: number, to: number): number {
	let at = to - 1;
	while (at >= from && lines[at]!.text === '') at -= 1;
	while (at >= from && lines[at]!.text !== '') at -= 1;
	return at < from ? to : at + 1;
}

/** Joins the lines that a heading was broken into. */
function joinHeadings(lines: readonly Line[]): Heading[] {
	const headings: (Heading & { last: Line })[] = [];
	let afterGap = true;
	for (const line of lines) {
		if (line.text === '') {
			afterGap = true;
			continue;
		}
		const open = headings.at(-1);
		const label = labelled.exec(line.text);
		if (open && open.text === '' && !label) {
			Object.assign(open, { text: line.text, end: line.end, last: line });
		} else if (open && !label && !afterGap && continues(open.last, line)) {
			Object.assign(open, { text: `${open.text} ${line.text}`, end: line.end, last: line });
		} else {
			const start = line.start + line.indent;
			headings.push({
				label: label?.[1] ?? null,
				text: label ? (label[2] ?? '') : line.text,
				start,
				end: line.end,
				last: line
			});
		}
		afterGap = false;
	}
	return headings
		.filter(({ text }) => text !== '' && text.length <= longest)
		.map(({ label, text, start, end }) => ({ label, text, start, end }));
}

const continues = (above: Line, line: Line): boolean =>
	/^[\p{Ll}(]/u.test(line.text) ||
	goesOn.test(above.text) ||
	(above.text.length > 55 && above.indent === line.indent);
