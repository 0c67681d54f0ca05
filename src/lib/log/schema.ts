import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Envelope } from '#lib/envelope/envelope.ts';

/** How a commit came in. Kept for each, since it could not be found out later. */
export type Origin = 'person' | 'import' | 'workedExample';

/**
 * The unit of writing: what one passage through the gate recorded, in one record, since a hundred records cost
 * ten times as much as one that holds a hundred events.
 */
export interface Commit {
	/** From 1, one after the other; never used again. */
	position: number;
	origin: Origin;
	/** The events in the order they were given. Empty in the commit that records a removal. */
	events: Envelope[];
	/** The ids of the events, for the index: no id can be written twice, whatever this code does. */
	ids: string[];
	/** The streams of the events, for the index. */
	streams: string[];
}

export interface Schema extends DBSchema {
	commits: { key: number; value: Commit; indexes: { byId: string; byStream: string } };
	/** stream -> version */
	heads: { key: string; value: number };
	/** What belongs to this device and is never exported. */
	device: { key: string; value: unknown };
}

export type Database = IDBPDatabase<Schema>;
export type Reading = IDBPTransaction<Schema, StoreNames<Schema>[], 'readonly'>;
export type Writing = IDBPTransaction<Schema, StoreNames<Schema>[], 'readwrite'>;

/** Grows by one with every change of the stores. */
export const schemaVersion = 1;

/** Makes the stores in a new database. */
export function createStores(database: Database): void {
	const commits = database.createObjectStore('commits', { keyPath: 'position' });
	commits.createIndex('byId', 'ids', { multiEntry: true, unique: true });
	commits.createIndex('byStream', 'streams', { multiEntry: true });
	database.createObjectStore('heads');
	database.createObjectStore('device');
}
