import type { KnownEvent } from '#lib/cycle/events/read.ts';
import type { Certainty, Flag } from '#lib/documents/types.ts';
import { m } from '#lib/words/catalogue/messages.js';
import { count, formatLocale, list } from '#lib/words/dates.ts';
import { eventSentence } from '#lib/words/events.ts';
import { refusalSentence } from '#lib/words/refusals.ts';
import { labelOf } from '#lib/ui/logTable/values.ts';
import type { Field, FieldRefusal } from './correction.ts';
import { ranges, type Mark } from './marks.ts';
import type { FindingView } from './view.ts';

/** What a proposed event says, in a sentence. */
export const sentenceOf = (finding: Pick<FindingView, 'type' | 'data'>): string =>
	eventSentence(finding as Pick<KnownEvent, 'type' | 'data'>);

const certainties: Readonly<Record<Certainty, { name: () => string; explanation: () => string }>> = {
	printed: { name: m.documents_certainty_printed, explanation: m.documents_certainty_printed_explained },
	inferred: { name: m.documents_certainty_inferred, explanation: m.documents_certainty_inferred_explained },
	computed: { name: m.documents_certainty_computed, explanation: m.documents_certainty_computed_explained }
};

export const certaintyName = (certainty: Certainty): string => certainties[certainty].name();
export const certaintyExplanation = (certainty: Certainty): string => certainties[certainty].explanation();

/** The numbers of some marks: "Marks 4–9 and 12". */
export function marksLabel(marks: readonly Mark[]): string {
	const numbers = marks.map(({ number }) => number).filter((number) => number !== null);
	const spans = ranges(numbers).map(({ first, last }) =>
		first === last ? count(first) : m.documents_range({ first: count(first), last: count(last) })
	);
	return numbers.length === 1
		? m.documents_mark({ numbers: list(spans) })
		: m.documents_marks({ numbers: list(spans) });
}

/** What a document leaves open, as a question. */
export function flagSentence(flag: Flag): string {
	switch (flag.kind) {
		case 'impossibleDate':
			return m.documents_flag_impossible_date({ quote: flag.quote, lastDay: count(flag.lastDay) });
		case 'monthWithoutDay':
			return m.documents_flag_month_without_day({ quote: flag.quote });
		case 'paragraphsMissing':
			return m.documents_flag_paragraphs_missing({ numbers: list(flag.numbers.map(String)) });
		case 'languageNotRead':
			return m.documents_flag_language_not_read({ language: languageName(flag.language) });
	}
}

const languageName = (language: string): string =>
	new Intl.DisplayNames([formatLocale()], { type: 'language' }).of(language) ?? language;

/** What a field of a correction is called. */
export const fieldLabel = (name: string): string => (name === 'on' ? m.documents_field_on() : labelOf(name));

/** How to type into a field. */
export function fieldHint({ kind }: Field): string | null {
	switch (kind) {
		case 'date':
		case 'deadline':
			return m.documents_date_hint();
		case 'units':
			return m.documents_units_hint();
		case 'numbers':
			return m.documents_numbers_hint();
		case 'dates':
		case 'texts':
			return m.documents_several_hint();
		default:
			return null;
	}
}

/** Why what was typed cannot stand. */
export function fieldSentence(refusal: FieldRefusal): string {
	switch (refusal.kind) {
		case 'date':
			return refusalSentence(refusal.refusal);
		case 'units':
			return m.documents_not_units({ text: refusal.text });
		case 'numbers':
			return m.documents_not_numbers({ text: refusal.text });
		case 'missing':
			return m.documents_missing();
	}
}
