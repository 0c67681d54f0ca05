import { parseDate, type IsoDate } from '#lib/calendar/date.ts';
import { daysBetween } from '#lib/calendar/distance.ts';
import type { PlanOnDay } from '#lib/cycle/preparation/onDay.ts';
import { mostWeeks, type TemplateStep } from '#lib/cycle/preparation/template.ts';
import { shareOf, workBack, type PlannedStep, type Room } from '#lib/cycle/preparation/workBack.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import type { FieldFault, Faults } from '../eventForm/faults.ts';

/** A step while somebody edits it. */
export interface StepDraft {
	/** Its id in the plan; in a template, a key. */
	id: string;
	name: string;
	responsible: string;
	/** The day of a plan, or the weeks of a template, as typed. */
	when: string;
	/** How many days before the deadline it is meant to be. */
	lead: number;
	/** It is done already, and stays as it is. */
	done: boolean;
}

/** The steps of a new plan, as its template has them; without days until they are worked back. */
export const draftFromTemplate = (steps: readonly TemplateStep[], newId: () => string): StepDraft[] =>
	steps.map(({ name, responsible, weeks }) => ({
		id: newId(),
		name,
		responsible,
		when: '',
		lead: weeks * 7,
		done: false
	}));

/** The steps of a plan there is. */
export const draftFromPlan = ({ plan, steps }: PlanOnDay): StepDraft[] =>
	steps.map(({ id, name, responsible, date, standing }) => ({
		id,
		name,
		responsible,
		when: date.due ?? '',
		lead: date.due ? Math.max(0, daysBetween(date.due, plan.data.due)) : 0,
		done: standing.kind === 'done'
	}));

/** A template as its form shows it. */
export const draftOfTemplate = (steps: readonly TemplateStep[], newId: () => string): StepDraft[] =>
	draftFromTemplate(steps, newId).map((step, place) => ({ ...step, when: String(steps[place]!.weeks) }));

/** The same steps with the days on which they fall; what is done stays. */
export function workedBack(steps: readonly StepDraft[], room: Room): StepDraft[] {
	const open = steps.filter(({ done }) => !done);
	const days = workBack(
		open.map(({ lead }) => lead),
		room
	);
	return steps.map((step) => (step.done ? step : { ...step, when: days[open.indexOf(step)]! }));
}

/** Whether there is less time than the steps take, so that their leads are shortened. */
export const isShortened = (steps: readonly StepDraft[], room: Pick<Room, 'due' | 'from'>): boolean =>
	shareOf(
		steps.filter(({ done }) => !done).map(({ lead }) => lead),
		room
	) < 1;

/** Reads the form of a plan: all of it, or what is wrong, by the name of the input. */
export function readPlan(
	due: string,
	steps: readonly StepDraft[]
): Result<{ due: IsoDate; steps: PlannedStep[] }, Faults> {
	const faults: Record<string, FieldFault> = {};
	const deadline = readDay(due, 'due', faults);
	const read = steps.map((step, place): PlannedStep => ({
		id: step.id,
		name: readName(step.name, place, faults),
		responsible: step.responsible.trim(),
		due: readDay(step.when, `when-${place}`, faults)
	}));
	return Object.keys(faults).length ? refuse(faults) : ok({ due: deadline, steps: read });
}

/** Reads the form of a template, in the same way. */
export function readTemplate(steps: readonly StepDraft[]): Result<TemplateStep[], Faults> {
	const faults: Record<string, FieldFault> = {};
	const read = steps.map(({ name, responsible, when }, place): TemplateStep => {
		const isWeeks = /^\s*\d{1,3}\s*$/.test(when) && Number(when) <= mostWeeks;
		if (!isWeeks) faults[`when-${place}`] = { kind: 'notANumber', text: when };
		return {
			name: readName(name, place, faults),
			weeks: Number(when),
			responsible: responsible.trim()
		};
	});
	return Object.keys(faults).length ? refuse(faults) : ok(read);
}

function readName(typed: string, place: number, faults: Record<string, FieldFault>): string {
	if (!typed.trim()) faults[`name-${place}`] = { kind: 'missing' };
	return typed.trim();
}

function readDay(typed: string, name: string, faults: Record<string, FieldFault>): IsoDate {
	const day = parseDate(typed);
	if (day.ok) return day.value;
	faults[name] = typed.trim() ? day.error : { kind: 'missing' };
	return '1970-01-01';
}
