import type { IsoDate } from '#lib/calendar/date.ts';
import { shiftDate, type Convention, type Interval } from '#lib/calendar/interval.ts';
import { ruleInForce, type Period, type Procedure, type Rule } from '#lib/procedures/procedure.ts';
import type { Anchor, Deadline, Duty } from '../deadline.ts';
import type { FactType } from '../events/catalogue.ts';
import type { EffectiveEvent } from '../events/read.ts';
import type { OwedDate } from './owed.ts';

/** A date reached by arithmetic, with all that is needed to do it again. */
export interface ComputedDate {
	due: IsoDate;
	interval: Interval;
	convention: Convention;
	/** The fact it is counted from, or that tells the day it is counted from. */
	anchor: EffectiveEvent;
	/** What it is counted from, and the day of that. */
	since: CountedFrom;
	from: IsoDate;
	/** The rule of the procedure that gives the interval; null when the document itself gives it. */
	rule: Rule<unknown> | null;
}

/** A fact itself, or the receipt of a list, of which the fact of its adoption tells. */
export type CountedFrom = FactType | Anchor;

/** By when something is owed, resolved to a day where there is one, and able to say why. */
export interface DueDate extends OwedDate {
	/** What the rules give, whether or not it is the day that counts. */
	computed: ComputedDate | null;
	/** The fact that set it. */
	setBy: EffectiveEvent;
}

/**
 * Resolves a deadline as it was set on a day.
 * @param facts what the cycle had taken up to and including the fact that sets it
 */
export function resolveDueDate(
	duty: Duty,
	deadline: Deadline,
	setBy: EffectiveEvent,
	facts: readonly EffectiveEvent[],
	procedure: Procedure
): DueDate {
	const set = { from: setBy.on, setBy };
	const byRule = setsByRule.has(setBy.type) ? computeByRule(duty, facts, procedure) : null;
	switch (deadline.kind) {
		case 'exact':
		case 'provisional':
			return {
				...set,
				due: deadline.due,
				certainty: deadline.kind,
				basis: deadline.basis,
				computed: deadline.basis === 'stated' ? byRule : null
			};
		case 'relative': {
			// The list that a next report answers belongs to the next cycle; the one in this cycle is another.
			const known = duty !== 'nextReport' || deadline.anchor === 'ConcludingObservationsAdopted';
			const computed =
				known && computeFrom(deadline.anchor, deadline.interval, 'correspondingDay', facts, null);
			if (computed) return { ...set, due: computed.due, certainty: 'exact', basis: 'computed', computed };
			return { ...set, due: null, certainty: 'undated', basis: 'unstated', computed: null };
		}
		case 'unstated':
			// What the treaty itself says by when needs nobody to state it.
			if (byRule && setsByTreaty.has(setBy.type))
				return { ...set, due: byRule.due, certainty: 'exact', basis: 'computed', computed: byRule };
			return { ...set, due: null, certainty: 'undated', basis: 'unstated', computed: byRule };
	}
}

/** The requests a rule of the procedure speaks of. A date that is asked for again or moved is nobody's rule. */
const setsByRule: ReadonlySet<string> = new Set([
	'TreatyEnteredIntoForce',
	'NoticeOfReviewGiven',
	'FollowUpRequested',
	'ListOfIssuesPriorToReportingAdopted',
	'VisitReportTransmitted'
]);

/** Those of them whose rule is the treaty's own. */
const setsByTreaty: ReadonlySet<string> = new Set(['TreatyEnteredIntoForce', 'NoticeOfReviewGiven']);

/** What the procedure's own rule gives for a duty; null where it has none or its anchor is not known. */
function computeByRule(
	duty: Duty,
	facts: readonly EffectiveEvent[],
	procedure: Procedure
): ComputedDate | null {
	const { reporting, simplifiedReporting, followUp, visits, reportAfterNotice } = procedure;
	const from = (
		since: CountedFrom,
		rules: readonly Rule<Period | null>[] | readonly Rule<Interval>[] | null | undefined
	) => {
		const counted = countedFrom(since, facts);
		const rule = counted && rules && ruleInForce<Period | Interval | null>(rules, counted.from);
		if (!rule?.value) return null;
		const { length, convention } = periodOf(rule.value);
		return computeFrom(since, length, convention, facts, rule);
	};
	switch (duty) {
		case 'initialReport':
			return from('TreatyEnteredIntoForce', reporting?.initialReportWithin);
		case 'reportUnderNotice':
			return from('NoticeOfReviewGiven', reportAfterNotice);
		case 'replies':
			return from('ListOfIssuesPriorToReportingReceived', simplifiedReporting?.repliesWithin);
		case 'followUp':
			return from('ConcludingObservationsAdopted', followUp?.interval);
		case 'visitReply':
			return from('VisitReportTransmitted', visits?.replyWithin);
		case 'preventiveMechanism':
			return from('TreatyEnteredIntoForce', visits?.mechanismWithin);
		case 'nextReport':
		case 'additionalInformation':
			return null;
	}
}

/** A treaty says a length and no way to count it. */
const periodOf = (value: Period | Interval): Period =>
	typeof value === 'string' ? { length: value, convention: 'correspondingDay' } : value;

function computeFrom(
	since: CountedFrom,
	interval: Interval,
	convention: Convention,
	facts: readonly EffectiveEvent[],
	rule: Rule<unknown> | null
): ComputedDate | null {
	const counted = countedFrom(since, facts);
	return counted && { due: shiftDate(counted.from, interval), interval, convention, since, ...counted, rule };
}

/** The day that is counted from, and the fact that tells it; null where none does. */
function countedFrom(
	since: CountedFrom,
	facts: readonly EffectiveEvent[]
): { anchor: EffectiveEvent; from: IsoDate } | null {
	const isReceipt = since === 'ListOfIssuesPriorToReportingReceived';
	const anchor = latest(isReceipt ? 'ListOfIssuesPriorToReportingAdopted' : since, facts);
	if (!anchor) return null;
	if (!isReceipt) return { anchor, from: anchor.on };
	// When it was adopted does not say when it came.
	const from = anchor.type === 'ListOfIssuesPriorToReportingAdopted' ? anchor.data.received : undefined;
	return from ? { anchor, from } : null;
}

const latest = (type: FactType, facts: readonly EffectiveEvent[]): EffectiveEvent | null =>
	facts.findLast((fact) => fact.type === type) ?? null;
