import type { Flag, NextReport } from '../../types.ts';
import { daysIn, monthsIn, type WrittenDay } from '../language/dates.ts';
import { ordinalsIn, type OrdinalRun } from '../language/ordinals.ts';
import { dayFact, factIn, flagsOf, within, type Passage, type Sentence } from '../passage.ts';

const report =
	/\b(?:periodic |next |combined )(?:\w+ )?reports?\b|rapports? (?:unique |combinés )?(?:périodiques?|valant)|prochains? rapports?|informes? (?:combinados? )?(?:periódicos?)|próximos? informes?/i;
const isDue =
	/\bsubmi|\bdue\b|\bexpected\b|\bpresent(?:e|en|ar)\b|\bsoume|\bprésent|\battendu|\bconstitut|prior to/i;
const provisional = /\bin principle\b|\ben principe\b|\ben principio\b/i;
const byThen =
	/(?:\bby|no later than|\bbefore|prior to|due (?:on|in|by)|\bon|más tardar(?: el)?|antes del?|\ble|d.ici(?: le| au)?|avant le|plus tard le)(?: the)? $/i;
const reportAfter =
	/^ (?:and )?(?:(?:combined|single|consolidated) )?(?:periodic|rapports?|informes?)(?!\p{L})/iu;
const reportBefore =
	/(?:(?:will be|sera|será) (?:its|the|son|le|su|el)|informes?(?: periódicos?)?|rapports?(?: périodiques?)?)(?: combinados?)? $/i;

interface Candidate {
	passage: Passage;
	sentence: Sentence;
	day: WrittenDay | undefined;
	numbers: OrdinalRun | undefined;
}

/**
 * When the next report is due and which it is: the last sentence of the document that says a periodic report
 * is due, one with a day before one without.
 * @param passages the paragraphs in which it may stand
 * @param considered the reports that the document is about; the next is the one after, where none is named
 */
export function nextReportOf(
	passages: readonly Passage[],
	considered: readonly number[]
): { nextReport: NextReport | null; flags: Flag[] } {
	const candidates = passages.flatMap(candidatesIn);
	const found =
		candidates.findLast(({ day, numbers }) => day && numbers) ??
		candidates.findLast(({ day }) => day) ??
		candidates.findLast(({ numbers }) => numbers);
	if (!found) return { nextReport: null, flags: [] };
	const { passage, sentence, day, numbers } = found;
	const following = Math.max(0, ...considered) + 1;
	return {
		nextReport: {
			numbers: numbers
				? factIn(passage, numbers, numbers.numbers)
				: factIn(passage, sentence, [following], 'inferred'),
			due: day ? dayFact(passage, day) : null,
			provisional: provisional.test(sentence.text),
			paragraph: passage.paragraph
		},
		flags: day ? flagsOf(passage, [day]) : monthFlags(passage, sentence)
	};
}

function candidatesIn(passage: Passage): Candidate[] {
	return passage.sentences.flatMap((sentence) => {
		const { text } = sentence;
		if (!report.test(text) || !isDue.test(text)) return [];
		const days = daysIn(text).flatMap(({ days: written }) => written);
		const day = days.find(({ from }) => byThen.test(text.slice(Math.max(0, from - 40), from))) ?? days[0];
		const numbers = ordinalsIn(text).find(
			({ from, to }) =>
				reportAfter.test(text.slice(to, to + 40)) ||
				reportBefore.test(text.slice(Math.max(0, from - 50), from))
		);
		return day || numbers
			? [
					{
						passage,
						sentence,
						day: day && within(sentence, day),
						numbers: numbers && within(sentence, numbers)
					}
				]
			: [];
	});
}

/** "due in February 2026" states no day. */
function monthFlags(passage: Passage, sentence: Sentence): Flag[] {
	return monthsIn(sentence.text).map((month) => {
		const { quote, place } = factIn(passage, within(sentence, month), null);
		return { kind: 'monthWithoutDay', quote, place };
	});
}
