import * as v from 'valibot';
import { ok, refuse, type Result } from '#lib/result.ts';
import type { Duty } from '../deadline.ts';

/** What takes a year to write is planned otherwise than what answers a few questions. */
export const templateKinds = ['report', 'reply'] as const;
export type TemplateKind = (typeof templateKinds)[number];

/** A step that every new plan of a kind begins with. */
export interface TemplateStep {
	name: string;
	/** So many weeks before the deadline. */
	weeks: number;
	/** Who does it mostly; empty where nobody is named. */
	responsible: string;
}
export type Templates = Readonly<Record<TemplateKind, readonly TemplateStep[]>>;

/** The steps there are before somebody changes them, and their leads in weeks. */
export const usualSteps = ['collect', 'draft', 'consult', 'approve', 'translate', 'submit'] as const;
export type UsualStep = (typeof usualSteps)[number];
export const usualWeeks: Readonly<Record<TemplateKind, Readonly<Record<UsualStep, number>>>> = {
	report: { collect: 26, draft: 18, consult: 12, approve: 6, translate: 4, submit: 1 },
	reply: { collect: 12, draft: 9, consult: 6, approve: 4, translate: 2, submit: 1 }
};

const kinds: Readonly<Record<Duty, TemplateKind>> = {
	initialReport: 'report',
	reportUnderNotice: 'reply',
	replies: 'reply',
	followUp: 'reply',
	nextReport: 'report',
	additionalInformation: 'reply',
	visitReply: 'reply',
	preventiveMechanism: 'report'
};

/** Which template a plan for a duty begins with. */
export const templateKindOf = (duty: Duty): TemplateKind => kinds[duty];

/** The longest lead that is taken, in weeks: five years. Whoever wants more has slipped. */
export const mostWeeks = 260;

const steps = v.pipe(
	v.array(
		v.strictObject({
			name: v.pipe(v.string(), v.trim(), v.minLength(1)),
			weeks: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostWeeks)),
			responsible: v.pipe(v.string(), v.trim())
		})
	),
	v.minLength(1)
);
const templates = v.strictObject({ report: steps, reply: steps });

/** Checks what was read from the device. A refusal names the first field at fault, `report.2.weeks`. */
export function checkTemplates(value: unknown): Result<Templates, { field: string }> {
	const checked = v.safeParse(templates, value, { abortEarly: true });
	return checked.success ? ok(checked.output) : refuse({ field: v.getDotPath(checked.issues[0]) ?? '' });
}
