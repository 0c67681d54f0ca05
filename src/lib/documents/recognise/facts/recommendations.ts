import type { Unit } from '#lib/cycle/units.ts';
import type { Span, SubParagraph } from '../../types.ts';
import { recommendingWordsIn, recommendsByItself } from '../language/recommending.ts';
import { sentencesOf } from '../passage.ts';

interface Unmarked {
	number: number;
	chapeau: Span;
	subParagraphs: SubParagraph[];
}

/**
 * The units of a paragraph that recommend something. Letters under words of concern do not; where the opening
 * words only lead into the letters, the bare number is no unit of its own.
 * @param words the words of a span of the page, as one reads them
 */
export function recommendingUnits(paragraph: Unmarked, words: (span: Span) => string): Unit[] {
	const own = String(paragraph.number);
	const chapeau = words(paragraph.chapeau);
	const recommends = (text: string): boolean =>
		sentencesOf(text).some((one) => recommendingWordsIn(one.text).length > 0);
	if (paragraph.subParagraphs.length === 0) return recommends(chapeau) ? [own] : [];
	const sentences = sentencesOf(chapeau);
	const lead = sentences.at(-1)?.text ?? '';
	if (recommendingWordsIn(lead).length > 0) {
		const earlier = sentences.slice(0, -1).some(({ text }) => recommendingWordsIn(text).length > 0);
		const letters = paragraph.subParagraphs.flatMap(withInner);
		return earlier || recommendsByItself(lead) ? [own, ...letters] : letters;
	}
	const limbs = [chapeau, ...paragraph.subParagraphs.map(words)];
	return limbs.some(recommends) ? [own] : [];
}

/** A lettered unit and the roman ones in it. */
export const withInner = ({ unit, subParagraphs }: SubParagraph): Unit[] => [
	unit,
	...subParagraphs.flatMap(withInner)
];
