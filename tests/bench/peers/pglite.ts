import { PGlite } from '@electric-sql/pglite';

import type { Contender, Envelope } from '../contender.ts';
import { rebuild } from '../rebuild.ts';

const table = `
	CREATE TABLE IF NOT EXISTS events (
		id text PRIMARY KEY,
		event json NOT NULL
	)`;
const insert = `
	INSERT INTO events
	SELECT event->>'id', event FROM json_array_elements($1::json) AS event`;

const atOnce = 5_000;

/** Postgres in the page, its files in IndexedDB. */
const pglite: Contender = {
	name: 'PGlite on IndexedDB',
	takesPart: ['import', 'append', 'start'],
	slow: true,
	async open() {
		const database = await PGlite.create('idb://pglite', { relaxedDurability: false });
		await database.exec(table);
		return {
			append: async (event) => void (await database.query(insert, [JSON.stringify([event])])),
			import: (all) =>
				database.transaction(async (transaction) => {
					for (let at = 0; at < all.length; at += atOnce)
						await transaction.query(insert, [JSON.stringify(all.slice(at, at + atOnce))]);
				}),
			async start(asOf) {
				const { rows } = await database.query<{ event: Envelope }>('SELECT event FROM events');
				return rebuild(
					rows.map(({ event }) => event),
					asOf
				);
			},
			close: () => database.close()
		};
	}
};

export default [pglite];
