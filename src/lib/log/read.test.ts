import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, it } from 'vitest';
import { aLog, anEvent, record, valueOf } from './fixtures.ts';

/** Writes into the stores past the log, as a failing disk or an earlier mistake would. */
async function tamper(name: string, change: (commit: Record<string, unknown>) => void): Promise<void> {
	const database = await openDB(name);
	const commit = await database.get('commits', 2);
	change(commit);
	await database.put('commits', commit);
	database.close();
}

it('reports what is stored but is no event, and reads the rest', async () => {
	const log = await aLog('damaged event');
	const events = [anEvent(), anEvent(), anEvent(), anEvent()];
	await record(log, events[0]!);
	await record(log, events[1]!, events[2]!);
	await record(log, events[3]!);
	await tamper('damaged event', (commit) => {
		(commit.events as unknown[])[0] = { ...events[1], on: undefined };
		(commit.events as unknown[])[2] = null;
		(commit.events as unknown[])[3] = { ...events[1], version: 1, data: null };
	});
	const { events: read, damaged, position } = valueOf(await log.readAll());
	expect(read.map(({ id }) => id)).toEqual([events[0]!.id, events[2]!.id, events[3]!.id]);
	expect(damaged).toEqual([
		{ position: 2, index: 0, field: 'version' },
		{ position: 2, index: 2, field: '' },
		{ position: 2, index: 3, field: 'data' }
	]);
	expect(position).toBe(3);
	expect(valueOf(await log.readStream('CMW/AZE/3')).damaged).toHaveLength(3);
});

it('reports a commit that is none', async () => {
	const log = await aLog('damaged commit');
	await record(log, anEvent());
	await record(log, anEvent());
	await tamper('damaged commit', (commit) => (commit.events = 'gone'));
	const { events, damaged } = valueOf(await log.readAll());
	expect(events).toHaveLength(1);
	expect(damaged).toEqual([{ position: 2, field: 'events' }]);
});
