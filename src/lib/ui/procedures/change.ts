import { parseDate } from '#lib/calendar/date.ts';
import { datingRules, type Amendment, type DatingRule } from '#lib/procedures/amendments.ts';
import type { Faults, Typed } from '#lib/ui/eventForm/faults.ts';
import { ok, refuse, type Result } from '#lib/result.ts';

/** What the form of a changed rule asks for: the rule as it is from a day on, and why it is recorded. */
export interface ChangedRule {
	amendment: Amendment;
	reason: string;
}

/** Reads the form of a changed rule: `rule`, `months`, `validFrom`, `source`, `verified`, `reason`. */
export function parseChangedRule(typed: Typed): Result<ChangedRule, Faults> {
	const text = (name: string) => typed[name]?.trim() ?? '';
	const missing = ['months', 'validFrom', 'source', 'reason'].filter((name) => !text(name));
	const day = parseDate(text('validFrom'));
	const rule = text('rule');
	const faults: Faults = {
		...(!day.ok && { validFrom: day.error }),
		...(!/^[1-9]\d{0,2}$/.test(text('months')) && {
			months: { kind: 'notAnInterval', text: text('months') } as const
		}),
		...(!isDatingRule(rule) && { rule: { kind: 'missing' } as const }),
		...Object.fromEntries(missing.map((name) => [name, { kind: 'missing' } as const]))
	};
	if (!day.ok || !isDatingRule(rule) || Object.keys(faults).length) return refuse(faults);
	const amendment: Amendment = {
		rule,
		value: `P${Number(text('months'))}M`,
		validFrom: day.value,
		source: text('source'),
		verified: typed.verified === 'yes'
	};
	return ok({ amendment, reason: text('reason') });
}

const isDatingRule = (rule: string): rule is DatingRule => (datingRules as readonly string[]).includes(rule);
