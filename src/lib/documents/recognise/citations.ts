import type { Citation, Footnote } from '../types.ts';
import { flowOf } from './layout/flow.ts';
import type { Page } from './layout/page.ts';

const cited = /\b(Ibid)\b\.?|(?<![\w/])[A-Z][A-Za-z]{0,7}(?:\/[A-Z\d][A-Za-z\d.-]{0,20}){1,7}(?<![.-])/g;
const paragraphs = /^,? ?(?:paras?|pars?|párrs?|paragraphs?)\b\.? ?([^;]{1,200})/;
const paragraph = /\d{1,3}(?:\.\d{1,3})?(?: ?[–-] ?\d{1,3})?(?: ?\([a-z]\))*/g;

/**
 * The documents that a note or a bracket cites, each with its paragraphs.
 * @param before the document cited last before this text, which "Ibid." stands for
 */
export function citationsIn(text: string, before?: string): Citation[] {
	const matches = [...text.matchAll(cited)];
	let last = before;
	return matches.flatMap((match, at): Citation[] => {
		const ibid = match[1] !== undefined;
		const symbol = ibid ? last : match[0];
		if (!symbol) return [];
		last = symbol;
		const end = match.index + match[0].length;
		const rest = text.slice(end, matches[at + 1]?.index ?? end + 300).replace(/;? ?(?:and )?$/, '');
		return [{ symbol, paragraphs: listed(paragraphs.exec(rest)?.[1] ?? ''), ibid }];
	});
}

/** "25 and 43" is 25 and 43; "32 (a)" and "219–221" stay one. A full stop ends the list. */
const listed = (written: string): string[] => written.split(/\.(?: |$)/)[0]!.match(paragraph) ?? [];

/** A page's footnotes with what they cite; "Ibid." followed back from note to note. */
export function footnotesOf(page: Page): Footnote[] {
	let last: string | undefined;
	return page.footnotes.map(({ number, start, end, body }) => {
		const citations = citationsIn(flowOf(page.source, body, []).text, last);
		last = citations.at(-1)?.symbol ?? last;
		return { number, start, end, citations };
	});
}
