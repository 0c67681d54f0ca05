import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import {
	aLog,
	anEvent,
	elsewhere,
	everythingIn,
	here,
	record,
	recordedElsewhere,
	redact,
	someEvents,
	valueOf,
	verified
} from './fixtures.ts';
import { missingIn, newVerification, type Log, type Verification } from './index.ts';
import { newHead } from './schema.ts';

// Segments of few events, so that a log of many of them is made quickly.
vi.mock('./segment.ts', async (original) => ({ ...(await original<object>()), segmentSize: 4 }));

/** A log of many segments and a tail. */
async function aLongLog(name?: string): Promise<Log> {
	const log = await aLog(name);
	await record(log, anEvent());
	valueOf(await log.importEvents({ events: recordedElsewhere(someEvents(80)) }));
	await record(log, anEvent());
	expect(valueOf(await log.head()).segments).toBe(21);
	return log;
}

/** Each state that a verification is put down in, from the beginning to the end. */
async function stagesOf(log: Log): Promise<Verification[]> {
	const stages = [newVerification()];
	for (;;) {
		const { verification, done } = valueOf(await log.verify(stages.at(-1)!));
		stages.push(JSON.parse(JSON.stringify(verification)));
		if (done) return stages;
	}
}

/** Writes past the log. */
async function tamper(
	name: string,
	store: string,
	key: number,
	change: (row: Record<string, unknown>) => unknown
): Promise<void> {
	const database = await openDB(name);
	const changed = change(await database.get(store, key));
	await (changed === undefined
		? database.delete(store, key)
		: database.put(store, changed, store === 'segments' ? key : undefined));
	database.close();
}

describe('log.verify', () => {
	it('sees all of a long log a stretch at a time, and leaves what it was given as it was', async () => {
		const log = await aLongLog();
		const stages = await stagesOf(log);
		expect(stages.map(({ segment }) => segment)).toEqual([0, 8, 16, 21]);
		const end = stages.at(-1)!;
		expect(end).toMatchObject({ position: 23, events: 82, unlinked: 0, findings: [] });
		expect(end.hash).toBe(valueOf(await log.head()).hash);
		expect(Object.values(end.chains).map(({ ranges }) => ranges)).toEqual([[[1, 2]], [[1, 80]]]);
		const given = structuredClone(stages[1]!);
		await log.verify(given);
		expect(given).toEqual(stages[1]);
	});

	it('finds nothing in a new log, and nothing more at the end of any', async () => {
		const log = await aLog();
		expect(await verified(log)).toEqual(newVerification());
		await record(log, anEvent());
		const end = await verified(log);
		expect(await verified(log, end)).toEqual(end);
	});

	it.each<[string, (log: Log) => Promise<unknown>]>([
		['more was recorded', (log) => record(log, ...someEvents(3))],
		[
			'the tail was packed',
			async (log) => {
				await record(log, ...someEvents(5));
				valueOf(await log.tidy());
			}
		],
		[
			'much was imported',
			(log) => log.importEvents({ events: recordedElsewhere(someEvents(30, { replica: anEvent().id })) })
		],
		[
			'contents were redacted before it and after it',
			async (log) => {
				const { events } = await everythingIn(log);
				for (const index of [0, 20, 50, 81]) await redact(log, events[index]!);
			}
		],
		[
			'the worked example was opened and removed',
			async (log) => {
				const example = recordedElsewhere(someEvents(5, { replica: anEvent().id, stream: 'CED/FRA/1' }));
				const { position } = valueOf(await log.head());
				valueOf(await log.append({ events: example, expected: position, origin: 'workedExample' }));
				valueOf(await log.tidy());
				valueOf(await log.removeWorkedExample());
			}
		]
	])('put down at any place goes on to the same end where %s meanwhile', async (_title, happens) => {
		const log = await aLongLog();
		const stages = await stagesOf(log);
		valueOf(await log.readAll(() => {}));
		await happens(log);
		const anew = await verified(log);
		expect(anew.findings).toEqual([]);
		for (const stage of stages) {
			const end = await verified(log, stage);
			const { position, hash, findings, segment } = anew;
			expect(end).toMatchObject({ position, hash, findings, segment });
			expect(Object.entries(end.chains).map(([replica, { ranges }]) => [replica, ranges])).toEqual(
				Object.entries(anew.chains).map(([replica, { ranges }]) => [replica, ranges])
			);
		}
	});

	it('put down while the worked example was open goes on once it is removed', async () => {
		const log = await aLog();
		const example = recordedElsewhere(someEvents(9));
		valueOf(await log.append({ events: example, expected: 0, origin: 'workedExample' }));
		const tail = await verified(log);
		valueOf(await log.tidy());
		const packed = await verified(log, tail);
		valueOf(await log.removeWorkedExample());
		await record(log, anEvent());
		for (const stage of [tail, packed]) expect((await verified(log, stage)).findings).toEqual([]);
	});

	it('tells what is missing of a chain of which only parts came', async () => {
		const log = await aLog();
		const events = recordedElsewhere(someEvents(10));
		valueOf(await log.importEvents({ events: [events[8]!, events[2]!, events[3]!] }));
		const seen = (await verified(log)).chains[elsewhere]!;
		expect(missingIn(seen)).toEqual([
			[1, 2],
			[5, 8]
		]);
		valueOf(await log.importEvents({ events }));
		expect(missingIn((await verified(log)).chains[elsewhere]!)).toEqual([]);
	});

	it('finds a changed event in a segment and in the tail', async () => {
		const log = await aLongLog('changed');
		const { events } = await everythingIn(log);
		await tamper('changed', 'segments', 4, (row) => ({
			...row,
			commits: JSON.parse(
				JSON.stringify(row.commits).replace(events[10]!.recordedAt, '2024-01-18T09:00:00.001Z')
			)
		}));
		await tamper('changed', 'commits', 23, (row) => ({
			...row,
			events: [{ ...events.at(-1), data: { sections: ['I'] } }]
		}));
		expect((await verified(log)).findings).toEqual([
			{ kind: 'changed', event: expect.objectContaining({ replica: elsewhere }) },
			{ kind: 'changed', event: expect.objectContaining({ replica: here, id: events.at(-1)!.id }) }
		]);
	});

	it('finds a segment that cannot be read, and looks at the rest', async () => {
		const log = await aLongLog('unreadable');
		await tamper('unreadable', 'segments', 8, (row) => ({ ...row, commits: undefined }));
		const seen = await verified(log);
		expect(seen.findings).toEqual([{ kind: 'unreadable', first: 8, last: 8 }]);
		expect(seen).toMatchObject({ events: 78, position: 23 });
		expect(missingIn(seen.chains[elsewhere]!)).toEqual([[25, 28]]);
	});

	it('finds a segment that is gone', async () => {
		for (const gone of [1, 8, 9, 20, 21]) {
			const name = `gone ${gone}`;
			const log = await aLongLog(name);
			await tamper(name, 'segments', gone, () => undefined);
			expect((await verified(log)).findings).toContainEqual({ kind: 'broken', position: gone + 1 });
		}
	});

	it('finds a commit of the tail that is gone', async () => {
		const log = await aLog('gone from the tail');
		for (let commit = 0; commit < 3; commit += 1) await record(log, anEvent());
		await tamper('gone from the tail', 'commits', 2, () => undefined);
		expect((await verified(log)).findings).toContainEqual({ kind: 'broken', position: 3 });
	});

	it('finds that the log ends before the position that it states', async () => {
		const log = await aLog('cut');
		await record(log, anEvent());
		await tamper('cut', 'commits', 1, (row) => ({
			...row,
			after: { ...(row.after as object), position: 3 }
		}));
		expect((await verified(log)).findings).toEqual([{ kind: 'cut', after: 1, stated: 3 }]);
	});

	it('finds that the log states another hash than it has', async () => {
		const log = await aLog('another hash');
		await record(log, anEvent());
		await tamper('another hash', 'commits', 1, (row) => ({
			...row,
			after: { ...(row.after as object), hash: '' }
		}));
		expect((await verified(log)).findings).toEqual([{ kind: 'broken', position: 1 }]);
	});

	it('finds that the whole tail is gone', async () => {
		const log = await aLongLog('tail gone');
		await tamper('tail gone', 'commits', 23, () => undefined);
		await tamper('tail gone', 'commits', 22, () => undefined);
		expect(valueOf(await log.head())).toEqual(newHead);
		expect((await verified(log)).findings).toEqual([{ kind: 'broken', position: 21 }]);
	});
});
