import type { PlanOnDay } from '#lib/cycle/preparation/onDay.ts';
import { m } from './catalogue/messages.js';
import { count, day } from './dates.ts';
import { standingWords } from './standing.ts';

/** How far a plan is: "3 of 6 steps done. Next: Consult by 4 May 2026, Ministry of Justice, 12 days overdue." */
export function planWords({ steps, done, next }: PlanOnDay): string {
	const told = { days: steps.length, done: count(done), number: count(steps.length) };
	if (!next) return m.preparation_progress_all(told);
	const { name, responsible, date, standing } = next;
	const step = { step: name, due: day(date.due!), standing: standingWords(standing) };
	return [
		m.preparation_progress(told),
		responsible ? m.preparation_next_with({ ...step, responsible }) : m.preparation_next(step)
	].join(' ');
}
