import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import {
	aLog,
	anEvent,
	everythingIn,
	here,
	idsOf,
	record,
	someEvents,
	valueOf,
	verified
} from './fixtures.ts';
import { aFirstVersion, eventsOf, firstCommits } from './firstVersion.fixtures.ts';
import { newHead, schemaVersion } from './schema.ts';
import { segmentSize } from './segment.ts';

const storesOf = async (name: string) => {
	const database = await openDB(name);
	const { version, objectStoreNames } = database;
	const indexes = [...database.transaction('commits').store.indexNames];
	const commits = await database.getAll('commits');
	const segments = await database.getAll('segments');
	database.close();
	return { version, names: [...objectStoreNames], indexes, commits, segments };
};

describe('a new database', () => {
	it('has the same shape as one that was brought over', async () => {
		await aLog('new');
		await aFirstVersion('old');
		await aLog('old');
		const [fresh, brought] = [await storesOf('new'), await storesOf('old')];
		expect(fresh).toEqual({
			version: schemaVersion,
			names: ['cache', 'commits', 'device', 'directory', 'ledger', 'segments'],
			indexes: [],
			commits: [],
			segments: []
		});
		expect(brought).toEqual(fresh);
	});
});

describe('a database of version 1', () => {
	it('is brought over whole, in order, and every event without its version', async () => {
		const commits = firstCommits([
			{ events: [anEvent(), anEvent({ stream: 'CRPD/EU/1' }), anEvent()] },
			{ events: [anEvent({ stream: 'CRPD/EU/1', corrects: anEvent().id })], origin: 'import' }
		]);
		const device = { replica: here, by: 'Leyla', settings: { locale: 'fr' } };
		await aFirstVersion('small', commits, device);
		const log = await aLog('small');
		const { events, damaged, head } = await everythingIn(log);
		expect(events).toEqual(eventsOf(commits));
		expect(damaged).toEqual([]);
		expect(head).toEqual({
			...newHead,
			position: 3,
			hash: expect.stringMatching(/^[0-9a-f]{64}$/),
			events: 4,
			segments: 1
		});
		for (const [key, value] of Object.entries(device))
			expect(valueOf(await log.device.get(key))).toEqual(value);
		expect(valueOf(await log.readStreams(['CRPD/EU/1']))).toEqual([events[1], events[3]]);
		expect(await verified(log)).toMatchObject({ events: 4, unlinked: 4, chains: {}, findings: [] });
		expect(JSON.stringify((await storesOf('small')).segments[0])).not.toContain('"version"');
	});

	it('goes on from there: what is recorded begins a chain, and is found by its id and stream', async () => {
		const commits = firstCommits([{ events: [anEvent(), anEvent()] }]);
		await aFirstVersion('goes on', commits);
		const log = await aLog('goes on');
		const [first] = await record(log, anEvent());
		expect(first!.link).toMatchObject({ sequence: 1, previous: null });
		expect(valueOf(await log.importEvents({ events: eventsOf(commits) }))).toMatchObject({
			added: 0,
			known: 2
		});
		expect(idsOf(valueOf(await log.readStreams(['CMW/AZE/3'])))).toEqual(
			idsOf([...eventsOf(commits), first!])
		);
		expect((await verified(log)).findings).toEqual([]);
	});

	it('without any event stays without any', async () => {
		await aFirstVersion('empty', [], { by: 'Leyla' });
		const log = await aLog('empty');
		expect(await everythingIn(log)).toEqual({ events: [], damaged: [], head: newHead });
		expect(valueOf(await log.device.get('by'))).toBe('Leyla');
		await record(log, anEvent());
		expect(valueOf(await log.head()).position).toBe(1);
	});

	it('keeps the gaps that a removed worked example left in the positions', async () => {
		const [one, two, three] = [anEvent(), anEvent(), anEvent()];
		const commits = firstCommits([
			{ position: 2, events: [one] },
			{ position: 5, events: [], origin: 'workedExample' },
			{ position: 6, events: [two] },
			{ position: 9, events: [three] }
		]);
		await aFirstVersion('gaps', commits);
		const log = await aLog('gaps');
		expect((await everythingIn(log)).events).toEqual([one, two, three]);
		expect(valueOf(await log.head())).toMatchObject({ position: 10, events: 3, workedExample: [] });
		expect((await verified(log)).findings).toEqual([]);
		expect(valueOf(await log.readAfter(5))?.changed).toEqual(new Map([['CMW/AZE/3', 9]]));
		for (const nowhere of [1, 3, 7]) expect(valueOf(await log.readAfter(nowhere))).toBeUndefined();
		const upTo: string[] = [];
		valueOf(await log.readAll(({ events }) => upTo.push(...idsOf(events)), 7));
		expect(upTo).toEqual(idsOf([one, two]));
		await record(log, anEvent());
		expect(valueOf(await log.head()).position).toBe(11);
		expect((await verified(log)).findings).toEqual([]);
	});

	it('that ends with the removal of a worked example keeps its place', async () => {
		await aFirstVersion('removed', firstCommits([{ position: 4, events: [], origin: 'workedExample' }]));
		const log = await aLog('removed');
		expect(valueOf(await log.head())).toMatchObject({ position: 5, events: 0 });
		expect((await verified(log)).findings).toEqual([]);
	});

	it('of more than a segment fills several', async () => {
		const commits = firstCommits([
			...Array.from({ length: 300 }, () => ({ events: someEvents(4) })),
			{ events: someEvents(2 * segmentSize), origin: 'import' as const },
			{ events: [anEvent()] }
		]);
		await aFirstVersion('large', commits);
		const log = await aLog('large');
		const { events, head } = await everythingIn(log);
		expect(events).toEqual(eventsOf(commits));
		expect(head).toMatchObject({ position: 303, events: 1200 + 2 * segmentSize + 1, tail: 0, segments: 4 });
		expect((await verified(log)).findings).toEqual([]);
		expect(valueOf(await log.readAfter(302))?.changed.size).toBe(0);
	});

	it('with the worked example open has it still, and it can be removed', async () => {
		const [mine, example] = [anEvent({ stream: 'CRPD/EU/1' }), [anEvent(), anEvent({ stream: 'CMW/AZE/4' })]];
		await aFirstVersion(
			'example',
			firstCommits([{ events: [mine] }, { events: example, origin: 'workedExample' }])
		);
		const log = await aLog('example');
		expect(valueOf(await log.head()).workedExample).toEqual(['CMW/AZE/3', 'CMW/AZE/4']);
		expect(valueOf(await log.removeWorkedExample())).toEqual({ position: 4, events: 2 });
		expect((await everythingIn(log)).events).toEqual([mine]);
		expect((await verified(log)).findings).toEqual([]);
	});

	it('is opened by two tabs at once, and brought over once', async () => {
		const commits = firstCommits([{ events: [anEvent(), anEvent()] }]);
		await aFirstVersion('two tabs', commits);
		const [one, other] = await Promise.all([aLog('two tabs'), aLog('two tabs')]);
		expect(await everythingIn(one)).toEqual(await everythingIn(other));
		expect((await everythingIn(one)).events).toEqual(eventsOf(commits));
	});

	it('with something damaged is brought over all the same, damage and all', async () => {
		const commits = firstCommits([
			{ events: [anEvent(), anEvent(), anEvent()] },
			{ events: [anEvent()] },
			{ events: [anEvent()] }
		]);
		await aFirstVersion('damaged', commits);
		const database = await openDB('damaged', 1);
		const [first, second] = [await database.get('commits', 1), await database.get('commits', 2)];
		first.events[1] = null;
		first.events[2].on = 20240117;
		second.events = 'gone';
		await database.put('commits', first);
		await database.put('commits', second);
		database.close();

		const log = await aLog('damaged');
		const { events, damaged, head } = await everythingIn(log);
		expect(idsOf(events)).toEqual([commits[0]!.events[0]!.id, commits[2]!.events[0]!.id]);
		expect(damaged).toEqual([
			{ kind: 'commit', position: 1, index: 1, field: '' },
			{ kind: 'commit', position: 1, index: 2, field: 'on' },
			{ kind: 'commit', position: 2, field: 'events' }
		]);
		expect(head).toMatchObject({ position: 4, events: 2 });
		expect((await verified(log)).findings).toEqual([
			{ kind: 'unreadable', first: 1, last: 1 },
			{ kind: 'unreadable', first: 2, last: 2 }
		]);
		await record(log, anEvent());
		expect((await everythingIn(log)).events).toHaveLength(3);
	});
});
