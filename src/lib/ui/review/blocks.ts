import type { Footnote, Paragraph, Span } from '#lib/documents/types.ts';
import type { Mark } from './marks.ts';

/** A run of words that are all marked alike. */
export interface Segment {
	/** Where it begins in the text. */
	start: number;
	text: string;
	/** The marks that cover it. */
	marks: readonly Mark[];
	/** Those of them that begin here, whose numbers are shown. */
	opens: readonly Mark[];
	/** It is a footnote, or the reference to one. */
	note: boolean;
}

/** A piece of the page that stands by itself: a line outside of paragraphs, a paragraph, a sub-paragraph. */
export interface Block {
	start: number;
	kind: 'line' | 'heading' | 'paragraph' | 'lettered' | 'roman';
	/** As printed before it: "16.", "(b)"; null where nothing is. */
	marker: string | null;
	/** An empty line stands before it. */
	spaced: boolean;
	segments: Segment[];
}

interface Page {
	text: string;
	paragraphs: readonly Paragraph[];
	footnotes: readonly Footnote[];
}

/** The whole text as it was written, cut where its paragraphs are, with the marks in it. */
export function blocksOf({ text, paragraphs, footnotes }: Page, marks: readonly Mark[]): Block[] {
	const headings = headingsOf(paragraphs);
	const references = [...text.matchAll(/\[footnoteRef:\d+\]\*?/g)].map(({ index, 0: found }) => ({
		start: index,
		end: index + found.length
	}));
	const notes = [...footnotes, ...references];
	const opened = new Set<Mark>();
	return piecesOf(text, paragraphs).map(({ start, end, kind }, index, pieces) => {
		const marker = kind === 'line' ? null : printedMarker(text.slice(start, end));
		const from = start + (marker?.length ?? 0);
		const words = text.slice(from, end);
		return {
			start,
			kind: kind === 'line' && isHeading(words, headings) ? 'heading' : kind,
			marker: marker?.trim() ?? null,
			spaced: /\n\s*\n/.test(text.slice(pieces[index - 1]?.end ?? start, start)),
			segments: segmentsOf({ text, start: from, end }, marks, notes, opened)
		};
	});
}

interface Piece extends Span {
	kind: Exclude<Block['kind'], 'heading'>;
}

/** Where each piece begins and ends, white space around it left out. */
function piecesOf(text: string, paragraphs: readonly Paragraph[]): Piece[] {
	const cuts: { at: number; kind: Piece['kind'] }[] = [{ at: 0, kind: 'line' }];
	for (const { start, end, subParagraphs } of paragraphs) {
		cuts.push({ at: start, kind: 'paragraph' });
		for (const lettered of subParagraphs) {
			cuts.push({ at: lettered.start, kind: 'lettered' });
			for (const roman of lettered.subParagraphs) cuts.push({ at: roman.start, kind: 'roman' });
		}
		cuts.push({ at: end, kind: 'line' });
	}
	return cuts
		.flatMap(({ at, kind }, index) => {
			const piece = { start: at, end: cuts[index + 1]?.at ?? text.length, kind };
			return kind === 'line' ? linesIn(text, piece) : [piece];
		})
		.map((piece) => trimmed(text, piece))
		.filter(({ start, end }) => start < end);
}

function linesIn(text: string, { start, end, kind }: Piece): Piece[] {
	let at = start;
	return text
		.slice(start, end)
		.split('\n')
		.map((line) => {
			const piece = { start: at, end: at + line.length, kind };
			at += line.length + 1;
			return piece;
		});
}

function trimmed(text: string, piece: Piece): Piece {
	const words = text.slice(piece.start, piece.end);
	const start = piece.start + (words.length - words.trimStart().length);
	return { ...piece, start, end: start + words.trim().length };
}

const printedMarker = (words: string): string | null => /^(?:\d+\.|\([a-z]+\))\s+/.exec(words)?.[0] ?? null;

const headingsOf = (paragraphs: readonly Paragraph[]): Set<string> =>
	new Set(paragraphs.flatMap(({ section, topic }) => [section, topic]).filter((heading) => heading !== null));

/** A heading stands in a line of its own, with or without its label. */
function isHeading(line: string, headings: ReadonlySet<string>): boolean {
	const words = line.replace(/\s+/g, ' ');
	return headings.has(words) || headings.has(words.replace(/^(?:[A-Z]|[IVX]+|\d+)\. ?/, ''));
}

function segmentsOf(
	{ text, start, end }: Span & { text: string },
	marks: readonly Mark[],
	notes: readonly Span[],
	opened: Set<Mark>
): Segment[] {
	const covers = (span: Span) => span.start < end && span.end > start;
	const here = { marks: marks.filter(covers), notes: notes.filter(covers) };
	const edges = [...here.marks, ...here.notes].flatMap((span) => [span.start, span.end]);
	const cuts = [...new Set([start, end, ...edges.filter((edge) => edge > start && edge < end)])];
	cuts.sort((one, other) => one - other);
	return cuts.slice(0, -1).map((from, index) => {
		const within = (span: Span) => span.start <= from && span.end > from;
		const covering = here.marks.filter(within);
		const opens = covering.filter((mark) => !opened.has(mark));
		for (const mark of opens) opened.add(mark);
		return {
			start: from,
			text: text.slice(from, cuts[index + 1]),
			marks: covering,
			opens,
			note: here.notes.some(within)
		};
	});
}
