import { openDB } from 'idb';
import type { Envelope, NewEvent } from '#lib/envelope/envelope.ts';

/** A commit as version 1 of the database had it: with its ids and streams for the indexes. */
export interface FirstCommit {
	position: number;
	origin: 'person' | 'import' | 'workedExample';
	events: (NewEvent & { version: number })[];
}

/** Commits as version 1 wrote them: each event with its version in its stream. */
export function firstCommits(
	given: readonly { position?: number; origin?: FirstCommit['origin']; events: readonly NewEvent[] }[]
): FirstCommit[] {
	const heads: Record<string, number> = {};
	return given.map(({ position, origin = 'person', events }, index) => ({
		position: position ?? index + 1,
		origin,
		events: events.map((event) => ({
			...event,
			version: (heads[event.stream] = (heads[event.stream] ?? 0) + 1)
		}))
	}));
}

/** For tests: a database of version 1, made by hand as that version made it. Kept for ever as it is. */
export async function aFirstVersion(
	name: string,
	commits: readonly FirstCommit[] = [],
	device: Readonly<Record<string, unknown>> = {}
): Promise<void> {
	const database = await openDB(name, 1, {
		upgrade(database) {
			const store = database.createObjectStore('commits', { keyPath: 'position' });
			store.createIndex('byId', 'ids', { multiEntry: true, unique: true });
			store.createIndex('byStream', 'streams', { multiEntry: true });
			database.createObjectStore('heads');
			database.createObjectStore('device');
		}
	});
	const transaction = database.transaction(['commits', 'heads', 'device'], 'readwrite');
	for (const { position, origin, events } of commits) {
		const ids = events.map(({ id }) => id);
		const streams = events.map(({ stream }) => stream);
		await transaction.objectStore('commits').add({ position, origin, events, ids, streams });
		for (const { stream, version } of events) await transaction.objectStore('heads').put(version, stream);
	}
	for (const [key, value] of Object.entries(device)) await transaction.objectStore('device').put(value, key);
	await transaction.done;
	database.close();
}

/** The events of such commits, as any later version reads them: without their version. */
export const eventsOf = (commits: readonly FirstCommit[]): Envelope[] =>
	commits.flatMap(({ events }) => events.map(({ version: _version, ...event }) => event));
