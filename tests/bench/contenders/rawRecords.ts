import { openDB } from 'idb';
import type { Contender } from '../contender.ts';
import { rebuild } from '../rebuild.ts';

/** The bare database with one record for each event: the layout one thinks of first. */
const records: Contender = {
	name: 'idb, a record per event',
	takesPart: ['import', 'append', 'start'],
	baselineOf: ['append'],
	async open() {
		const database = await openDB('records', 1, {
			upgrade: (fresh) => void fresh.createObjectStore('events', { keyPath: 'id' })
		});
		return {
			async append(event) {
				const transaction = database.transaction('events', 'readwrite', { durability: 'strict' });
				void transaction.store.put(event);
				await transaction.done;
			},
			async import(events) {
				const transaction = database.transaction('events', 'readwrite', { durability: 'strict' });
				for (const event of events) void transaction.store.put(event);
				await transaction.done;
			},
			start: async (asOf) => rebuild(await database.getAll('events'), asOf),
			close: () => database.close()
		};
	}
};

export default [records];
