import type { Span, SubParagraph } from '../../types.ts';
import { headingsBetween, type Heading } from './headings.ts';
import type { Line } from './lines.ts';
import { numberedLines } from './numbering.ts';
import type { Page } from './page.ts';
import { subParagraphsOf } from './sub-paragraphs.ts';

/** A numbered paragraph as it stands on the page, with the headings right above it. */
export interface RawParagraph extends Span {
	number: number;
	headings: Heading[];
	chapeau: Span;
	subParagraphs: SubParagraph[];
}

const annex = /^(?:annex|annexe|anexo)\b/i;

/** The numbered paragraphs of a page, in order; none where its paragraphs bear no numbers. */
export function paragraphsOf({ lines }: Page): RawParagraph[] {
	const starts = numberedLines(lines);
	const headings = starts.map(({ line }, at) =>
		headingsBetween(lines, starts[at - 1] ? starts[at - 1]!.line + 1 : 0, line)
	);
	return starts.map(({ number, line }, at) => {
		const nextLine = starts[at + 1]?.line ?? lines.length;
		const below = headings[at + 1]?.[0]?.start ?? Infinity;
		const own = linesUpTo(lines.slice(line, nextLine), below);
		const last = own.findLast(({ text }) => text !== '')!;
		const start = own[0]!.start + own[0]!.indent;
		const subParagraphs = subParagraphsOf(number, own, last.end);
		const chapeau = { start, end: subParagraphs[0]?.start ?? last.end };
		return { number, start, end: last.end, headings: headings[at]!, chapeau, subParagraphs };
	});
}

function linesUpTo(lines: readonly Line[], offset: number): Line[] {
	const cut = lines.findIndex(
		(line, at) => line.start + line.indent >= offset || (at > 0 && annex.test(line.text))
	);
	return cut < 0 ? [...lines] : lines.slice(0, cut);
}
