import { languageNamed, languageOf } from '../language/language.ts';
import { committeeNamed } from '../language/committees.ts';
import { daysIn } from '../language/dates.ts';
import { ordinalsIn } from '../language/ordinals.ts';
import { numbersInSymbol, symbolHead, symbolsIn, type WrittenSymbol } from '../language/symbols.ts';
import type { Fact, Head } from '../../types.ts';
import { stateOf } from './state.ts';
import { dayFact, factIn, type Passage } from '../passage.ts';

/** The first page, in the two ways it is read. */
export interface Front {
	/** What stands above the first paragraph, without its notes. */
	title: Passage;
	/** The beginning of the document with its notes: those of the title say when it was adopted. */
	opening: Passage;
}

/**
 * What the first page tells of any treaty-body document.
 * @param type what its symbol says or would say: `CO`, `FCO`
 * @returns what was found; a key is missing where nothing was
 */
export function headOf({ title, opening }: Front, type: 'CO' | 'FCO' | null): Partial<Head> {
	const own = ownSymbol(title);
	const cited = symbolsIn(opening.text).find(({ state }) => state !== null);
	const committee = committeeOf(title, opening, own, cited);
	const state = stateOf(title, opening, own, cited);
	const reportNumbers = numbersOf({ title, opening }, own);
	const head: Partial<Head> = {
		language: languageOf(opening.source),
		originalLanguage: originalLanguage(title),
		distributed: dayAfter(title, /Distr\.?/i, 250),
		reissued: dayAfter(opening, /Reissued|Nouveau tirage|Publicado nuevamente/i, 60)
	};
	if (committee) head.committee = committee;
	if (state) head.state = state;
	if (reportNumbers) head.reportNumbers = reportNumbers;
	if (own)
		head.symbol = factIn(title, { from: own.from, to: endOfAsterisks(title.text, own.to) }, own.symbol);
	else if (committee && state && reportNumbers && type)
		head.symbol = {
			...reportNumbers,
			value: `${symbolHead(committee.value)}/${state.value}/${type}/${numbersInSymbol(reportNumbers.value)}`,
			certainty: 'inferred'
		};
	return head;
}

/** The document's own symbol: the first on the page that is not cited in brackets. */
export function ownSymbol(title: Passage): WrittenSymbol | undefined {
	return symbolsIn(title.text).find(({ from, to }) => {
		const citedHere = title.text[from - 1] === '(' && title.text[to] === ')';
		return (
			!citedHere && !/[([]see |[([]voir |[([]véase /i.test(title.text.slice(Math.max(0, from - 10), from))
		);
	});
}

/** An asterisk at a symbol refers to a note (a reissue) and is part of the print, not of the symbol. */
function endOfAsterisks(text: string, from: number): number {
	let end = from;
	while (text[end] === '*') end += 1;
	return end;
}

function committeeOf(
	title: Passage,
	opening: Passage,
	own?: WrittenSymbol,
	cited?: WrittenSymbol
): Fact<string> | undefined {
	if (own) return factIn(title, own, own.body);
	const named = committeeNamed(title.text);
	if (named) return factIn(title, named, named.body);
	return cited && factIn(opening, cited, cited.body, 'inferred');
}

const report =
	/^(?: (?:combined|periodic|and|périodiques?|periódicos?)){0,3} (?:reports?|rapports?|informes?)/i;
const reportBefore = /(?:reports?|rapports?|informes?)(?: (?:périodiques?|periódicos?))? (?:combinés? )?$/i;

const anyReport = /(?<!\p{L})(?:reports?|rapports?|informes?|concluding observations)(?!\p{L})/iu;

/**
 * Which reports it is about: as the symbol or the title says, else as the symbols cited in the opening do. A
 * report that nobody numbers is a State's first.
 */
function numbersOf({ title, opening }: Front, own?: WrittenSymbol): Fact<number[]> | undefined {
	if (own?.numbers.length) return factIn(title, own, own.numbers);
	const run = ordinalsIn(title.text).find(
		({ from, to }) =>
			report.test(title.text.slice(to, to + 60)) ||
			reportBefore.test(title.text.slice(Math.max(0, from - 40), from))
	);
	if (run) return factIn(title, run, run.numbers);
	const cited = symbolsIn(opening.text).find(
		({ state, numbers, type }) => state && numbers.length > 0 && type === ''
	);
	if (cited) return factIn(opening, cited, cited.numbers, 'inferred');
	const unnumbered = anyReport.exec(title.text);
	return unnumbered
		? factIn(title, { from: unnumbered.index, to: unnumbered.index + unnumbered[0].length }, [1], 'inferred')
		: undefined;
}

function originalLanguage(title: Passage): Head['originalLanguage'] {
	const match = /Original ?: ?(\p{L}+)/iu.exec(title.text);
	const language = match && languageNamed(match[1]!);
	return match && language
		? factIn(title, { from: match.index, to: match.index + match[0].length }, language)
		: null;
}

/** The first day written within a few words of a mark. */
export function dayAfter(passage: Passage, mark: RegExp, reach: number): Head['distributed'] {
	const match = mark.exec(passage.text);
	if (!match) return null;
	const from = match.index + match[0].length;
	const first = daysIn(passage.text.slice(from, from + reach))[0]?.days[0];
	return first ? dayFact(passage, { ...first, from: first.from + from, to: first.to + from }) : null;
}
