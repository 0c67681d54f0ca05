import { ok, type Result } from '#lib/result.ts';
import type { Connection } from './connection.ts';
import type { ReadFailure, WriteFailure } from './failures.ts';
import { read, write } from './transaction.ts';

/** What was kept: the whole as it was made once, and what was made anew of parts of it since, by their names. */
export interface Cached {
	whole: unknown;
	parts: ReadonlyMap<string, unknown>;
}

/**
 * What somebody made of the events and keeps here. It may be lost at any time and be made again; it goes by
 * itself whenever an event is redacted or removed.
 */
export interface Cache {
	get(): Promise<Result<Cached, ReadFailure>>;
	/** Keeps a whole, and forgets the parts that were made before it. */
	set(whole: unknown): Promise<Result<void, WriteFailure>>;
	/** Keeps parts, each in place of the one of the same name. */
	setParts(parts: ReadonlyMap<string, unknown>): Promise<Result<void, WriteFailure>>;
}

/** No part has an empty name. */
const whole = '';

/** The cache, over one connection. */
export const cacheOver = (connection: Connection): Cache => ({
	get: () =>
		read(connection, 'cache', async (transaction) => {
			const store = transaction.objectStore('cache');
			const [names, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
			const parts = new Map(names.map((name, index) => [name, values[index]]));
			const kept = { whole: parts.get(whole), parts };
			parts.delete(whole);
			return kept;
		}),
	set: (value) =>
		write(connection, 'cache', async (transaction) => {
			const store = transaction.objectStore('cache');
			await store.clear();
			await store.put(value, whole);
			return ok(undefined);
		}),
	setParts: (parts) =>
		write(connection, 'cache', async (transaction) => {
			const store = transaction.objectStore('cache');
			await Promise.all([...parts].map(async ([name, value]) => store.put(value, name)));
			return ok(undefined);
		})
});
