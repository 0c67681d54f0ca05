import type { Envelope } from '#lib/envelope/envelope.ts';
import { isSameEvent, type NewEvent } from '#lib/envelope/same.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import type { EventRefusal } from './failures.ts';
import type { Writing } from './schema.ts';

/** What is asked to be recorded, sorted by what the log knows of it. */
export interface Sorted {
	/** Not yet recorded, in the order given. */
	fresh: NewEvent[];
	/** Recorded already with the same content, as the log has it and in the order given. */
	known: { event: Envelope; position: number }[];
}

/** Compares what is to be recorded with what is, by id. */
export async function sortOut(
	transaction: Writing,
	events: readonly NewEvent[]
): Promise<Result<Sorted, EventRefusal>> {
	const recorded = await findRecorded(transaction, events);
	const sorted: Sorted = { fresh: [], known: [] };
	const conflicts: string[] = [];
	for (const event of events) {
		const found = recorded.get(event.id);
		if (!found) sorted.fresh.push(event);
		else if (isSameEvent(found.event, event)) sorted.known.push(found);
		else conflicts.push(event.id);
	}
	return conflicts.length > 0 ? refuse({ kind: 'sameIdOtherContent', ids: conflicts }) : ok(sorted);
}

async function findRecorded(
	transaction: Writing,
	events: readonly NewEvent[]
): Promise<Map<string, { event: Envelope; position: number }>> {
	const commits = transaction.objectStore('commits');
	// First the positions and then each commit once: a commit may hold thousands of the events asked for.
	const positions = await Promise.all(events.map(async ({ id }) => commits.index('byId').getKey(id)));
	const distinct = [...new Set(positions)].filter((position) => position !== undefined);
	const found = await Promise.all(distinct.map(async (position) => commits.get(position)));
	const recorded = new Map<string, { event: Envelope; position: number }>();
	for (const commit of found)
		for (const event of commit?.events ?? []) recorded.set(event.id, { event, position: commit!.position });
	return recorded;
}
