import { openLog, type Log } from '#lib/log/index.ts';
import { DueIndex } from '#lib/cycle/outline/dueIndex.ts';
import type { Result } from '#lib/result.ts';
import { BackgroundThread } from '#lib/workspace/background.ts';
import { FoldedLog } from '#lib/workspace/foldedLog.ts';
import type { Contender } from '../contender.ts';
import { firstRows } from '../rebuild.ts';

/** Servanda's own log, as the app uses it. */
const servanda: Contender = {
	name: 'Servanda',
	takesPart: ['import', 'append', 'start'],
	situations: [
		{ name: 'warm cache', arrange: async (store) => void (await store.start!(someDay)) },
		{
			name: '500 events after the cache',
			async arrange(store, further) {
				await store.start!(someDay);
				// As in the app: what is recorded is folded at once, and the cycle kept beside the whole.
				const folded = await openFolded(valueOf(await openLog()));
				for (const event of further(500)) {
					await store.append!(event);
					valueOf(await folded.catchUp());
				}
			}
		},
		{
			name: 'everything folded anew',
			arrange: async () => void valueOf(await valueOf(await openLog()).cache.set(undefined))
		}
	],
	async open() {
		const log = valueOf(await openLog());
		let { position } = valueOf(await log.head());
		return {
			async append(event) {
				({ position } = valueOf(await log.append({ events: [event], expected: position })).head);
			},
			async import(events) {
				await log.importEvents({ events }).then(valueOf);
				({ position } = valueOf(await log.head()));
			},
			async start(asOf) {
				const folded = await openFolded(log);
				const index = new DueIndex(folded.projection.outlines.values());
				return { rows: firstRows(index, asOf), kept: { folded, index } };
			},
			close: () => log.close()
		};
	}
};

export default [servanda];

/** The first start after an import folds everything and keeps it, whichever day is asked for. */
const someDay = '2026-11-22';

async function openFolded(log: Log): Promise<FoldedLog> {
	const background = new BackgroundThread();
	const folded = new FoldedLog(log, background);
	valueOf(await folded.open(() => {}));
	background.close();
	return folded;
}

function valueOf<Value>(result: Result<Value, unknown>): Value {
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
}
