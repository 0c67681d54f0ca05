import type { Span } from '../../types.ts';
import { flowOf, sliceFlow, type Flow } from './flow.ts';
import {
	footnotesAtPageFoot,
	inlineFootnotes,
	raisedReferences,
	type FootnoteReference,
	type RawFootnote
} from './footnotes.ts';
import { furnitureAmong } from './furniture.ts';
import { mendSplitWords } from './mend.ts';
import { linesOf, type Line } from './lines.ts';
import { firstEndingAfter, isWithin, mergeSpans } from './spans.ts';

/** A text taken apart into what is read and what is only printed around it. */
export interface Page {
	source: string;
	/** The lines that are read, in order: no furniture, no footnotes. Empty lines are kept: they separate. */
	lines: Line[];
	footnotes: RawFootnote[];
	references: FootnoteReference[];
	/** The words of the whole, without what is only printed around them. */
	flow: Flow;
}

/** Takes a text apart. */
export function pageOf(source: string): Page {
	const lines = linesOf(source);
	const furniture = furnitureAmong(lines);
	const inline = inlineFootnotes(source);
	const atFoot = footnotesAtPageFoot(lines, furniture);
	const withoutReferences = mergeSpans([
		...[...furniture].map((number) => ({ start: lines[number]!.start, end: lines[number]!.end })),
		...[...inline.footnotes, ...inline.references, ...atFoot.footnotes, ...atFoot.starred].map(
			({ start, end }) => ({ start, end })
		)
	]);
	const raised = raisedReferences(source, atFoot.footnotes, (offset) => isWithin(withoutReferences, offset));
	const masked = mergeSpans([...withoutReferences, ...raised]);
	const flow = mendSplitWords(flowOf(source, { start: 0, end: source.length }, masked));
	return {
		source,
		lines: lines.flatMap((line) => readable(line, flow, masked)),
		footnotes: [...inline.footnotes, ...atFoot.footnotes],
		references: [...inline.references, ...raised],
		flow
	};
}

/** A line with its masked parts taken out; none where nothing else was in it. */
function readable(line: Line, flow: Flow, masked: readonly Span[]): Line[] {
	const mask = masked[firstEndingAfter(masked, line.start)];
	if (line.text === '' || !mask || mask.start >= line.end) return [line];
	const { text } = sliceFlow(flow, line);
	return text === '' ? [] : [{ ...line, text }];
}

/** The words of a stretch of the page as one reads them. */
export const flowIn = (page: Page, span: Span): Flow => sliceFlow(page.flow, span);
