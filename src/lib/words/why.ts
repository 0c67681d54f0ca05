import type { ComputedDate, DueDate } from '#lib/cycle/timeline/dueDate.ts';
import type { EffectiveEvent } from '#lib/cycle/events/read.ts';
import type { Source } from '#lib/envelope/envelope.ts';
import { m } from './catalogue/messages.js';
import { day, intervalWords } from './dates.ts';
import { countedFromLabel, eventLabel } from './events.ts';

/** Why a date is what it is, sentence by sentence: what set it, and what the rule gives. */
export function why(date: DueDate): string[] {
	const { due, certainty, basis, computed, from, setBy } = date;
	const held = m.why_set_by({ from: day(from), event: labelOf(setBy) });
	if (!due) return [m.why_unstated(), held, ...(computed ? byRule(computed) : [])];
	const said = {
		stated: () => m.why_stated({ due: day(due), source: sourceWords(setBy.source) }),
		agreed: () => m.why_agreed({ due: day(due), event: labelOf(setBy), on: day(setBy.on) }),
		planned: () => m.why_planned({ due: day(due), on: day(setBy.on) }),
		computed: () => m.why_computed_is_the_date({ due: day(due), ...steps(computed!) }),
		unstated: () => m.why_unstated()
	}[basis]();
	return [
		said,
		...(certainty === 'provisional' ? [m.why_provisional()] : []),
		held,
		...(basis === 'computed' ? ruleWords(computed!) : computed ? beside(computed, due) : [])
	];
}

/** A source in a few words: "CMW/C/AZE/CO/3, paragraph 65"; what a person noted of it comes after. */
export function sourceWords(source: Source | null): string {
	if (!source?.document) return source?.note ? m.source_note({ note: source.note }) : m.source_none();
	const { document, paragraph, note } = source;
	const place = paragraph
		? m.source_document_paragraph({ document, paragraph })
		: m.source_document({ document });
	return note ? m.source_with_note({ source: place, note }) : place;
}

function beside(computed: ComputedDate, due: string): string[] {
	if (computed.due === due) return [m.why_same(steps(computed)), ...ruleWords(computed)];
	return [...byRule(computed), m.why_stated_wins()];
}

const byRule = (computed: ComputedDate): string[] => [
	m.why_computed_by_rule({ due: day(computed.due), ...steps(computed) }),
	...ruleWords(computed)
];

const steps = ({ interval, anchor, since, from }: ComputedDate) => ({
	interval: intervalWords(interval),
	anchorDate: day(from),
	anchor: countedFromLabel(since, bodyOf(anchor))
});

const bodyOf = ({ stream }: EffectiveEvent): string | undefined => stream.split('/')[0];
const labelOf = (event: EffectiveEvent): string => eventLabel(event.type, bodyOf(event));

const ruleWords = ({ rule }: ComputedDate): string[] => [
	m.why_convention(),
	...(rule ? [m.why_rule_source({ source: rule.source })] : []),
	...(rule && !rule.verified ? [m.why_rule_not_verified()] : []),
	...(rule?.verified && rule.datesVerified === false ? [m.why_rule_dates_not_verified()] : [])
];
