import { newId } from '#lib/envelope/envelope.ts';
import type { NewEvent } from '#lib/envelope/same.ts';
import type { Result } from '#lib/result.ts';
import { openLog, type Log, type LogContents } from './index.ts';

/** For tests: an event of a cycle, of which everything that is not given does not matter. */
export const anEvent = (given: Partial<NewEvent> = {}): NewEvent => ({
	id: newId(),
	stream: 'CMW/AZE/3',
	type: 'FollowUpReceived',
	schema: 1,
	on: '2024-01-17',
	recordedAt: '2024-01-18T09:00:00.000Z',
	by: 'Leyla',
	replica: '019a0000-0000-7000-8000-000000000001',
	source: { document: 'CMW/C/AZE/FCO/3', paragraph: '1' },
	data: { sections: [] },
	...given
});

/** For tests: the value of a result that must be ok. */
export function valueOf<Value>(result: Result<Value, unknown>): Value {
	if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
	return result.value;
}

/** For tests: a log in a database of this name, a new one where none is given. */
export const aLog = async (name: string = newId()): Promise<Log> => valueOf(await openLog({ name }));

/** For tests: everything a log tells of its events. */
export const everythingIn = async (
	log: Log
): Promise<LogContents & { heads: Record<string, number>; last: number }> => ({
	...valueOf(await log.readAll()),
	heads: valueOf(await log.heads()),
	last: valueOf(await log.position())
});

/** For tests: records events where their streams end. */
export async function record(log: Log, ...events: NewEvent[]): Promise<number> {
	return valueOf(await log.append({ events, expected: valueOf(await log.heads()) })).position;
}
