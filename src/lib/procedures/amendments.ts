import type { IsoDate } from '#lib/calendar/date.ts';
import { shiftDate, type Interval } from '#lib/calendar/interval.ts';
import type { Period, Procedure, Rule } from './procedure.ts';

/** The rules that a day is counted by: those a cycle computes a deadline from, and no others. */
export const datingRules = [
	'initialReportWithin',
	'reportAfterNotice',
	'repliesWithin',
	'followUpInterval',
	'visitReplyWithin',
	'mechanismWithin'
] as const;
export type DatingRule = (typeof datingRules)[number];

/** That a rule is another from a day on: what it says now, and where that stands. */
export interface Amendment {
	rule: DatingRule;
	value: Interval;
	/** The first day it holds. What is counted from an earlier day keeps the rule of that day. */
	validFrom: IsoDate;
	source: string;
	/** Whether someone read it there. */
	verified: boolean;
}

/** What a rule holds of, newest first; null where the body has no such rule, and none can be made for it. */
export const rulesFor = (
	procedure: Procedure,
	rule: DatingRule
): readonly Rule<Period | null>[] | readonly Rule<Interval>[] | null => places[rule].rules(procedure);

/** Whether a procedure has the rule that an amendment speaks of. */
export const canBeAmended = (procedure: Procedure, { rule }: Pick<Amendment, 'rule'>): boolean =>
	rulesFor(procedure, rule) !== null;

/**
 * Amendments as they stand: of those of one rule and day the last, in the order of rules and days. Otherwise the
 * order in which they were made plays no part.
 */
export function settled(amendments: readonly Amendment[]): Amendment[] {
	const standing = new Map(amendments.map((one) => [`${one.rule} ${one.validFrom}`, one]));
	return [...standing.values()].sort(
		(one, other) =>
			datingRules.indexOf(one.rule) - datingRules.indexOf(other.rule) ||
			(one.validFrom < other.validFrom ? -1 : 1)
	);
}

const made = new WeakMap<Procedure, Map<string, Procedure>>();

/**
 * A procedure with amended rules; itself where none of them is one of its own. The given one stays as it is, and
 * equal amendments give the same object, so that a statechart is compiled once for all cycles that run under it.
 */
export function amended(procedure: Procedure, amendments: readonly Amendment[]): Procedure {
	const standing = settled(amendments).filter((one) => canBeAmended(procedure, one));
	if (standing.length === 0) return procedure;
	const known = made.get(procedure) ?? new Map<string, Procedure>();
	made.set(procedure, known);
	const key = JSON.stringify(
		standing.map(({ rule, value, validFrom, source, verified }) => [rule, value, validFrom, source, verified])
	);
	const result =
		known.get(key) ?? standing.reduce((before, one) => places[one.rule].amend(before, one), procedure);
	known.set(key, result);
	return result;
}

/** Where in a procedure the rules for one thing stand, and how one of them is put there. */
interface Place {
	rules: (procedure: Procedure) => readonly Rule<Period | null>[] | readonly Rule<Interval>[] | null;
	amend: (procedure: Procedure, amendment: Amendment) => Procedure;
}

const periods = <Value extends Period | null>(
	rules: (procedure: Procedure) => readonly Rule<Value>[] | null,
	put: (procedure: Procedure, rules: readonly Rule<Value | Period>[]) => Procedure
): Place => ({
	rules,
	amend: (procedure, amendment) =>
		put(
			procedure,
			joined<Value | Period>(rules(procedure)!, amendment, {
				length: amendment.value,
				convention: 'correspondingDay'
			})
		)
});

const intervals = (
	rules: (procedure: Procedure) => readonly Rule<Interval>[] | null,
	put: (procedure: Procedure, rules: readonly Rule<Interval>[]) => Procedure
): Place => ({
	rules,
	amend: (procedure, amendment) => put(procedure, joined(rules(procedure)!, amendment, amendment.value))
});

const places: Readonly<Record<DatingRule, Place>> = {
	initialReportWithin: intervals(
		({ reporting }) => reporting?.initialReportWithin ?? null,
		(procedure, initialReportWithin) => ({
			...procedure,
			reporting: { ...procedure.reporting!, initialReportWithin }
		})
	),
	reportAfterNotice: periods(
		(procedure) => procedure.reportAfterNotice,
		(procedure, reportAfterNotice) => ({ ...procedure, reportAfterNotice })
	),
	repliesWithin: periods(
		({ simplifiedReporting }) => simplifiedReporting?.repliesWithin ?? null,
		(procedure, repliesWithin) => ({
			...procedure,
			simplifiedReporting: { ...procedure.simplifiedReporting!, repliesWithin }
		})
	),
	followUpInterval: periods(
		({ followUp }) => followUp?.interval ?? null,
		(procedure, interval) => ({ ...procedure, followUp: { ...procedure.followUp!, interval } })
	),
	visitReplyWithin: periods(
		({ visits }) => visits?.replyWithin ?? null,
		(procedure, replyWithin) => ({ ...procedure, visits: { ...procedure.visits!, replyWithin } })
	),
	mechanismWithin: intervals(
		({ visits }) => visits?.mechanismWithin ?? null,
		(procedure, mechanismWithin) => ({ ...procedure, visits: { ...procedure.visits!, mechanismWithin } })
	)
};

/**
 * Rules with one more, newest first: it holds from its day until the next known one begins, takes the place of one
 * that begins on the same day, and closes the one that held on its day the day before.
 */
function joined<Value>(
	rules: readonly Rule<Value>[],
	{ validFrom, source, verified }: Amendment,
	value: Value
): readonly Rule<Value>[] {
	const others = rules.filter((rule) => rule.validFrom !== validFrom);
	const next = others
		.map((rule) => rule.validFrom)
		.filter((day) => day !== null && day > validFrom)
		.sort()[0];
	const closed = others.map((rule) => {
		const holds = (rule.validFrom ?? '') < validFrom && (rule.validTo === null || rule.validTo >= validFrom);
		return holds ? { ...rule, validTo: dayBefore(validFrom) } : rule;
	});
	const rule = { value, validFrom, validTo: next ? dayBefore(next) : null, source, verified };
	return [...closed, rule].sort((one, other) => ((one.validFrom ?? '') > (other.validFrom ?? '') ? -1 : 1));
}

const dayBefore = (day: IsoDate): IsoDate => shiftDate(day, 'P1D', 'before');
