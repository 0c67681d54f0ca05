import type { Amendment, DatingRule } from '#lib/procedures/amendments.ts';
import { m } from './catalogue/messages.js';
import { day, intervalWords } from './dates.ts';

const names: Readonly<Record<DatingRule, () => string>> = {
	initialReportWithin: m.procedures_rule_initial_report,
	reportAfterNotice: m.procedures_rule_report_after_notice,
	repliesWithin: m.procedures_rule_replies,
	followUpInterval: m.procedures_rule_follow_up,
	visitReplyWithin: m.procedures_rule_visit_reply,
	mechanismWithin: m.procedures_rule_mechanism
};

/** What a rule is about: "Follow-up information due". */
export const ruleName = (rule: DatingRule): string => names[rule]();

/** An amended rule: "Follow-up information due: 18 months from 1 January 2025 on (CMW/C/2)". */
export const amendmentWords = ({ rule, value, validFrom, source }: Amendment): string =>
	m.procedures_amendment({
		rule: ruleName(rule),
		value: intervalWords(value),
		since: day(validFrom),
		source
	});
