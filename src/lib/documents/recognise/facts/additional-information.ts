import type { AdditionalInformation, Flag } from '../../types.ts';
import { daysIn } from '../language/dates.ts';
import { dayFact, factIn, flagsOf, within, type Passage } from '../passage.ts';

const request = /\brequest|\binvite|\bprie|\bdemande|\bpide|\bsolicita|\binvita/i;
const information = /\binformation|\brenseignements|\binformación/i;
/** Article 29 (4) of the Convention, under which it is asked for. */
const article = /\b(?:articles?|artículos?) 29,? ?(?:\(4\)|(?:paragraphe?|párrafo|para\.|par\.|párr\.) 4\b)/i;

/**
 * The request for additional information: the last sentence that asks for it under article 29 (4).
 * @param passages the paragraphs in which it may stand
 */
export function additionalInformationOf(passages: readonly Passage[]): {
	additionalInformation: AdditionalInformation | null;
	flags: Flag[];
} {
	const found = passages
		.flatMap((passage) => passage.sentences.map((sentence) => ({ passage, sentence })))
		.findLast(({ sentence: { text } }) => [request, information, article].every((words) => words.test(text)));
	if (!found) return { additionalInformation: null, flags: [] };
	const { passage, sentence } = found;
	const written = daysIn(sentence.text)[0]?.days[0];
	const day = written && within(sentence, written);
	return {
		additionalInformation: {
			due: day ? dayFact(passage, day) : factIn(passage, sentence, null),
			paragraph: passage.paragraph
		},
		flags: day ? flagsOf(passage, [day]) : []
	};
}
