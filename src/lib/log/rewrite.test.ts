import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, it } from 'vitest';
import { ok } from '#lib/result.ts';
import { Connection } from './connection.ts';
import { aLog, anEvent, everythingIn, record, someEvents, valueOf } from './fixtures.ts';
import { rewrite } from './rewrite.ts';
import type { Commit } from './schema.ts';
import { segmentSize } from './segment.ts';
import { write } from './transaction.ts';

/** A log of a segment, another and a tail, with a commit each that a test will change. */
async function aLogToRewrite(name: string): Promise<void> {
	const log = await aLog(name);
	for (let segment = 0; segment < 2; segment += 1) {
		await record(log, anEvent({ by: 'Rewrite me', stream: 'CED/FRA/1' }));
		await record(log, ...someEvents(segmentSize - 1));
		valueOf(await log.tidy());
	}
	await record(log, anEvent({ by: 'Rewrite me', stream: 'CED/FRA/1' }));
	valueOf(await log.cache.set('folded'));
	log.close();
}

const storesOf = async (name: string) => {
	const database = await openDB(name);
	const stores = ['commits', 'segments', 'directory'] as const;
	const all = await Promise.all(stores.map((store) => database.getAll(store)));
	database.close();
	return { commits: all[0]!, segments: all[1]!, directory: all[2]! };
};

const run = async (name: string, segments: number[], change: <Kind extends Commit>(commit: Kind) => Kind) =>
	valueOf(
		await write(new Connection(name, () => {}), 'log', async (transaction) => {
			await rewrite(transaction, segments, change);
			return ok(undefined);
		})
	);

const emptied = <Kind extends Commit>(commit: Kind): Kind =>
	commit.events.some(({ by }) => by === 'Rewrite me') ? { ...commit, events: [] } : commit;

it('changes commits where they lie, in the tail and in the segments it is given', async () => {
	await aLogToRewrite('changed');
	const before = await storesOf('changed');
	await run('changed', [2], emptied);
	const after = await storesOf('changed');
	expect(after.segments[0]).toEqual(before.segments[0]);
	expect(after.segments[1]).toMatchObject({ number: 2, events: before.segments[1].events - 1 });
	expect(after.segments[1]).toMatchObject({ first: before.segments[1].first, last: before.segments[1].last });
	expect(after.directory[0]).toEqual(before.directory[0]);
	expect(after.directory[1].ids).toHaveLength(before.directory[1].ids.length - 36);
	expect(before.directory[1].streams).toContain('CED/FRA/1');
	expect(after.directory[1].streams).not.toContain('CED/FRA/1');
	expect(after.commits).toEqual(before.commits.map((commit) => ({ ...commit, events: [] })));

	const log = await aLog('changed');
	expect((await everythingIn(log)).events.filter(({ by }) => by === 'Rewrite me')).toHaveLength(1);
	expect(valueOf(await log.cache.get()).whole).toBeUndefined();
});

it('writes nothing where nothing changes, but forgets what was folded', async () => {
	await aLogToRewrite('unchanged');
	const before = await storesOf('unchanged');
	await run('unchanged', [1, 2, 77], (commit) => commit);
	expect(await storesOf('unchanged')).toEqual(before);
	expect(valueOf(await (await aLog('unchanged')).cache.get()).whole).toBeUndefined();
});

it('leaves a segment that cannot be read as it is', async () => {
	await aLogToRewrite('unreadable');
	const database = await openDB('unreadable');
	await database.put('segments', { ...(await database.get('segments', 1)), commits: '[{' }, 1);
	database.close();
	const before = await storesOf('unreadable');
	await run('unreadable', [1, 2], emptied);
	const after = await storesOf('unreadable');
	expect(after.segments[0]).toEqual(before.segments[0]);
	expect(after.segments[1]).not.toEqual(before.segments[1]);
});
