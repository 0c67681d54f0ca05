import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { packOutlines } from '#lib/cycle/outline/packed.ts';
import type { Proposal } from '#lib/cycle/gate.ts';
import { newId } from '#lib/envelope/envelope.ts';
import { openLog, type Log } from '#lib/log/index.ts';
import { FoldedLog } from './foldedLog.ts';
import { toKept } from './kept.ts';
import { outlinesNow } from './outlinesNow.ts';
import { refold } from './refold.ts';
import { inline } from './testing/inline.ts';
import { workedExample, workedExampleStream } from './workedExample.ts';

/** A projection of a log in which nothing stands. */
const nothing = JSON.stringify({ cycles: packOutlines([]), failures: [], damaged: [] });
const identity = { by: 'The desk', replica: newId() };

async function aLog(): Promise<Log> {
	globalThis.indexedDB = new IDBFactory();
	const log = await openLog();
	if (!log.ok) throw new Error(log.error.kind);
	return log.value;
}

/** What the log comes to if everything is folded from the beginning. */
async function foldedAnew(log: Log) {
	const projection = await refold(log, () => {});
	if (!projection.ok) throw new Error(projection.error.kind);
	return projection.value;
}

const byStream = (map: ReadonlyMap<string, unknown>) =>
	Object.fromEntries([...map].sort(([one], [other]) => (one < other ? -1 : 1)));

async function expectTruth(log: Log): Promise<void> {
	const now = await outlinesNow(log);
	if (!now.ok) throw new Error(now.error.kind);
	expect(byStream(now.value)).toEqual(byStream((await foldedAnew(log)).outlines));
}

const step = fc.oneof(
	{
		weight: 5,
		arbitrary: fc.record({
			kind: fc.constant('record' as const),
			stream: fc.constantFrom('CMW/AZE/3', 'CMW/AZE/4', 'CCPR/FRA/6'),
			type: fc.constantFrom('ConcludingObservationsAdopted', 'DialogueHeld', 'CommentsReceived'),
			day: fc.integer({ min: 10, max: 28 })
		})
	},
	// The whole is kept anew, parts are not kept for a while, nothing is, or what was made of another log is.
	{
		weight: 4,
		arbitrary: fc.constantFrom(
			...(['keep', 'loseParts', 'keepParts', 'forget', 'keepOdd', 'example', 'removeExample'] as const)
		)
	}
);

async function take(
	one: typeof step extends fc.Arbitrary<infer Step> ? Step : never,
	log: Log,
	page: FoldedLog
) {
	if (typeof one !== 'string') {
		const on = `2021-10-${one.day}`;
		const data = one.type === 'DialogueHeld' ? { dates: [on] } : {};
		const type = one.type as Proposal['type'];
		await page.record([{ stream: one.stream, type, on, data, source: null }], identity, true);
	} else if (one === 'keep') await log.cache.set(toKept(await foldedAnew(log)));
	else if (one === 'loseParts')
		vi.spyOn(log.cache, 'setParts').mockResolvedValue({ ok: true, value: undefined });
	else if (one === 'keepParts') vi.restoreAllMocks();
	else if (one === 'forget') await log.cache.set(undefined);
	else if (one === 'keepOdd')
		await log.cache.set({ ...toKept(await foldedAnew(log)), hash: 'another', json: nothing });
	else if (one === 'removeExample') await log.removeWorkedExample();
	else {
		const { position, workedExample: known } = await headOf(log);
		const events = workedExample.map((event) => ({ ...event, stream: 'CMW/MEX/3' }));
		if (known.length === 0) await log.append({ events, expected: position, origin: 'workedExample' });
	}
}

async function headOf(log: Log) {
	const head = await log.head();
	if (!head.ok) throw new Error(head.error.kind);
	return head.value;
}

describe('how every cycle stands, for one who looks once', () => {
	test('is what everything comes to, whatever was recorded and kept of it', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
				const log = await aLog();
				const page = new FoldedLog(log, inline(log));
				await page.open(() => {});
				for (const one of steps) {
					await take(one, log, page);
					await page.catchUp();
					await expectTruth(log);
				}
				vi.restoreAllMocks();
				log.close();
			}),
			{ numRuns: 60 }
		);
	}, 60_000);

	test('reads of what was kept only what changed since, and keeps nothing', async () => {
		const log = await aLog();
		const page = new FoldedLog(log, inline(log));
		await page.open(() => {});
		await log.append({ events: workedExample, expected: 0, origin: 'workedExample' });
		await log.cache.set(toKept(await foldedAnew(log)));
		vi.spyOn(log.cache, 'setParts').mockResolvedValue({ ok: true, value: undefined });
		const adoption = {
			type: 'ConcludingObservationsAdopted',
			on: '2021-10-08',
			data: {},
			source: null
		} as const;
		await page.record([{ ...adoption, stream: 'CCPR/FRA/6' }], identity, true);
		const [everything, streams, keeping, keepingParts] = [
			vi.spyOn(log, 'readAll'),
			vi.spyOn(log, 'readStreams'),
			vi.spyOn(log.cache, 'set'),
			vi.spyOn(log.cache, 'setParts').mockClear()
		];
		const now = await outlinesNow(log);
		expect(now.ok && [...now.value.keys()].sort()).toEqual(['CCPR/FRA/6', workedExampleStream]);
		expect(streams.mock.calls.map(([asked]) => [...asked])).toEqual([['CCPR/FRA/6']]);
		for (const one of [everything, keeping, keepingParts]) expect(one).not.toHaveBeenCalled();
	});

	test('is refused where the log is', async () => {
		const log = await aLog();
		log.close();
		expect(await outlinesNow(log)).toEqual({ ok: false, error: { kind: 'closed' } });
	});
});
