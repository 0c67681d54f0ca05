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
