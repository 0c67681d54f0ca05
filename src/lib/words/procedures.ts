import type { IsoDate } from '#lib/calendar/date.ts';
import type { Interval } from '#lib/calendar/interval.ts';
import { datingRules, rulesFor } from '#lib/procedures/amendments.ts';
import type { GradeScale, Period, Procedure, Rule } from '#lib/procedures/procedure.ts';
import { m } from './catalogue/messages.js';
import { count, day, formatLocale, intervalWords } from './dates.ts';
import { bodyName } from './names.ts';
import { ruleName } from './rules.ts';

/** One rule of a procedure in words, with its dates of validity and its source. */
export interface RuleWords {
	name: string;
	value: string;
	validFrom: IsoDate | null;
	validTo: IsoDate | null;
	source: string;
	verified: boolean;
	datesVerified: boolean;
}

/** Every rule of a procedure in words: what it is about, what it says, since and until when, and where it stands. */
export function rulesInWords(procedure: Procedure): RuleWords[] {
	const { reporting, simplifiedReporting, followUp, visits, reviewWithoutReport } = procedure;
	const dating = datingRules.flatMap((rule) =>
		rulesInWordsOf<Period | Interval | null>(ruleName(rule), rulesFor(procedure, rule), lengthWords)
	);
	return [
		...dating,
		...one(m.procedures_rule_periodic_report(), reporting?.periodicReportEvery, intervalWords),
		...one(m.procedures_rule_calendar(), reporting?.calendar, intervalWords),
		...one(m.procedures_rule_combined(), reporting?.combinedReports, yesOrNo),
		...one(m.procedures_rule_folded_into(), reporting?.foldedInto, bodyName),
		...one(m.procedures_rule_additional(), reporting?.additionalInformationEvery, (intervals) =>
			anyOf(intervals.map(intervalWords))
		),
		...rulesInWordsOf(m.procedures_rule_simplified(), simplifiedReporting?.mode ?? null, (mode) =>
			mode === 'onOffer' ? m.procedures_mode_on_offer() : m.procedures_mode_by_default()
		),
		...one(m.procedures_rule_list_ahead(), simplifiedReporting?.listAhead, intervalWords),
		...one(m.procedures_rule_maximum(), followUp?.maximumParagraphs, count),
		...one(m.procedures_rule_without_answer(), followUp?.assessedWithoutAnswer, yesOrNo),
		...one(m.procedures_rule_visits(), visits?.every, intervalWords),
		...one(m.procedures_rule_without_report(), reviewWithoutReport, yesOrNo)
	];
}

/** From when to when a scale was in use. */
export function scaleValidity({ rule: { validFrom, validTo } }: GradeScale): string {
	if (validFrom && validTo) return m.procedures_scale_from_to({ from: day(validFrom), to: day(validTo) });
	if (validFrom) return m.procedures_scale_from({ from: day(validFrom) });
	return validTo ? m.procedures_scale_to({ to: day(validTo) }) : m.procedures_scale_always();
}

const one = <Value>(
	name: string,
	rule: Rule<Value> | null | undefined,
	words: (value: Value) => string
): RuleWords[] => rulesInWordsOf(name, rule ? [rule] : null, words);

const rulesInWordsOf = <Value>(
	name: string,
	rules: readonly Rule<Value>[] | null,
	words: (value: Value) => string
): RuleWords[] =>
	(rules ?? []).map(({ value, datesVerified = true, ...rule }) => ({
		...rule,
		datesVerified,
		name,
		value: words(value)
	}));

const lengthWords = (value: Period | Interval | null): string =>
	value === null ? m.procedures_no_date() : intervalWords(typeof value === 'string' ? value : value.length);
const yesOrNo = (value: boolean): string => (value ? m.procedures_yes() : m.procedures_no());
const anyOf = (items: readonly string[]): string =>
	new Intl.ListFormat(formatLocale(), { type: 'disjunction' }).format(items);
