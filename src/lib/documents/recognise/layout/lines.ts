import type { Span } from '../../types.ts';
import { isSpace } from './characters.ts';

/** A printed line, without its break. */
export interface Line extends Span {
	/** Its words, one space between them. */
	text: string;
	/** How many characters of white space stand before them. */
	indent: number;
	/** Pages are counted from 0; text without form feeds is all one page. */
	page: number;
}

const lineFeed = 0x0a;
const formFeed = 0x0c;
const moreThanOneSpace = /[^\S ]|\s\s/;

/**
 * Cuts a text into lines at line feeds and form feeds. The lines keep their offsets in it; of several empty
 * ones together the first stands for all.
 */
export function linesOf(text: string): Line[] {
	const lines: Line[] = [];
	let start = 0;
	let page = 0;
	let afterEmpty = false;
	for (let at = 0; at <= text.length; at += 1) {
		const code = at < text.length ? text.charCodeAt(at) : lineFeed;
		if (code !== lineFeed && code !== formFeed) continue;
		const line = lineOf(text, start, at, page);
		const isEmpty = line.text === '';
		if (!isEmpty || !afterEmpty) lines.push(line);
		afterEmpty = isEmpty;
		if (code === formFeed) page += 1;
		start = at + 1;
	}
	return lines;
}

function lineOf(text: string, start: number, end: number, page: number): Line {
	let [from, to] = [start, end];
	while (from < to && isSpace(text.charCodeAt(from))) from += 1;
	while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1;
	const words = text.slice(from, to);
	return {
		start,
		end,
		text: moreThanOneSpace.test(words) ? words.replace(/\s+/g, ' ') : words,
		indent: from - start,
		page
	};
}

/** Whether a line closes a sentence or a limb of one, whatever footnote mark or quotation mark follows it. */
export const closesSentence = (text: string): boolean =>
	/[.;:!?…。؛][”"’'»)\]*]{0,3}\d{0,3}$/u.test(text.slice(-12).trimEnd());
