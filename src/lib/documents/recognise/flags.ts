import type { Flag, Language, Paragraph } from '../types.ts';

/** The languages whose words the rules know. */
const readLanguages: readonly Language[] = ['en', 'fr', 'es'];

/** What a person should know of a document as a whole before trusting what was read. */
export const flagsOfDocument = (language: Language, paragraphs: readonly Paragraph[]): Flag[] => [
	...(readLanguages.includes(language) ? [] : [{ kind: 'languageNotRead' as const, language }]),
	...missingNumbers(paragraphs)
];

/** Which numbers the paragraphs skip. */
function missingNumbers(paragraphs: readonly Paragraph[]): Flag[] {
	const numbers = paragraphs.flatMap(({ number }, at) => {
		const previous = paragraphs[at - 1]?.number ?? 0;
		return Array.from({ length: number - previous - 1 }, (_, index) => previous + 1 + index);
	});
	return numbers.length > 0 ? [{ kind: 'paragraphsMissing', numbers }] : [];
}
