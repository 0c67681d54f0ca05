import { Dexie, type Table } from 'dexie';

import type { Contender, Envelope } from '../contender.ts';
import { rebuild } from '../rebuild.ts';

/** Dexie, with the durability that the app asks for. */
const dexie: Contender = {
	name: 'Dexie',
	takesPart: ['import', 'append', 'start'],
	async open() {
		const database = new Dexie('dexie', { chromeTransactionDurability: 'strict' });
		database.version(1).stores({ events: 'id' });
		const events: Table<Envelope> = database.table('events');
		await database.open();
		return {
			append: async (event) => void (await events.add(event)),
			import: async (all) => void (await events.bulkAdd(all)),
			start: async (asOf) => rebuild(await events.toArray(), asOf),
			close: () => database.close()
		};
	}
};

export default [dexie];
