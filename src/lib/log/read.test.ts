import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import {
	aLog,
	anEvent,
	everythingIn,
	idsOf,
	record,
	recordedElsewhere,
	someEvents,
	valueOf,
	verified
} from './fixtures.ts';
import type { Log } from './index.ts';
import { segmentSize } from './segment.ts';

/** Writes into the stores past the log, as a failing disk or an earlier mistake would. */
async function tamper(
	name: string,
	change: (commit: Record<string, unknown>) => void,
	position = 2
): Promise<void> {
	const database = await openDB(name);
	const commit = await database.get('commits', position);
	change(commit);
	await database.put('commits', commit);
	database.close();
}

describe('readStreams', () => {
	it('reads some streams alone, in order, also where a commit spans several', async () => {
		const log = await aLog();
		const first = await record(log, anEvent(), anEvent({ stream: 'CRPD/EU/1' }), anEvent());
		const second = await record(
			log,
			anEvent({ stream: 'CRPD/EU/1' }),
			anEvent(),
			anEvent({ stream: 'CED/FRA/1' })
		);
		const read = async (...streams: string[]) => valueOf(await log.readStreams(streams));
		expect(await read('CMW/AZE/3')).toEqual([first[0], first[2], second[1]]);
		expect(await read('CED/FRA/1', 'CRPD/EU/1')).toEqual([first[1], second[0], second[2]]);
		expect(await read('CMW/XXX/1')).toEqual([]);
		expect(await read()).toEqual([]);
	});

	it('reads out of segments and the tail, up to a position', async () => {
		const log = await aLog();
		const sealed = recordedElsewhere(someEvents(segmentSize, { stream: 'CRPD/EU/1' }));
		const [mine] = await record(log, anEvent());
		valueOf(await log.importEvents({ events: sealed }));
		const [later] = await record(log, anEvent());
		expect(valueOf(await log.readStreams(['CMW/AZE/3']))).toEqual([mine, later]);
		expect(valueOf(await log.readStreams(['CMW/AZE/3'], 3))).toEqual([mine]);
		expect(valueOf(await log.readStreams(['CRPD/EU/1']))).toEqual(sealed);
		expect(valueOf(await log.readStreams(['CRPD/EU/1'], 1))).toEqual([]);
	});
});

describe('readAll', () => {
	it('reads up to a position, also where it lies inside of a segment', async () => {
		const log = await aLog();
		const recorded = [];
		for (const event of someEvents(5)) recorded.push(...(await record(log, event)));
		recorded.push(...(await record(log, ...someEvents(segmentSize))));
		valueOf(await log.tidy());
		recorded.push(...(await record(log, anEvent())));
		const { position, segments } = valueOf(await log.head());
		expect([position, segments]).toEqual([8, 2]);
		for (const [upTo, count] of [
			[0, 0],
			[3, 3],
			[5, 5],
			[6, 5 + segmentSize],
			[7, 5 + segmentSize],
			[8, 6 + segmentSize]
		] as const) {
			const read: string[] = [];
			valueOf(await log.readAll(({ events }) => read.push(...idsOf(events)), upTo));
			expect(read, `up to ${upTo}`).toEqual(idsOf(recorded.slice(0, count)));
		}
	});
});

describe('readBack', () => {
	/** A log of three segments and a tail. */
	async function aLongLog(name?: string): Promise<{ log: Log; ids: string[] }> {
		const log = await aLog(name);
		valueOf(await log.importEvents({ events: recordedElsewhere(someEvents(3 * segmentSize)) }));
		await record(log, anEvent(), anEvent());
		return { log, ids: idsOf((await everythingIn(log)).events) };
	}

	it('hands over everything, the newest first, until it is enough', async () => {
		const { log, ids } = await aLongLog();
		const all: string[] = [];
		valueOf(await log.readBack((events) => all.push(...idsOf(events)) > 0));
		expect(all).toEqual([...ids].reverse());
		const some: string[] = [];
		valueOf(await log.readBack((events) => some.push(...idsOf(events)) <= 2));
		expect(some).toEqual([...ids].reverse().slice(0, 2 + segmentSize));
		let asked = 0;
		valueOf(await log.readBack(() => (asked += 1) < 1));
		expect(asked).toBe(1);
	});

	it('misses nothing where another tab packs the tail at the same time', async () => {
		const [log, other] = [await aLog('packed under it'), await aLog('packed under it')];
		await record(log, anEvent());
		await record(log, ...someEvents(segmentSize));
		const ids = idsOf((await everythingIn(log)).events);
		const read: string[] = [];
		const results = await Promise.all([
			other.tidy(),
			log.readBack((events) => read.push(...idsOf(events)) > 0)
		]);
		results.forEach(valueOf);
		expect(valueOf(await log.head()).segments, 'packed into').toBe(2);
		expect(read).toEqual([...ids].reverse());
	});
});

describe('what is stored but is no event', () => {
	it('is reported, and the rest is read', async () => {
		const log = await aLog('damaged event');
		const events = [...(await record(log, anEvent())), ...(await record(log, anEvent(), anEvent()))];
		events.push(...(await record(log, anEvent())));
		await tamper('damaged event', (commit) => {
			const stored = commit.events as unknown[];
			stored[0] = { ...events[1], on: undefined };
			stored[2] = null;
			stored[3] = { ...events[1], data: null };
		});
		const all = await everythingIn(log);
		expect(idsOf(all.events)).toEqual([events[0]!.id, events[2]!.id, events[3]!.id]);
		expect(all.damaged).toEqual([
			{ kind: 'commit', position: 2, index: 0, field: 'on' },
			{ kind: 'commit', position: 2, index: 2, field: '' },
			{ kind: 'commit', position: 2, index: 3, field: 'data' }
		]);
		expect(all.head.position).toBe(3);
		expect(idsOf(valueOf(await log.readStreams(['CMW/AZE/3'])))).toEqual(idsOf(all.events));
		expect(valueOf(await log.readAfter(1))?.damaged).toEqual(all.damaged);
	});

	it('is reported where a whole commit is none', async () => {
		const log = await aLog('damaged commit');
		await record(log, anEvent());
		await record(log, anEvent());
		await tamper('damaged commit', (commit) => (commit.events = 'gone'));
		const { events, damaged } = await everythingIn(log);
		expect(events).toHaveLength(1);
		expect(damaged).toEqual([{ kind: 'commit', position: 2, field: 'events' }]);
	});

	it('is reported where a whole segment cannot be read, and the rest is read', async () => {
		const log = await aLog('damaged segment');
		valueOf(await log.importEvents({ events: recordedElsewhere(someEvents(2 * segmentSize)) }));
		const [mine] = await record(log, anEvent({ stream: 'CRPD/EU/1' }));
		const ids = idsOf((await everythingIn(log)).events);
		const database = await openDB('damaged segment');
		for (const commits of ['[{"position":1,', {}, null]) {
			await database.put('segments', { ...(await database.get('segments', 1)), commits }, 1);
			const { events, damaged } = await everythingIn(log);
			expect(idsOf(events)).toEqual(ids.slice(segmentSize));
			expect(damaged).toEqual([{ kind: 'segment', first: 1, last: 1 }]);
			expect(valueOf(await log.readStreams(['CRPD/EU/1']))).toEqual([mine]);
		}
		database.close();
	});

	it('keeps nothing else from being recorded, imported, packed, redacted and read', async () => {
		const log = await aLog('goes on');
		const [whole] = await record(log, anEvent());
		const [lost, left] = await record(log, anEvent(), anEvent());
		await record(log, anEvent());
		await tamper('goes on', (commit) => ((commit.events as unknown[])[0] = null));
		await tamper('goes on', (commit) => delete commit.events, 3);
		const fresh = recordedElsewhere(someEvents(segmentSize));
		valueOf(await log.importEvents({ events: fresh.slice(0, 3) }));
		valueOf(await log.importEvents({ events: [left!], redacts: [left!.id] }));
		await record(log, ...someEvents(segmentSize));
		valueOf(await log.tidy());
		valueOf(await log.importEvents({ events: fresh }));
		const { events, damaged, head } = await everythingIn(log);
		expect(damaged).toEqual([
			{ kind: 'commit', position: 2, index: 0, field: '' },
			{ kind: 'commit', position: 3, field: 'events' }
		]);
		expect(events.find(({ id }) => id === left!.id)?.redacted).toBeTruthy();
		expect(events.some(({ id }) => id === lost!.id)).toBe(false);
		expect(idsOf(events)).toContain(whole!.id);
		expect(events).toHaveLength(2 + 2 * segmentSize);
		// What was lost had been counted.
		expect(head.events).toBe(events.length + 2);
		expect((await verified(log)).findings).toEqual([
			{ kind: 'unreadable', first: 2, last: 2 },
			{ kind: 'unreadable', first: 3, last: 3 }
		]);
	});
});
