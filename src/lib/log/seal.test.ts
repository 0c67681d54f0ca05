import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { aLog, anEvent, everythingIn, here, record, someEvents, valueOf, verified } from './fixtures.ts';
import { segmentSize } from './segment.ts';

// For a machine that is busy with other things.
vi.setConfig({ testTimeout: 30_000 });

const storedIn = async (name: string) => {
	const database = await openDB(name);
	const [commits, segments, directory] = await Promise.all([
		database.getAll('commits'),
		database.getAll('segments'),
		database.getAllKeys('directory')
	]);
	database.close();
	return { commits, segments, directory };
};

describe('tidy', () => {
	it('packs a long tail, and nothing is told differently by it', async () => {
		const log = await aLog('long');
		await record(log, anEvent());
		for (let half = 0; half < 2; half += 1) await record(log, ...someEvents(segmentSize / 2));
		const before = await everythingIn(log);
		const ofStream = await log.readStreams(['CMW/AZE/3', 'CMW/AZE/5']);
		valueOf(await log.tidy());

		const after = await everythingIn(log);
		expect(after).toEqual({
			...before,
			head: { ...before.head, position: 4, hash: expect.any(String), tail: 0, segments: 2 }
		});
		expect(await log.readStreams(['CMW/AZE/3', 'CMW/AZE/5'])).toEqual(ofStream);
		expect((await verified(log)).findings).toEqual([]);
		const { commits, segments, directory } = await storedIn('long');
		// The last commit is always in the tail: it says where the log stands.
		expect(commits).toMatchObject([{ position: 4, origin: 'upkeep', events: [], after: after.head }]);
		expect(segments).toMatchObject([
			{ number: 1, first: 1, last: 2, events: 1 + segmentSize / 2 },
			{ number: 2, first: 3, last: 3, events: segmentSize / 2 }
		]);
		expect(directory).toEqual([1, 2]);
		expect(segments.some(({ commits }) => JSON.stringify(commits).includes('"after"'))).toBe(false);
	});

	it('leaves a short tail alone', async () => {
		const log = await aLog('short');
		valueOf(await log.tidy());
		await record(log, ...someEvents(segmentSize - 1));
		const before = await everythingIn(log);
		valueOf(await log.tidy());
		expect(await everythingIn(log)).toEqual(before);
		expect((await storedIn('short')).segments).toEqual([]);
	});

	it('goes on with the chain and the positions, in this tab and in another', async () => {
		const [log, other] = [await aLog('goes on'), await aLog('goes on')];
		await record(other, anEvent());
		await record(log, ...someEvents(segmentSize));
		valueOf(await log.tidy());
		await record(other, anEvent());
		await record(log, anEvent());
		expect(valueOf(await log.head())).toMatchObject({
			position: 5,
			events: segmentSize + 3,
			tail: 2,
			chains: { [here]: { sequence: segmentSize + 3 } }
		});
		expect((await verified(other)).findings).toEqual([]);
	});

	it('is seen by whoever decided before: they are to look again', async () => {
		const log = await aLog();
		await record(log, ...someEvents(segmentSize));
		const { position } = valueOf(await log.head());
		valueOf(await log.tidy());
		expect(await log.append({ events: [anEvent()], expected: position })).toMatchObject({
			error: { kind: 'logMoved', actual: position + 1 }
		});
	});

	it('by two tabs at once packs once', async () => {
		const [log, other] = [await aLog('both'), await aLog('both')];
		await record(log, ...someEvents(segmentSize));
		for (const tidied of await Promise.all([log.tidy(), other.tidy(), log.tidy()])) valueOf(tidied);
		expect(valueOf(await other.head())).toMatchObject({ position: 2, events: segmentSize, segments: 1 });
		expect((await verified(log)).findings).toEqual([]);
	});

	it('again and again adds segments after those there are', async () => {
		const log = await aLog('again');
		for (let time = 0; time < 3; time += 1) {
			await record(log, ...someEvents(segmentSize));
			valueOf(await log.tidy());
		}
		const { segments } = await storedIn('again');
		const ranges = segments.map(({ first, last }) => [first, last]);
		// The empty commit that was in the tail is packed with what followed it.
		expect(ranges).toEqual([
			[1, 1],
			[2, 3],
			[4, 5]
		]);
		expect((await verified(log)).findings).toEqual([]);
	});
});
