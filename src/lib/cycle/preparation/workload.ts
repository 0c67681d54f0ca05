import type { IsoDate } from '#lib/calendar/date.ts';
import { byDueDay, isOpen, type RegisterRow, type StepOnDay } from './onDay.ts';

/** What lies with one ministry, or whoever else is named. */
export interface Load {
	/** Empty: with nobody. */
	responsible: string;
	/** Steps to be done, the next one first. */
	open: readonly StepOnDay[];
	/** Those of them whose day has passed. */
	overdue: readonly StepOnDay[];
	/** Answers that are not approved yet. */
	answers: readonly RegisterRow[];
	/** The day of the next step that is not overdue. */
	next: IsoDate | null;
}

/**
 * What lies with whom. A name is one name however it is spaced, and written in small and capital letters.
 * @returns whoever has most that is overdue first; what lies with nobody last
 */
export function workloadOf(steps: readonly StepOnDay[], register: readonly RegisterRow[]): Load[] {
	const toDo = steps.filter(isOpen);
	const answers = register.filter(({ progress }) => progress !== 'approved');
	const byName = Map.groupBy([...toDo, ...answers], ({ responsible }) => keyOf(responsible));
	return [...byName.entries()]
		.map(([key, all]): Load => {
			const open = toDo.filter(({ responsible }) => keyOf(responsible) === key).sort(byDueDay);
			return {
				responsible: all[0]!.responsible.trim(),
				open,
				overdue: open.filter(({ group }) => group === 'overdue'),
				answers: answers.filter(({ responsible }) => keyOf(responsible) === key),
				next: open.find(({ group }) => group !== 'overdue')?.date.due ?? null
			};
		})
		.sort(byLoad);
}

const keyOf = (responsible: string): string => responsible.trim().replace(/\s+/g, ' ').toLowerCase();

const byLoad = (one: Load, other: Load): number =>
	Number(!one.responsible) - Number(!other.responsible) ||
	other.overdue.length - one.overdue.length ||
	other.open.length - one.open.length ||
	(one.responsible < other.responsible ? -1 : 1);
