import type { IsoDate } from '#lib/calendar/date.ts';
import type { PreparationType } from '../events/catalogue.ts';
import type { Proposal } from '../gate.ts';
import type { PlannedStep } from './workBack.ts';

/** Proposes what tells how something that is owed is being prepared. @param data beside what it is for */
export const preparing = (
	obligation: string,
	type: PreparationType,
	on: string,
	data: Record<string, unknown>
): Proposal => ({
	stream: obligation.slice(0, obligation.indexOf('#')),
	type,
	on,
	data: { for: obligation, ...data },
	source: null
});

/** Proposes a plan as made on a day. Where nobody is named, nothing is said of who does a step. */
export const planMade = (
	obligation: string,
	on: IsoDate,
	{ due, steps }: { due: IsoDate; steps: readonly PlannedStep[] }
): Proposal =>
	preparing(obligation, 'PreparationPlanned', on, {
		due,
		steps: steps.map(({ id, name, responsible, due: by }) => ({
			id,
			name,
			...(responsible && { responsible }),
			due: by
		}))
	});

/** Proposes that a step was done on a day. */
export const stepDone = (
	obligation: string,
	{ id, name }: Pick<PlannedStep, 'id' | 'name'>,
	on: string
): Proposal => preparing(obligation, 'PreparationStepDone', on, { step: id, name });
