import type { Citation, Footnote, Paragraph, Reiteration } from '../../types.ts';
import { citationsIn } from '../citations.ts';
import type { FootnoteReference } from '../layout/footnotes.ts';
import { symbolsIn } from '../language/symbols.ts';
import { factIn, within, type Passage, type Sentence } from '../passage.ts';

const taking =
	/(?<!\p{L})(?:reiterat(?:es|ing)|recall(?:s|ing)|repeat(?:s|ing)|with reference to|refer(?:s|ring) to|in line with|taking into account|réitér(?:e|ant)|renouvel(?:le|ant)|rappel(?:le|ant)|se référant à|reitera(?:ndo)?|recuerda|recordando|haciendo referencia a)(?!\p{L})/giu;
const earlier =
	/(?<!\p{L})(?:previous|earlier|prior|past|précédentes?|antérieures?|anteriores?|previas?)(?!\p{L})|(?:concluding observations|observations finales|observaciones finales)|its recommendations?|ses recommandations|sus recomendaciones/iu;

/**
 * Whether a paragraph takes up earlier recommendations: it says so and cites earlier concluding observations of
 * the same committee, in a footnote or in brackets.
 * @param references where footnotes are referred to, in the order of the page
 */
export function reiterationIn(
	passage: Passage,
	{ number, recommends }: Paragraph,
	footnotes: ReadonlyMap<number, Footnote>,
	references: readonly FootnoteReference[],
	body: string
): Reiteration[] {
	if (recommends.length === 0) return [];
	for (const sentence of passage.sentences) {
		const named = earlier.exec(sentence.text);
		const wording = [...sentence.text.matchAll(taking)].findLast(({ index }) => named && index < named.index);
		if (!wording) continue;
		const of = citedIn(passage, sentence, wording.index, footnotes, references).filter((citation) =>
			isOfCommittee(citation, body)
		);
		if (of.length === 0) continue;
		const place = within(sentence, { from: wording.index, to: wording.index + wording[0].length });
		return [{ paragraph: number, wording: factIn(passage, place, wording[0]), of }];
	}
	return [];
}

function citedIn(
	{ flow }: Passage,
	sentence: Sentence,
	after: number,
	footnotes: ReadonlyMap<number, Footnote>,
	references: readonly FootnoteReference[]
): Citation[] {
	const start = flow.offsets[sentence.from + after]!;
	const end = flow.offsets[sentence.to] ?? flow.offsets[sentence.to - 1]! + 40;
	const noted = references
		.filter((reference) => reference.start >= start && reference.start < end)
		.flatMap((reference) => footnotes.get(reference.number)?.citations ?? []);
	return [...citationsIn(sentence.text.slice(after)), ...noted];
}

const isOfCommittee = ({ symbol }: Citation, committee: string): boolean =>
	symbolsIn(symbol).some(({ body, type, suffix }) => body === committee && type === 'CO' && suffix === null);
