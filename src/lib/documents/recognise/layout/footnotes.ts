import type { Span } from '../../types.ts';
import type { Line } from './lines.ts';

/** A footnote as found on the page; what it cites is read later. */
export interface RawFootnote extends Span {
	number: number;
	/** The stretch that holds its words, without number or brackets. */
	body: Span;
}

export interface FootnoteReference extends Span {
	number: number;
}

export interface FootnotesFound {
	footnotes: RawFootnote[];
	references: FootnoteReference[];
	/** Notes marked with asterisks: they say when a text was adopted or reissued. */
	starred: Span[];
}

/** `[footnoteRef:5] [5: … ]`, as word processors give footnotes in plain text. A bracket in a note may nest. */
export function inlineFootnotes(text: string): FootnotesFound {
	const references: FootnoteReference[] = [];
	for (const match of text.matchAll(/\[footnoteRef:(\d{1,4})\]\*?/g))
		references.push({ number: Number(match[1]), start: match.index, end: match.index + match[0].length });
	const wanted = new Set(references.map(({ number }) => number));
	const footnotes: RawFootnote[] = [];
	for (const match of text.matchAll(/\[(\d{1,4}):\s/g)) {
		const number = Number(match[1]);
		if (!wanted.delete(number)) continue;
		const end = closingBracket(text, match.index);
		footnotes.push({
			number,
			start: match.index,
			end,
			body: { start: match.index + match[0].length, end: end - 1 }
		});
	}
	return { footnotes, references, starred: [] };
}

/** Where the bracket at an offset closes; the end of its line where it never does. A note is not longer than this. */
function closingBracket(text: string, open: number): number {
	const limit = Math.min(text.length, open + 5000);
	let depth = 0;
	for (let at = open; at < limit; at += 1) {
		if (text[at] === '[') depth += 1;
		if (text[at] === ']' && (depth -= 1) === 0) return at + 1;
	}
	const lineEnd = text.indexOf('\n', open);
	return lineEnd < 0 ? text.length : lineEnd;
}

const noteStart = /^(\d{1,3}|\*{1,3})(?: +\S|$)/;

/**
 * Footnotes at the foot of a page: a block after an empty line that begins with the next footnote's number or
 * an asterisk; all that follows on the page belongs to the notes.
 */
export function footnotesAtPageFoot(lines: readonly Line[], furniture: ReadonlySet<number>): FootnotesFound {
	const footnotes: RawFootnote[] = [];
	const starred: Span[] = [];
	let last = 0;
	let inNotes = false;
	let open: { span: Span; note?: RawFootnote } | undefined;
	lines.forEach((line, at) => {
		const before = lines[at - 1];
		if (!before || before.page !== line.page) {
			inNotes = false;
			open = undefined;
		}
		if (furniture.has(at) && !inNotes) return;
		const mark = noteStart.exec(line.text)?.[1];
		const isNext =
			mark !== undefined && (mark.startsWith('*') || (line.text !== mark && Number(mark) === last + 1));
		const afterGap = before?.text === '' || furniture.has(at - 1);
		if (isNext && (inNotes || (afterGap && line.page < pages(lines)))) {
			inNotes = true;
			const start = line.start + line.indent;
			if (mark.startsWith('*')) {
				open = { span: { start, end: line.end } };
				starred.push(open.span);
			} else {
				last = Number(mark);
				const note = {
					number: last,
					start,
					end: line.end,
					body: { start: start + mark.length, end: line.end }
				};
				footnotes.push(note);
				open = { span: note, note };
			}
		} else if (inNotes && open && line.text !== '' && !furniture.has(at)) {
			open.span.end = line.end;
			if (open.note) open.note.body.end = line.end;
		}
	});
	return { footnotes, references: [], starred };
}

/** A text without page breaks has no page foot, so nothing is looked for there. */
const pages = (lines: readonly Line[]): number => {
	const last = lines.at(-1)?.page ?? 0;
	return last === 0 ? 0 : last + 1;
};

/** What a figure after a space belongs to, so that it is no reference. */
const takesANumber =
	/(?:arts?|paras?|nos?|pp?|chap|cap|núm|sect?|vol)\. ?$|\b(?:articles?|paragraphs?|paragraphes?|targets?|goals?|párrafos?|artículos?|and|to|or|of|et|y|than|in|on|by|from|session|the|de|du|à|a) $/i;

/** A page has no more characters than this. */
const longestPage = 20_000;

/**
 * The raised figures that refer to the notes at the page foot. In text taken from a PDF they stick to the word
 * or the mark before them ("meetings,2"), or a space parts them; so each is looked for on the page of its note,
 * after the one before it.
 */
export function raisedReferences(
	text: string,
	footnotes: readonly RawFootnote[],
	isMasked: (offset: number) => boolean
): FootnoteReference[] {
	const references: FootnoteReference[] = [];
	for (const { number, start: noteStart } of footnotes) {
		const from = Math.max(
			text.lastIndexOf('\f', noteStart) + 1,
			references.at(-1)?.end ?? 0,
			noteStart - longestPage
		);
		const page = text.slice(from, Math.max(from, noteStart));
		const figures = new RegExp(`[\\p{L}”’)\\]][,.;:]?( ?)${number}(?=[\\s,.;:)]|$)`, 'gu');
		const places = [...page.matchAll(figures)].flatMap((match) => {
			const end = from + match.index + match[0].length;
			const start = end - String(number).length;
			const isNumberOf = match[1] && takesANumber.test(text.slice(Math.max(0, start - 14), start));
			return isMasked(start) || isNumberOf ? [] : [{ number, start, end, attached: match[1] === '' }];
		});
		const found = places.find(({ attached }) => attached) ?? places[0];
		if (found) references.push({ number, start: found.start, end: found.end });
	}
	return references;
}
