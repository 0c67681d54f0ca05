import type { Fact, FollowUpReply, ReplySection } from '../../types.ts';
import { symbolHead, symbolsIn, numbersInSymbol } from '../language/symbols.ts';
import { unitsIn } from '../language/unit-list.ts';
import type { Heading } from '../layout/headings.ts';
import { closesSentence, type Line } from '../layout/lines.ts';
import { factIn, passageOf, type Passage } from '../passage.ts';
import { dayAfter, ownSymbol, type Front } from './head.ts';
import type { RawParagraph } from '../layout/paragraphs.ts';
import { flowIn, type Page } from '../layout/page.ts';

const received =
	/Date (?:of )?(?:received|receipt|submission)|\[Received|Date de réception|\[Reçue? le|Fecha de (?:recepción|recibo)|\[Recibid[oa] el/i;
const objections =
	/\b(?:comments?|objections?|observations (?:of|by|from))\b.{0,120}\b(?:to|on|regarding|concerning|about)\b.{0,60}\bconcluding observations|\bcommentaires\b.{0,120}observations finales|\bcomentarios\b.{0,120}observaciones finales/i;
const naming = /^.{0,100}?(?:paragraph|para\.|paras\.|recommendation no|paragraphe|párrafo)/i;

/** When the reply was received; due, received and distributed are three dates. */
export const receivedOn = (title: Passage): FollowUpReply['received'] => dayAfter(title, received, 60);

/**
 * The concluding observations a reply answers: as its first page prints their symbol, else as its own symbol
 * implies; undefined where it prints neither.
 */
export function answersOf({ title, opening }: Front, state: string): Fact<string> | undefined {
	const printed = symbolsIn(opening.text).find(
		(one) => one.type === 'CO' && !one.suffix && one.state === state
	);
	if (printed) return factIn(opening, printed, printed.symbol);
	const own = ownSymbol(title);
	if (!own?.state || own.numbers.length === 0) return undefined;
	const answered = `${symbolHead(own.body)}/${own.state}/CO/${numbersInSymbol(own.numbers)}`;
	return factIn(title, own, answered, 'inferred');
}

/** Whether the reply is headed as comments on the concluding observations and not as follow-up to them. */
export const isObjection = (title: string, headings: readonly Heading[]): boolean =>
	[title.slice(-400), ...headings.map(({ text }) => text)].some((text) => objections.test(text));

/** The headings that name units, each with the paragraphs down to the next; none where no heading names any. */
export function sectionsOf(page: Page, paragraphs: readonly RawParagraph[]): ReplySection[] {
	const headings = paragraphs.flatMap(({ headings: above }, at) => above.map((heading) => ({ heading, at })));
	const heads = headings.filter(({ heading }) => unitsIn(heading.text).length > 0);
	if (heads.length === 0) return sectionsBetweenLines(page, paragraphs);
	return heads.map(({ heading, at }) => {
		const next = headings.find((other) => other.at > at && ends(heading, other.heading));
		const own = paragraphs.slice(at, next?.at ?? paragraphs.length).map(({ number }) => number);
		return sectionUnder(page, heading, own);
	});
}

/** A section lasts until a heading names other units, or a label of its own kind opens something else. */
function ends(heading: Heading, other: Heading): boolean {
	if (unitsIn(other.text).length > 0) return true;
	return (
		other.label !== null &&
		(heading.label === null || kindOfLabel(other.label) === kindOfLabel(heading.label))
	);
}

const kindOfLabel = (label: string): string =>
	/^\d/.test(label) ? 'number' : /^[IVXL]+$/.test(label) ? 'roman' : 'letter';

function sectionUnder(page: Page, heading: Heading, paragraphs: readonly number[]): ReplySection {
	const passage = passageOf(page.source, flowIn(page, heading));
	const units = [...new Set(unitsIn(passage.text).map(({ unit }) => unit))];
	return {
		label: heading.label,
		heading: factIn(passage, { from: 0, to: passage.text.length }, heading.text),
		units,
		paragraphs: paragraphs.length > 0 ? [paragraphs[0]!, paragraphs.at(-1)!] : null
	};
}

/** Replies with no headings above numbered paragraphs: short lines that begin by naming units serve as headings. */
function sectionsBetweenLines(page: Page, paragraphs: readonly RawParagraph[]): ReplySection[] {
	const heads = page.lines.filter(isNamingLine);
	return heads.map((line, at) => {
		const until = heads[at + 1]?.start ?? Infinity;
		const own = paragraphs
			.filter(({ end, start }) => end > line.start && start < until)
			.map(({ number }) => number);
		const heading = { label: null, text: line.text, start: line.start + line.indent, end: line.end };
		return sectionUnder(page, heading, own);
	});
}

const isNamingLine = ({ text }: Line): boolean =>
	text.length <= 200 &&
	naming.test(text) &&
	(!closesSentence(text) || /:$/.test(text)) &&
	unitsIn(text).length > 0;
