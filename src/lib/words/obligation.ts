import {
	isOwedToCommittee,
	type Owed,
	type OwedDate,
	type OwedToCommittee,
	type OwnStep
} from '#lib/cycle/timeline/owed.ts';
import type { ObligationOnDay } from '#lib/cycle/timeline/views.ts';
import { capitalised } from './capitalised.ts';
import { m } from './catalogue/messages.js';
import { count, day } from './dates.ts';
import { bodyCode, dutyName, reportName, stateOwns, unitList } from './names.ts';
import { standingWords } from './standing.ts';

/** What is owed, as a title: "Follow-up information on paragraphs 16, 36, 60 and 62". */
export function obligationTitle(owed: Owed): string {
	if (!isOwedToCommittee(owed))
		return m.preparation_step_title({ step: owed.step.name, of: obligationTitle(servedBy(owed)) });
	const { stream, duty, units, reportNumbers } = owed;
	switch (duty) {
		case 'replies':
			return m.duty_replies();
		case 'nextReport':
			return capitalised(reportName(reportNumbers, stream.split('/')[0]));
		case 'followUp':
			return units.length
				? m.duty_follow_up_on({ units: unitList(units), days: units.length })
				: m.duty_follow_up();
		default:
			return capitalised(dutyName(duty));
	}
}

/** What is owed, by whom and to whom, as a title: "The Philippines’ fourth periodic report to CMW". */
export const owedTitle = (obligation: Owed): string => capitalised(owedWords(obligation));

/** What is owed, by whom and to whom, in the middle of a sentence: "the Philippines’ fourth periodic report to CMW". */
export function owedWords(obligation: Owed): string {
	if (!isOwedToCommittee(obligation))
		return m.preparation_step_owed({ step: obligation.step.name, owed: owedWords(servedBy(obligation)) });
	const { stream, duty, reportNumbers } = obligation;
	const [body = '', state = ''] = stream.split('/');
	const parties = { owner: stateOwns(state), body: bodyCode(body) };
	switch (duty) {
		case 'initialReport':
			return m.owed_next_report({ ...parties, report: m.report_initial() });
		case 'reportUnderNotice':
			return m.owed_report_under_notice(parties);
		case 'replies':
			return m.owed_replies(parties);
		case 'followUp':
			return m.owed_follow_up(parties);
		case 'nextReport':
			return m.owed_next_report({ ...parties, report: reportName(reportNumbers, body) });
		case 'additionalInformation':
			return m.owed_additional_information(parties);
		case 'visitReply':
			return m.owed_visit_reply(parties);
		case 'preventiveMechanism':
			return m.owed_preventive_mechanism({ owner: parties.owner });
	}
}

/** One obligation as a sentence: "Azerbaijan’s fourth periodic report to CMW is 21 days overdue." */
export function obligationSentence(seen: ObligationOnDay): string {
	return capitalised(sentenceOf(seen));
}

function sentenceOf({ obligation, standing, date }: ObligationOnDay): string {
	const owed = owedWords(obligation);
	const say = isPlural(obligation) ? plural : singular;
	switch (standing.kind) {
		case 'overdue':
			return say.overdue({ owed, days: standing.days, number: count(standing.days) });
		case 'dueToday':
			return say.dueToday({ owed });
		case 'dueIn':
			return say.dueIn({ owed, days: standing.days, number: count(standing.days), due: day(date.due!) });
		case 'noDate':
			return say.noDate({ owed });
		case 'overtaken':
			return say.overtaken({ owed, on: day(standing.on) });
		case 'closed':
			return say.closed({ owed, on: day(standing.on) });
		case 'notNeeded':
		case 'done':
			return m.preparation_sentence({ owed, standing: standingWords(standing) });
		case 'met': {
			const { daysLate } = standing;
			const on = day(standing.on);
			if (daysLate === null) return say.received({ owed, on });
			if (daysLate === 0) return say.inTime({ owed, on });
			return say.late({ owed, on, days: daysLate, number: count(daysLate) });
		}
	}
}

/** What to do next about an obligation; null where there is nothing left to do. */
export function nextStep({ obligation, group }: ObligationOnDay): string | null {
	if (group === 'met') return null;
	if (!isOwedToCommittee(obligation))
		return obligation.step.responsible && m.preparation_with({ responsible: obligation.step.responsible });
	return steps[obligation.duty][group === 'overdue' ? 'overdue' : 'due']();
}

/** By when, in a few words: "due 1 November 2026", "due in principle 1 March 2030". */
export function dueWords({ due, certainty, basis }: Omit<OwedDate, 'from'>): string {
	if (!due) return m.due_undated();
	if (certainty === 'provisional') return m.due_provisionally({ due: day(due) });
	return basis === 'computed' ? m.due_by_rule({ due: day(due) }) : m.due_on({ due: day(due) });
}

/** What a step prepares, as far as its words need it. */
const servedBy = ({ step, ...owed }: OwnStep): OwedToCommittee => ({
	...owed,
	id: step.for,
	duty: step.serves
});

const isPlural = ({ duty, reportNumbers }: Owed): boolean =>
	duty === 'replies' || (duty === 'nextReport' && reportNumbers.length > 1);

const steps = {
	initialReport: { overdue: m.next_initial_report_overdue, due: m.next_initial_report_due },
	reportUnderNotice: { overdue: m.next_report_under_notice_overdue, due: m.next_report_under_notice_due },
	replies: { overdue: m.next_replies_overdue, due: m.next_replies_due },
	followUp: { overdue: m.next_follow_up_overdue, due: m.next_follow_up_due },
	nextReport: { overdue: m.next_next_report_overdue, due: m.next_next_report_due },
	additionalInformation: {
		overdue: m.next_additional_information_overdue,
		due: m.next_additional_information_due
	},
	visitReply: { overdue: m.next_visit_reply_overdue, due: m.next_visit_reply_due },
	preventiveMechanism: {
		overdue: m.next_preventive_mechanism_overdue,
		due: m.next_preventive_mechanism_due
	}
};

const singular = {
	overdue: m.sentence_overdue_singular,
	dueToday: m.sentence_due_today_singular,
	dueIn: m.sentence_due_in_singular,
	noDate: m.sentence_no_date_singular,
	inTime: m.sentence_in_time_singular,
	late: m.sentence_late_singular,
	received: m.sentence_received_singular,
	overtaken: m.sentence_overtaken_singular,
	closed: m.sentence_closed_singular
};

const plural: typeof singular = {
	overdue: m.sentence_overdue_plural,
	dueToday: m.sentence_due_today_plural,
	dueIn: m.sentence_due_in_plural,
	noDate: m.sentence_no_date_plural,
	inTime: m.sentence_in_time_plural,
	late: m.sentence_late_plural,
	received: m.sentence_received_plural,
	overtaken: m.sentence_overtaken_plural,
	closed: m.sentence_closed_plural
};
