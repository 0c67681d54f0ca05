import { createRxDatabase, type RxCollection, type RxJsonSchema } from 'rxdb/plugins/core';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';

import type { Contender, Envelope } from '../contender.ts';
import { rebuild } from '../rebuild.ts';

const text = { type: 'string' } as const;
const number = { type: 'number' } as const;

const schema: RxJsonSchema<Envelope> = {
	version: 0,
	primaryKey: 'id',
	type: 'object',
	properties: {
		id: { ...text, maxLength: 36 },
		stream: text,
		type: text,
		schema: number,
		on: text,
		recordedAt: text,
		by: text,
		replica: text,
		source: { type: ['object', 'null'] },
		data: { type: 'object' },
		corrects: text,
		link: { type: 'object' }
	},
	required: ['id', 'stream', 'type']
};

/** More at once make it slower and fill the memory. */
const atOnce = 10_000;

/** RxDB on the storage of its own that is free and lies on IndexedDB. */
const rxdb: Contender = {
	name: 'RxDB on its Dexie storage',
	takesPart: ['import', 'append', 'start'],
	slow: true,
	async open() {
		const database = await createRxDatabase({
			name: 'rxdb',
			storage: getRxStorageDexie({ chromeTransactionDurability: 'strict' }),
			multiInstance: false
		});
		const { events } = (await database.addCollections({ events: { schema } })) as {
			events: RxCollection<Envelope>;
		};
		return {
			append: async (event) => void (await events.insert(event)),
			async import(all) {
				for (let at = 0; at < all.length; at += atOnce) {
					const { error } = await events.bulkInsert(all.slice(at, at + atOnce));
					if (error.length > 0) throw new Error(`${error.length} events were refused`);
				}
			},
			async start(asOf) {
				const documents = await events.find().exec();
				return rebuild(
					documents.map((document) => document.toJSON() as Envelope),
					asOf
				);
			},
			close: async () => void (await database.close())
		};
	}
};

export default [rxdb];
