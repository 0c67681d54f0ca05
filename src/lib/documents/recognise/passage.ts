import type { DateRefusal, IsoDate } from '#lib/calendar/date.ts';
import type { Certainty, Fact, Flag } from '../types.ts';
import type { WrittenDay } from './language/dates.ts';
import { spanIn, type Flow } from './layout/flow.ts';

/** A stretch of the document as one reads it, in which facts are looked for. */
export interface Passage {
	source: string;
	flow: Flow;
	/** The words: offsets that rules find are offsets in these. */
	text: string;
	/** Cut at full stops; made once, since many rules ask for them. */
	sentences: readonly Sentence[];
	/** The number of the paragraph; null outside of numbered ones. */
	paragraph: number | null;
}

/** No paragraph of a treaty-body document is longer; what stands after this much of one is not looked at. */
const longestPassage = 20_000;

export function passageOf(source: string, whole: Flow, paragraph: number | null = null): Passage {
	const flow = {
		text: whole.text.slice(0, longestPassage),
		offsets: whole.offsets.subarray(0, longestPassage)
	};
	let sentences: readonly Sentence[] | undefined;
	return {
		source,
		flow,
		text: flow.text,
		get sentences() {
			return (sentences ??= sentencesOf(flow.text));
		},
		paragraph
	};
}

/** A fact told by the words of a passage from one offset to another. */
export function factIn<Value>(
	passage: Passage,
	{ from, to }: { from: number; to: number },
	value: Value,
	certainty: Certainty = 'printed'
): Fact<Value> {
	const { start, end } = spanIn(passage.flow, from, to);
	const paragraph = passage.paragraph === null ? null : String(passage.paragraph);
	return { value, quote: passage.source.slice(start, end), place: { start, end, paragraph }, certainty };
}

/** A written day as a fact; null, never another day, where no such day exists. */
export function dayFact(passage: Passage, written: WrittenDay): Fact<IsoDate | null> {
	return factIn(passage, written, written.day.ok ? written.day.value : null);
}

/** What to show where a day, a list of days, or nothing at all was read. */
export function flagsOf(passage: Passage, written: readonly WrittenDay[]): Flag[] {
	return written.flatMap((one): Flag[] => (one.day.ok ? [] : impossible(passage, one, one.day.error)));
}

function impossible(passage: Passage, written: WrittenDay, refusal: DateRefusal): Flag[] {
	if (refusal.kind !== 'noSuchDay') return [];
	const { year, month, day, lastDay } = refusal;
	const { quote, place } = factIn(passage, written, null);
	return [{ kind: 'impossibleDate', year, month, day, lastDay, quote, place }];
}

/** A sentence of a passage. */
export interface Sentence {
	from: number;
	to: number;
	text: string;
}

/** Words whose full stop ends no sentence. */
const abbreviation =
	/(?:^|[\s(])(?:arts?|paras?|nos?|pp?|No|Nos|núms?|párrs?|chap|vol|Mr|Ms|Mrs|Dr|St|vs|cf|al|[A-Z])\.$/;

/** Cuts a text into sentences at full stops before a capital. */
export function sentencesOf(text: string): Sentence[] {
	const sentences: Sentence[] = [];
	let from = 0;
	for (const match of text.matchAll(/[.?!][”"’»)]? (?=[“"«(]?\p{Lu})/gu)) {
		const to = match.index + match[0].length - 1;
		if (abbreviation.test(text.slice(Math.max(from, to - 8), to))) continue;
		sentences.push({ from, to, text: text.slice(from, to) });
		from = to + 1;
	}
	if (from < text.length) sentences.push({ from, to: text.length, text: text.slice(from) });
	return sentences;
}

/** The place in a passage of something found in one of its sentences. */
export const within = <Found extends { from: number; to: number }>(
	sentence: Sentence,
	found: Found
): Found => ({
	...found,
	from: found.from + sentence.from,
	to: found.to + sentence.from
});
