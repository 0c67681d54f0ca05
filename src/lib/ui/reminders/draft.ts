import { parseDate, type DateRefusal, type IsoDate } from '#lib/calendar/date.ts';
import type { Lead } from '#lib/calendar/lead.ts';
import type { Policy, PolicyKind, Preferences } from '#lib/reminders/preferences.ts';
import { ok, refuse, type Result } from '#lib/result.ts';

/** The kinds of obligation that have a policy, in the order of the form. */
export const policyKinds: readonly PolicyKind[] = ['replies', 'followUp', 'nextReport', 'preparationStep'];

/** What is typed and ticked in the form of a policy. */
export interface PolicyDraft {
	leads: { number: string; unit: LeadUnit }[];
	onTheDay: boolean;
	overdue: boolean;
	overdueEvery: string;
	secondStep: boolean;
	after: string;
	every: string;
	to: string;
}
export const leadUnits = ['M', 'W', 'D'] as const;
export type LeadUnit = (typeof leadUnits)[number];

/** What is typed and ticked in the form of the preferences. */
export interface PreferencesDraft {
	policies: Record<PolicyKind, PolicyDraft>;
	own: { id: string; speaks: boolean; policy: PolicyDraft }[];
	quiet: boolean;
	from: string;
	to: string;
	weekdays: number[];
	days: { on: string; name: string }[];
	digestAfter: string;
}

/** What is wrong with an input. */
export type SettingFault =
	| { kind: 'notANumber'; most: number }
	| { kind: 'twice' }
	| { kind: 'notATime' }
	| { kind: 'sameTime' }
	| { kind: 'everyDay' }
	| DateRefusal;

/** The faults of the form, by the name of the input each belongs to. */
export type SettingFaults = Readonly<Record<string, SettingFault>>;

/** The longest of each kind that is taken. Whoever wants more has slipped. */
const mostOfLead: Readonly<Record<LeadUnit, number>> = { M: 60, W: 260, D: 999 };
const mostDays = 365;

/** A policy as its form shows it. What it does not say stands there as one would begin with. */
export function policyDraft({ before, overdueEvery, secondStep }: Policy): PolicyDraft {
	return {
		leads: before
			.filter((lead) => lead !== 'P0D')
			.map((lead) => ({ number: lead.slice(1, -1), unit: lead.at(-1) as LeadUnit })),
		onTheDay: before.includes('P0D'),
		overdue: overdueEvery !== null,
		overdueEvery: String(overdueEvery ?? 7),
		secondStep: secondStep !== null,
		after: String(secondStep?.after ?? 30),
		every: String(secondStep?.every ?? 7),
		to: secondStep?.to ?? ''
	};
}

/** Preferences as their form shows them. */
export function preferencesDraft(preferences: Preferences): PreferencesDraft {
	const { policies, own, quietHours, nonWorkingWeekdays, nonWorkingDays, digestAfter } = preferences;
	return {
		policies: {
			replies: policyDraft(policies.replies),
			followUp: policyDraft(policies.followUp),
			nextReport: policyDraft(policies.nextReport),
			preparationStep: policyDraft(policies.preparationStep)
		},
		own: Object.entries(own).map(([id, policy]) => ({
			id,
			speaks: policy !== null,
			policy: policyDraft(policy ?? nothing)
		})),
		quiet: quietHours !== null,
		from: quietHours?.from ?? '20:00',
		to: quietHours?.to ?? '07:00',
		weekdays: [...nonWorkingWeekdays],
		days: nonWorkingDays.map(({ on, name }) => ({ on, name })),
		digestAfter: String(digestAfter)
	};
}

/** Reads the form: all of it, or what is wrong, by the name of the input. */
export function readPreferences(draft: PreferencesDraft): Result<Preferences, SettingFaults> {
	const faults: Record<string, SettingFault> = {};
	const policies = Object.fromEntries(
		policyKinds.map((kind) => [kind, readPolicy(draft.policies[kind], kind, faults)])
	) as Record<PolicyKind, Policy>;
	const own = Object.fromEntries(
		draft.own.map(({ id, speaks, policy }, place) => [
			id,
			speaks ? readPolicy(policy, `own-${place}`, faults) : null
		])
	);
	const quietHours = draft.quiet ? readQuietHours(draft, faults) : null;
	const nonWorkingDays = draft.days.map((one, place) => ({
		on: readDay(draft.days, place, faults),
		name: one.name.trim()
	}));
	if (draft.weekdays.length === 7) faults['weekdays'] = { kind: 'everyDay' };
	const digestAfter = readNumber(draft.digestAfter, mostDays, 'digestAfter', faults);
	if (Object.keys(faults).length > 0) return refuse(faults);
	const nonWorkingWeekdays = draft.weekdays.toSorted((one, other) => one - other);
	return ok({ policies, own, quietHours, nonWorkingWeekdays, nonWorkingDays, digestAfter });
}

/** The policy that is typed, where all of it is; null where something is wrong with it. */
export function policyTyped(draft: PolicyDraft): Policy | null {
	const faults: Record<string, SettingFault> = {};
	const policy = readPolicy(draft, '', faults);
	return Object.keys(faults).length === 0 ? policy : null;
}

/** Reads one policy; what is wrong goes to the faults, under names that begin with the given one. */
function readPolicy(draft: PolicyDraft, name: string, faults: Record<string, SettingFault>): Policy {
	const leads = draft.leads.map(({ number, unit }, place): Lead => {
		const field = `${name}-lead-${place}`;
		const lead: Lead = `P${readNumber(number, mostOfLead[unit], field, faults)}${unit}`;
		const isTwice = draft.leads
			.slice(0, place)
			.some((other) => other.unit === unit && Number(other.number) === Number(number));
		if (isTwice) faults[field] ??= { kind: 'twice' };
		return lead;
	});
	const days = (typed: string, field: string) => readNumber(typed, mostDays, `${name}-${field}`, faults);
	return {
		before: (draft.onTheDay ? [...leads, 'P0D' as const] : leads).sort(longestFirst),
		overdueEvery: draft.overdue ? days(draft.overdueEvery, 'overdueEvery') : null,
		secondStep: draft.secondStep
			? { after: days(draft.after, 'after'), every: days(draft.every, 'every'), to: draft.to.trim() }
			: null
	};
}

function readQuietHours({ from, to }: PreferencesDraft, faults: Record<string, SettingFault>) {
	const isTime = (typed: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(typed);
	if (!isTime(from)) faults['from'] = { kind: 'notATime' };
	if (!isTime(to)) faults['to'] = { kind: 'notATime' };
	else if (from === to) faults['to'] = { kind: 'sameTime' };
	return { from, to };
}

function readDay(
	days: PreferencesDraft['days'],
	place: number,
	faults: Record<string, SettingFault>
): IsoDate {
	const typed = days[place]!.on;
	const read = parseDate(typed);
	if (!read.ok) {
		faults[`day-${place}`] = read.error;
		return '1970-01-01';
	}
	if (days.slice(0, place).some(({ on }) => on.trim() === typed.trim()))
		faults[`day-${place}`] = { kind: 'twice' };
	return read.value;
}

/** A whole number from 1 on. */
function readNumber(
	typed: string,
	most: number,
	field: string,
	faults: Record<string, SettingFault>
): number {
	const number = /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : 0;
	if (number < 1 || number > most) faults[field] = { kind: 'notANumber', most };
	return number;
}

const longestFirst = (one: Lead, other: Lead): number => about(other) - about(one);

/** About how many days a lead time is long: enough to tell which of two is longer. */
const about = (lead: Lead): number =>
	Number.parseInt(lead.slice(1), 10) * { M: 30.4, W: 7, D: 1 }[lead.at(-1) as LeadUnit];

const nothing: Policy = { before: [], overdueEvery: null, secondStep: null };
