import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { aLog, anEvent, record, recordedElsewhere, redact, someEvents, valueOf } from '#lib/log/fixtures.ts';
import type { Log } from '#lib/log/index.ts';
import { tamper } from './testing/tamper.ts';
import {
	dueVerification,
	readVerification,
	verifyStretch,
	type HowToVerify,
	type KeptVerification
} from './verification.ts';

// A log of more than one stretch takes a moment to make.
vi.setConfig({ testTimeout: 30_000 });

/** Verifies to the end; gives what came of it, and in how many stretches. */
async function verify(log: Log, how: HowToVerify = {}) {
	for (let stretches = 1; ; stretches += 1) {
		const { kept, done } = valueOf(await verifyStretch(log, how));
		if (done) return { kept, stretches, ...kept.complete! };
		how = {};
	}
}

const kindsOf = (findings: readonly { kind: string }[]) => findings.map(({ kind }) => kind);

/** A log that needs more than one stretch. */
async function longLog(): Promise<Log> {
	const log = await aLog('servanda');
	valueOf(await log.importEvents({ events: recordedElsewhere(someEvents(9500)) }));
	return log;
}

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
});

describe('verifyStretch', () => {
	it('keeps what it came to, and of which head', async () => {
		const log = await aLog('servanda');
		await record(log, anEvent(), anEvent());
		const { findings, position, hash, events, seen } = await verify(log);
		expect({ findings, position, hash, events, seen }).toEqual({
			findings: [],
			position: 1,
			hash: valueOf(await log.head()).hash,
			events: 2,
			seen: 2
		});
		expect(valueOf(await readVerification(log.device))?.complete?.hash).toBe(hash);
	});

	it('goes on after the app was closed, and loses no more than one stretch', async () => {
		const first = await longLog();
		const put = valueOf(await verifyStretch(first, {}));
		expect(put.done).toBe(false);
		expect(put.kept.verification.events).toBe(8000);
		first.close();
		const { seen, findings, stretches, kept } = await verify(await aLog('servanda'));
		expect({ seen, findings, stretches }).toEqual({ seen: 9500, findings: [], stretches: 1 });
		expect(kept.since).toBe(put.kept.since);
	});

	it('looks only at what is new when it has seen the rest', async () => {
		const log = await longLog();
		const before = await verify(log);
		await record(log, anEvent());
		const { seen, stretches, kept } = await verify(log);
		expect({ seen, stretches }).toEqual({ seen: 9501, stretches: 1 });
		expect(kept.since).toBe(before.kept.since);
	});

	it('looks at everything again when asked to', async () => {
		const log = await longLog();
		await verify(log);
		expect((await verify(log, { fromTheBeginning: true })).stretches).toBe(2);
	});

	it('finds nothing after the worked example was removed and opened again', async () => {
		const log = await aLog('servanda');
		await record(log, anEvent({ stream: 'CRPD/EU/1' }));
		const events = recordedElsewhere([anEvent(), anEvent()]);
		valueOf(await log.append({ events, expected: 1, origin: 'workedExample' }));
		expect((await verify(log)).findings).toEqual([]);
		await log.removeWorkedExample();
		const { position } = valueOf(await log.head());
		valueOf(await log.append({ events, expected: position, origin: 'workedExample' }));
		expect(await verify(log)).toMatchObject({ findings: [], seen: 3, events: 3 });
	});

	it('finds nothing after a content was taken out, and counts it', async () => {
		const log = await aLog('servanda');
		const [event] = await record(log, anEvent());
		await verify(log);
		await redact(log, event!);
		const { findings, chains } = await verify(log, { fromTheBeginning: true });
		expect(findings).toEqual([]);
		expect(chains[event!.replica]).toMatchObject({ redacted: 1 });
	});

	it('keeps of a changed event that it was, and nothing of what it says', async () => {
		const log = await aLog('servanda');
		await record(log, anEvent({ data: { sections: [], remark: 'a name that must go one day' } }));
		await tamper('commits', (store, [commit]) =>
			store.put(JSON.parse(JSON.stringify(commit).replace('2024-01-17', '2024-01-18')))
		);
		const { findings, kept } = await verify(log);
		expect(kindsOf(findings)).toEqual(['changed']);
		expect(findings[0]).toMatchObject({ event: { on: '2024-01-18', data: {}, source: null } });
		expect(JSON.stringify(kept)).not.toContain('a name');
	});

	it('looks at everything before it tells of something found in what is new', async () => {
		const log = await aLog('servanda');
		await record(log, anEvent());
		await verify(log);
		const [event] = await record(log, anEvent());
		await tamper('commits', (store, all) =>
			store.put(JSON.parse(JSON.stringify(all[1]).replace('2024-01-17', '2024-01-18')))
		);
		const { stretches, findings } = await verify(log);
		expect({ stretches, kinds: kindsOf(findings) }).toEqual({ stretches: 2, kinds: ['changed'] });
		expect(findings[0]).toMatchObject({ event: { id: event!.id } });
	});

	it('finds a commit that was dropped from the middle', async () => {
		const log = await aLog('servanda');
		for (let commit = 0; commit < 3; commit += 1) await record(log, anEvent());
		await tamper('commits', (store) => store.delete(2));
		expect(kindsOf((await verify(log)).findings)).toEqual(['broken']);
	});

	it('finds that the end was cut off since it was verified, until somebody says that they know', async () => {
		const log = await aLog('servanda');
		await record(log, anEvent());
		await record(log, anEvent());
		const { at } = await verify(log);
		await tamper('commits', (store) => store.delete(2));
		const notContinued = { kind: 'notContinued', position: 2, at };
		expect((await verify(log, { fromTheBeginning: true })).findings).toEqual([notContinued]);
		expect((await verify(await aLog('servanda'))).findings).toEqual([notContinued]);
		expect((await verify(log, { acceptHead: true })).findings).toEqual([]);
		expect((await verify(log)).findings).toEqual([]);
	});

	it('finds that the end was replaced by another', async () => {
		const log = await aLog('servanda');
		await record(log, anEvent());
		await record(log, anEvent());
		await verify(log);
		await tamper('commits', (store) => store.delete(2));
		await record(await aLog('servanda'), anEvent());
		expect(kindsOf((await verify(log)).findings)).toEqual(['notContinued']);
	});
});

describe('dueVerification', () => {
	const head = { position: 10, events: 10, redacted: [] };
	const kept = (changes: Partial<KeptVerification['complete'] & object> = {}): KeptVerification => ({
		form: 1,
		verification: { segment: 0, position: 10, hash: '', events: 10, unlinked: 0, chains: {}, findings: [] },
		since: '2026-11-01T00:00:00.000Z',
		head: 'a',
		steady: true,
		done: true,
		complete: {
			at: '2026-11-10T00:00:00.000Z',
			since: '2026-11-01T00:00:00.000Z',
			position: 10,
			hash: 'a',
			events: 10,
			seen: 10,
			unlinked: 0,
			redacted: 0,
			chains: {},
			findings: [],
			...changes
		},
		known: null
	});
	const noon = '2026-11-10T12:00:00.000Z';

	it.each([
		['an empty log', null, { ...head, events: 0 }, 'nothing'],
		['a log that never was', null, head, 'everything'],
		['one verified this morning', kept(), head, 'nothing'],
		['one with a few commits since', kept(), { ...head, position: 60 }, 'nothing'],
		['one with many commits since', kept(), { ...head, position: 61 }, 'whatIsNew'],
		['one verified two days ago', kept({ at: '2026-11-08T00:00:00.000Z' }), head, 'whatIsNew'],
		['one begun over a month ago', kept({ since: '2026-10-01T00:00:00.000Z' }), head, 'everything'],
		['one with a content taken out since', kept(), { ...head, redacted: ['an id'] }, 'everything'],
		['one put down half way', { ...kept(), done: false }, head, 'whatIsNew']
	] as const)('of %s', (_, before, now, due) => {
		expect(dueVerification(before, { ...now, redacted: [...now.redacted] }, noon)).toBe(due);
	});
});
