import { ok, type Result } from '#lib/result.ts';
import type { Connection } from './connection.ts';
import type { ReadFailure, WriteFailure } from './failures.ts';
import { read, write } from './transaction.ts';

/**
 * Values under a name that belong to this device and are never exported: the replica's id, who records here,
 * the last visit, settings.
 */
export interface Device {
	/** The value; `undefined` where none was set. Whoever asks checks that it is what they expect. */
	get(key: string): Promise<Result<unknown, ReadFailure>>;
	/** Keeps a value under the name, in place of the one before. Any JSON; not the proxy of a page's state. */
	set(key: string, value: unknown): Promise<Result<void, WriteFailure>>;
}

/** The device's values, over one connection. */
export const deviceOver = (connection: Connection): Device => ({
	get: (key) => read(connection, 'device', (transaction) => transaction.objectStore('device').get(key)),
	set: (key, value) =>
		write(connection, 'device', async (transaction) => {
			await transaction.objectStore('device').put(value, key);
			return ok(undefined);
		})
});
