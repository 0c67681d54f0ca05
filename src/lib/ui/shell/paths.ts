import { resolve } from '$app/paths';
import { withAsOf } from '#lib/ui/asOf.svelte.ts';

/** Where a cycle is looked at, from its stream `CMW/AZE/3`, on the day one looks from. */
export function cyclePath(stream: string): string {
	const [body = '', state = '', numbers = ''] = stream.split('/');
	return withAsOf(`${resolve('/')}cycles/${body}/${state}/${numbers}`);
}

/** Where an event is looked at in the log, with everything that was recorded about it since. */
export const eventPath = (id: string): string => withAsOf(`${resolve('/log')}?q=${id}`);
