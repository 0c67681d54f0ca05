import type { IsoDate } from '#lib/calendar/date.ts';
import type { DataOf, FactType } from '#lib/cycle/events/catalogue.ts';
import { flowOf } from '../recognise/layout/flow.ts';
import { mergeSpans } from '../recognise/layout/spans.ts';
import { factIn, passageOf } from '../recognise/passage.ts';
import type { Certainty, Fact, ProposedEvent, Reading } from '../types.ts';

type Known = Fact<unknown> | null | undefined;

/** Least certain last: an event is as certain as the least certain fact it rests on. */
const certainties: readonly Certainty[] = ['printed', 'inferred', 'computed'];

/**
 * An event with what in the document supports it.
 * @param main the fact its source quotes; the others are marked too
 * @param on null where the document states no day
 */
export function proposal<Type extends FactType>(
	reading: Reading,
	type: Type,
	on: IsoDate | null,
	data: DataOf<Type>,
	main: Fact<unknown>,
	others: readonly Known[] = []
): ProposedEvent {
	const document = reading.head.symbol.value;
	const facts = [main, ...others].filter((fact): fact is Fact<unknown> => Boolean(fact));
	const { paragraph } = main.place;
	const quote = sentenceAround(reading, main);
	return {
		key: `${document}#${type}`,
		type,
		on,
		data,
		source: { document, ...(paragraph !== null && { paragraph }), quote },
		certainty: certainties.findLast((one) => facts.some(({ certainty }) => certainty === one))!,
		facts: facts.map(({ place }) => place).sort((one, other) => one.start - other.start)
	} as ProposedEvent;
}

/** The sentence a fact stands in; its own words where it stands in no numbered paragraph. */
function sentenceAround({ text, paragraphs, footnotes }: Reading, { place, quote }: Fact<unknown>): string {
	const paragraph = paragraphs.find(({ number }) => String(number) === place.paragraph);
	if (!paragraph) return quote;
	const passage = passageOf(text, flowOf(text, paragraph, mergeSpans(footnotes)));
	const around = passage.sentences
		.map((sentence) => factIn(passage, sentence, null))
		.find((sentence) => sentence.place.start <= place.start && place.end <= sentence.place.end);
	return around?.quote ?? quote;
}
