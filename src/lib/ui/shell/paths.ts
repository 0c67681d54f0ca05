import { resolve } from '$app/paths';
import { planAnchor, servedById } from '#lib/cycle/preparation/ids.ts';
import { withAsOf } from '#lib/ui/asOf.svelte.ts';

/** Where a cycle is looked at, from its stream `CMW/AZE/3`, on the day one looks from. */
export function cyclePath(stream: string): string {
	const [body = '', state = '', numbers = ''] = stream.split('/');
	return withAsOf(`${resolve('/')}cycles/${body}/${state}/${numbers}`);
}

/** The desk of a State, from its code, on the day one looks from. */
export const statePath = (state: string): string => withAsOf(`${resolve('/')}states/${state}`);

/** Where a step is looked at, in the plan it belongs to; undefined where the id is not that of a step. */
export function planPath(id: string): string | undefined {
	const obligation = servedById(id);
	return obligation ? `${statePath(obligation.split('/')[1]!)}#${planAnchor(obligation)}` : undefined;
}

/** Where an event is looked at in the log, with everything that was recorded about it since. */
export const eventPath = (id: string): string => withAsOf(`${resolve('/log')}?q=${id}`);
