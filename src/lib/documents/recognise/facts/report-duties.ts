import type { Unit } from '#lib/cycle/units.ts';
import type { Fact, Paragraph, Span, SubParagraph } from '../../types.ts';
import { ordinalsIn } from '../language/ordinals.ts';
import { unitsIn } from '../language/unit-list.ts';
import { ownWords } from '../layout/sub-paragraphs.ts';
import { factIn, type Passage } from '../passage.ts';

const inNextReport =
	/\bin (?:its|the|their) (?:[\w-]+,? ){0,5}?(?:next|forthcoming|subsequent|upcoming) (?:[\w-]+,? ){0,5}?reports?\b|dans (?:son|leur|ses|leurs|le) prochains? rapports?|en (?:el|su|sus|los) próximos? informes?/i;
const inIts = /\bin its (?:combined )?$/i;
const periodicReport = /^ (?:combined )?periodic reports?\b/i;
const particular = /\bparticular importance\b|\bimportance particulière\b|\bparticular importancia\b/i;

/** Whether a sentence names the next periodic report, by that name or by a number after those considered. */
function namesNextReport(text: string, considered: readonly number[]): boolean {
	if (inNextReport.test(text)) return true;
	return ordinalsIn(text).some(
		({ from, to, numbers }) =>
			numbers.every((number) => number > Math.max(...considered)) &&
			inIts.test(text.slice(Math.max(0, from - 20), from)) &&
			periodicReport.test(text.slice(to, to + 40))
	);
}

/**
 * Units of a recommendation on which the next periodic report must inform, each with the sentence that says so.
 * @param passage the words of a span of the page, with the paragraph they belong to
 * @param considered the numbers of the reports that the document is about
 */
export function reportDutiesIn(
	{ number, chapeau, subParagraphs, recommends }: Paragraph,
	passage: (span: Span, paragraph: number) => Passage,
	considered: readonly number[]
): Fact<Unit>[] {
	if (recommends.length === 0) return [];
	const duty = (unit: Unit, span: Span): Fact<Unit>[] => {
		const words = passage(span, number);
		const sentence = words.sentences.find(({ text }) => namesNextReport(text, considered));
		return sentence ? [factIn(words, sentence, unit)] : [];
	};
	const dutiesOf = (sub: SubParagraph): Fact<Unit>[] => [
		...duty(sub.unit, ownWords(sub)),
		...sub.subParagraphs.flatMap(dutiesOf)
	];
	return [...duty(String(number), chapeau), ...subParagraphs.flatMap(dutiesOf)];
}

/**
 * Units that one closing paragraph lists for the next report: CERD's "paragraphs of particular importance".
 */
export function listedDutiesIn(passages: readonly Passage[], considered: readonly number[]): Fact<Unit>[] {
	return passages.flatMap((passage) =>
		passage.sentences
			.filter(({ text }) => particular.test(text) && namesNextReport(text, considered))
			.flatMap((sentence) => unitsIn(sentence.text).map(({ unit }) => factIn(passage, sentence, unit)))
	);
}
