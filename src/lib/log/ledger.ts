import { ok, type Result } from '#lib/result.ts';
import type { Connection } from './connection.ts';
import type { ReadFailure, WriteFailure } from './failures.ts';
import { read, write } from './transaction.ts';

/**
 * What was already said on this device, by key. Tabs and the worker all write here before they say anything: of
 * several that want to say one thing, the database lets one be the first.
 */
export interface Ledger {
	/** Everything in it. Whoever asks checks that it is what they expect. */
	all(): Promise<Result<ReadonlyMap<string, unknown>, ReadFailure>>;
	/**
	 * Changes entries, all in one transaction; gives the keys of those that were written.
	 * @param change is given what stands under a key, `undefined` for nothing, and gives what is to stand there, any
	 * JSON; or `undefined` to leave it as it is. It must not wait for anything.
	 */
	change(
		keys: Iterable<string>,
		change: (before: unknown, key: string) => unknown
	): Promise<Result<ReadonlySet<string>, WriteFailure>>;
	/** Forgets entries; those that are not there are forgotten already. */
	forget(keys: Iterable<string>): Promise<Result<void, WriteFailure>>;
}

/** The ledger, over one connection. */
export const ledgerOver = (connection: Connection): Ledger => ({
	all: () =>
		read(connection, 'ledger', async (transaction) => {
			const store = transaction.objectStore('ledger');
			const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
			return new Map(keys.map((key, index) => [key, values[index]]));
		}),
	change: (keys, change) =>
		write(connection, 'ledger', async (transaction) => {
			const store = transaction.objectStore('ledger');
			const written = new Set<string>();
			for (const key of new Set(keys)) {
				const after = change(await store.get(key), key);
				if (after === undefined) continue;
				await store.put(after, key);
				written.add(key);
			}
			return ok(written);
		}),
	forget: (keys) =>
		write(connection, 'ledger', async (transaction) => {
			for (const key of keys) await transaction.objectStore('ledger').delete(key);
			return ok(undefined);
		})
});
