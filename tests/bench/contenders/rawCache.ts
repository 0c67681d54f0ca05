import { openDB } from 'idb';
import type { PackedOutlines } from '#lib/cycle/outline/packed.ts';
import type { Contender } from '../contender.ts';
import { mostUrgent } from '../outline.ts';

/** The least that a start can be: the very record that the app keeps, read, and the rows taken from it. */
const cache: Contender = {
	name: 'idb, one cached record',
	takesPart: ['start'],
	baselineOf: ['start'],
	async open() {
		const database = await openDB('cache', 1, { upgrade: (fresh) => void fresh.createObjectStore('cache') });
		return {
			async import(events) {
				// Only here: a start that folds nothing need not load what folds.
				const { timelinesOf } = await import('../rebuild.ts');
				const { outlineOf } = await import('#lib/cycle/outline/outline.ts');
				const { packOutlines } = await import('#lib/cycle/outline/packed.ts');
				const packed = packOutlines(timelinesOf(events).map(outlineOf));
				await database.put('cache', JSON.stringify(packed), 'outlines');
			},
			async start(asOf) {
				const packed: PackedOutlines = JSON.parse(await database.get('cache', 'outlines'));
				return { rows: mostUrgent(packed, asOf), kept: packed };
			},
			close: () => database.close()
		};
	}
};

export default [cache];
