import type { DataOf } from '#lib/cycle/events/catalogue.ts';
import {
	usualSteps,
	usualWeeks,
	type TemplateKind,
	type Templates,
	type UsualStep
} from '#lib/cycle/preparation/template.ts';
import { m } from './catalogue/messages.js';

type Progress = DataOf<'AnswerPrepared'>['progress'];

const progresses: Readonly<Record<Progress, () => string>> = {
	assigned: m.preparation_progress_assigned,
	drafted: m.preparation_progress_drafted,
	consulted: m.preparation_progress_consulted,
	approved: m.preparation_progress_approved
};

/** How far an answer has come, in a word: "drafted". */
export const progressName = (progress: Progress): string => progresses[progress]();

const steps: Readonly<Record<UsualStep, () => string>> = {
	collect: m.preparation_usual_collect,
	draft: m.preparation_usual_draft,
	consult: m.preparation_usual_consult,
	approve: m.preparation_usual_approve,
	translate: m.preparation_usual_translate,
	submit: m.preparation_usual_submit
};

const usual = (kind: TemplateKind) =>
	usualSteps.map((step) => ({ name: steps[step](), weeks: usualWeeks[kind][step], responsible: '' }));

/** The templates that there are before somebody changes them. */
export const usualTemplates = (): Templates => ({ report: usual('report'), reply: usual('reply') });
