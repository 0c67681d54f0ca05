import { linked, type ChainHead } from '#lib/envelope/chain.ts';
import { newId, newSalt, type Envelope, type NewEvent } from '#lib/envelope/envelope.ts';
import type { Result } from '#lib/result.ts';
import { newVerification, openLog, type Contents, type Head, type Log, type Verification } from './index.ts';

/** For tests: this installation, and another. */
export const here = '019a0000-0000-7000-8000-000000000001';
export const elsewhere = '019a0000-0000-7000-8000-000000000002';

/** For tests: an event of a cycle, of which everything that is not given does not matter. */
export const anEvent = (given: Partial<NewEvent> = {}): NewEvent => ({
	id: newId(),
	stream: 'CMW/AZE/3',
	type: 'FollowUpReceived',
	schema: 1,
	on: '2024-01-17',
	recordedAt: '2024-01-18T09:00:00.000Z',
	by: 'Leyla',
	replica: here,
	source: { document: 'CMW/C/AZE/FCO/3', paragraph: '1' },
	data: { sections: [] },
	...given
});

/** For tests: so many events of cycles, of this State before many committees or of one cycle. */
export const someEvents = (count: number, given: Partial<NewEvent> = {}): NewEvent[] =>
	Array.from({ length: count }, (_, index) => anEvent({ stream: `CMW/AZE/${1 + (index % 7)}`, ...given }));

/** For tests: events as another installation has recorded them, one after the other. */
export function recordedElsewhere(events: readonly NewEvent[], after?: ChainHead): Envelope[] {
	const ends = new Map<string, ChainHead | undefined>();
	return events.map((given) => {
		const event = given.replica === here ? { ...given, replica: elsewhere } : given;
		const placed = linked(event, ends.get(event.replica) ?? after, newSalt());
		ends.set(event.replica, placed.link);
		return placed;
	});
}

/** For tests: the value of a result that must be ok. */
export function valueOf<Value>(result: Result<Value, unknown>): Value {
	if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
	return result.value;
}

/** For tests: a log in a database of this name, a new one where none is given. */
export const aLog = async (name: string = newId()): Promise<Log> => valueOf(await openLog({ name }));

/** For tests: everything a log tells of its events. */
export async function everythingIn(log: Log): Promise<Contents & { head: Head }> {
	const all: Contents = { events: [], damaged: [] };
	const head = valueOf(
		await log.readAll(({ events, damaged }, before) => {
			if (before !== all.events.length)
				throw new Error(`${before} events before, and not ${all.events.length}`);
			all.events.push(...events);
			all.damaged.push(...damaged);
		})
	);
	return { ...all, head };
}

/** For tests: records events at the end of the log; gives them as they are recorded. */
export async function record(log: Log, ...events: NewEvent[]): Promise<Envelope[]> {
	const { position } = valueOf(await log.head());
	return valueOf(await log.append({ events, expected: position })).events;
}

/** For tests: takes out what an event of the log says, as the gate does it. */
export async function redact(log: Log, { id, stream }: Pick<Envelope, 'id' | 'stream'>): Promise<Envelope> {
	const { position } = valueOf(await log.head());
	const redaction = anEvent({ stream, type: 'RecordRedacted', data: { event: id, reason: 'a name' } });
	return valueOf(await log.append({ events: [redaction], expected: position, redacts: [id] })).events[0]!;
}

/** For tests: verifies a log to its end, on from somewhere or from the beginning. */
export async function verified(log: Log, from = newVerification()): Promise<Verification> {
	for (;;) {
		const { verification, done } = valueOf(await log.verify(from));
		if (done) return verification;
		from = verification;
	}
}

/** For tests: the ids of events, in order. */
export const idsOf = (events: readonly { id: string }[]): string[] => events.map(({ id }) => id);
