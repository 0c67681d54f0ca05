import { openDB } from 'idb';
import type { Contender } from '../contender.ts';
import { leastOf, mostUrgent } from '../outline.ts';

/** The least that a start can be: a record of what the list needs and nothing else, read, and the rows taken from it. */
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
				const least = leastOf(timelinesOf(events).map(outlineOf));
				await database.put('cache', JSON.stringify(least), 'obligations');
			},
			async start(asOf) {
				const least: ReturnType<typeof leastOf> = JSON.parse(await database.get('cache', 'obligations'));
				return { rows: mostUrgent(least, asOf), kept: least };
			},
			close: () => database.close()
		};
	}
};

export default [cache];
