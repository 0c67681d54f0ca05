import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { newId } from '#lib/envelope/envelope.ts';
import { failAt, injected, ways } from './faults.fixtures.ts';
import { aLog, anEvent, everythingIn, here, record, someEvents, valueOf, verified } from './fixtures.ts';
import { aFirstVersion, eventsOf, firstCommits } from './firstVersion.fixtures.ts';
import { openLog } from './index.ts';

// For a machine that is busy with other things.
vi.setConfig({ testTimeout: 30_000 });

vi.mock('./segment.ts', async (real) =>
	(await import('./smallSegments.fixtures.ts')).smallSegments(await real())
);

afterEach(() => {
	vi.restoreAllMocks();
});
afterAll(() => console.log(`${injected.count} faults injected into upgrades`));

const commits = firstCommits([
	{ events: [anEvent(), anEvent({ stream: 'CRPD/EU/1' })] },
	{ events: someEvents(3), origin: 'workedExample' },
	{ position: 5, events: [anEvent({ stream: 'CED/FRA/1' })], origin: 'import' }
]);
const device = { replica: here, by: 'Leyla' };

/** Everything in a database of version 1, its indexes too. */
async function firstVersionOf(name: string) {
	const database = await openDB(name, 1);
	const transaction = database.transaction(['commits', 'heads', 'device']);
	const store = transaction.objectStore('commits');
	const all = {
		stores: [...database.objectStoreNames],
		commits: await store.getAll(),
		ids: await store.index('byId').getAllKeys(),
		streams: await store.index('byStream').getAllKeys('CMW/AZE/3'),
		heads: await transaction.objectStore('heads').getAll(),
		device: await transaction.objectStore('device').getAll()
	};
	database.close();
	return all;
}

it.each(ways)('an upgrade from version 1 leaves it as it was where $title', async (way) => {
	let number = 1;
	for (; ; number += 1) {
		const name = newId();
		await aFirstVersion(name, commits, device);
		const before = await firstVersionOf(name);
		const seen = failAt(number, way);
		const opened = await openLog({ name });
		vi.restoreAllMocks();
		if (seen.mode !== undefined) {
			expect(opened, `step ${number}`).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
			expect(await firstVersionOf(name), `step ${number}`).toEqual(before);
		}
		const log = seen.mode === undefined ? valueOf(opened) : await aLog(name);
		const { events, damaged, head } = await everythingIn(log);
		expect(events, `step ${number}`).toEqual(eventsOf(commits));
		expect(damaged).toEqual([]);
		expect(head).toMatchObject({ position: 6, events: 6, segments: 2, workedExample: expect.any(Array) });
		for (const [key, value] of Object.entries(device)) expect(valueOf(await log.device.get(key))).toBe(value);
		await record(log, anEvent());
		expect((await verified(log)).findings).toEqual([]);
		log.close();
		if (seen.mode === undefined) break;
	}
	expect(number - 1, 'steps that were let fail').toBe(14);
});

it.each(ways)('a new database is not there by half where $title', async (way) => {
	let number = 1;
	for (; ; number += 1) {
		const name = newId();
		const seen = failAt(number, way);
		const opened = await openLog({ name });
		vi.restoreAllMocks();
		if (seen.mode === undefined) break;
		expect(opened, `step ${number}`).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
		const log = await aLog(name);
		await record(log, anEvent());
		expect((await everythingIn(log)).events).toHaveLength(1);
		log.close();
	}
	expect(number - 1, 'steps that were let fail').toBe(6);
});

it('says why it could not be brought over', async () => {
	await aFirstVersion('why', commits);
	vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(() => {
		throw new DOMException('No room', 'QuotaExceededError');
	});
	expect(await openLog({ name: 'why' })).toEqual({
		ok: false,
		error: { kind: 'unavailable', reason: 'QuotaExceededError: No room' }
	});
});
