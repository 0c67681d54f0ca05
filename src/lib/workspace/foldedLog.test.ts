import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Proposal } from '#lib/cycle/gate.ts';
import { newId } from '#lib/envelope/envelope.ts';
import { openLog, type Log } from '#lib/log/index.ts';
import { passageOf } from './recording/passage.ts';
import { FoldedLog } from './foldedLog.ts';
import { refold } from './refold.ts';
import { inline } from './testing/inline.ts';
import { workedExample, workedExampleStream } from './workedExample.ts';

const identity = { by: 'The desk', replica: newId() };
const silently = () => {};

const fact = (stream: string, type: Proposal['type'], on: string, data: object = {}): Proposal => ({
	stream,
	type,
	on,
	data: { ...data },
	source: null
});
const adoption = (stream: string, on = '2021-10-08') => fact(stream, 'ConcludingObservationsAdopted', on);

async function aLog(): Promise<Log> {
	const log = await openLog();
	if (!log.ok) throw new Error(log.error.kind);
	return log.value;
}

/** A tab of its own: with a connection of its own, and told how often everything is folded. */
async function aTab() {
	const log = await aLog();
	const background = inline(log);
	const folded = new FoldedLog(log, background);
	const everything = vi.spyOn(background, 'run');
	const streams = vi.spyOn(log, 'readStreams');
	const open = await folded.open(silently);
	if (!open.ok) throw new Error(open.error.kind);
	return { log, folded, everything, streams };
}

async function record(folded: FoldedLog, ...proposals: Proposal[]) {
	const recorded = await folded.record(proposals, identity, false);
	if (!recorded.ok) throw new Error(JSON.stringify(recorded.error));
	return recorded.value;
}

/** What the log comes to if everything is folded from the beginning. */
async function foldedAnew(log: Log) {
	const projection = await refold(log, silently);
	if (!projection.ok) throw new Error(projection.error.kind);
	return projection.value;
}

const byStream = (map: ReadonlyMap<string, unknown>) =>
	Object.fromEntries([...map].sort(([one], [other]) => (one < other ? -1 : 1)));

async function expectTruth(tab: { log: Log; folded: FoldedLog }) {
	const { outlines, failures, position, hash } = await foldedAnew(tab.log);
	const known = tab.folded.projection;
	expect(byStream(known.outlines)).toEqual(byStream(outlines));
	expect(byStream(known.failures)).toEqual(byStream(failures));
	expect([known.position, known.hash]).toEqual([position, hash]);
}

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
});

/** A log with three cycles, all of it kept folded. */
async function keptLog() {
	const first = await aTab();
	await record(first.folded, adoption('CMW/AZE/3'));
	await record(first.folded, adoption('CCPR/FRA/6'));
	await record(first.folded, adoption('CMW/MEX/3'));
	await first.log.cache.set(undefined);
	const second = await aTab();
	expect(second.everything).toHaveBeenCalledTimes(1);
}

describe('the next start', () => {
	test('takes what was kept, and reads nothing else', async () => {
		await keptLog();
		const tab = await aTab();
		expect(tab.everything).not.toHaveBeenCalled();
		expect(tab.streams).not.toHaveBeenCalled();
		await expectTruth(tab);
	});

	test('takes what was folded anew since, cycle by cycle, and reads nothing else', async () => {
		await keptLog();
		await record((await aTab()).folded, fact('CMW/AZE/3', 'CommentsReceived', '2022-01-01'));
		const tab = await aTab();
		expect(tab.everything).not.toHaveBeenCalled();
		expect(tab.streams).not.toHaveBeenCalled();
		expect(tab.folded.projection.position).toBe(4);
		await expectTruth(tab);
	});

	test('folds the cycles of which that was not kept, and only those', async () => {
		await keptLog();
		const before = await aTab();
		before.log.cache.setParts = async () => ({ ok: true, value: undefined });
		await record(before.folded, fact('CMW/AZE/3', 'CommentsReceived', '2022-01-01'));
		const tab = await aTab();
		expect(tab.everything).not.toHaveBeenCalled();
		expect(tab.streams.mock.calls).toEqual([[new Set(['CMW/AZE/3']), 4]]);
		await expectTruth(tab);
	});

	test('does not take a cycle that was kept before something more was recorded in it', async () => {
		await keptLog();
		const before = await aTab();
		await record(before.folded, fact('CMW/AZE/3', 'CommentsReceived', '2022-01-01'));
		before.log.cache.setParts = async () => ({ ok: true, value: undefined });
		await record(before.folded, fact('CMW/AZE/3', 'CommentsReceived', '2022-02-02'));
		await expectTruth(await aTab());
	});

	test('does not look at what other code or other procedures have made', async () => {
		await keptLog();
		const log = await aLog();
		const cached = await log.cache.get();
		if (!cached.ok) throw new Error(cached.error.kind);
		const whole = cached.value.whole as { json: string };
		await log.cache.set({
			...whole,
			json: '{"cycles":{"states":[],"outlines":[]},"failures":[],"damaged":[]}',
			fingerprint: 'another'
		});
		const tab = await aTab();
		expect(tab.everything).toHaveBeenCalledTimes(1);
		await expectTruth(tab);
	});

	test('does not look at what was made of another log', async () => {
		await keptLog();
		const log = await aLog();
		const cached = await log.cache.get();
		if (!cached.ok) throw new Error(cached.error.kind);
		await log.cache.set({ ...(cached.value.whole as object), hash: 'another' });
		const tab = await aTab();
		expect(tab.everything).toHaveBeenCalledTimes(1);
		await expectTruth(tab);
	});

	test('forgets what was kept of an event whose content was taken out', async () => {
		await keptLog();
		const before = await aTab();
		const [event] = await record(
			before.folded,
			fact('CMW/AZE/3', 'FollowUpRequested', '2021-10-08', {
				units: ['16'],
				deadline: { kind: 'exact', due: '2023-11-01', basis: 'stated' }
			})
		);
		await record(
			before.folded,
			fact('CMW/AZE/3', 'RecordRedacted', '2026-01-01', { event: event!.id, reason: 'a name' })
		);
		const tab = await aTab();
		expect(tab.folded.projection.outlines.get('CMW/AZE/3')?.obligations).toEqual([]);
		await expectTruth(tab);
	});
});

describe('two tabs', () => {
	test('see what the other removed', async () => {
		const [one, other] = [await aTab(), await aTab()];
		await one.log.append({ events: workedExample, expected: 0, origin: 'workedExample' });
		await other.folded.catchUp();
		expect(other.folded.projection.outlines.has(workedExampleStream)).toBe(true);
		await one.log.removeWorkedExample();
		await other.folded.catchUp();
		expect(other.folded.projection.outlines.has(workedExampleStream)).toBe(false);
	});

	test('ask the gate again when the other was quicker', async () => {
		const [one, other] = [await aTab(), await aTab()];
		await record(one.folded, adoption('CMW/AZE/3'));
		const again = await other.folded.record([adoption('CMW/AZE/3')], identity, false);
		expect(again).toMatchObject({ ok: false, error: { kind: 'alreadyRecorded' } });
	});
});

describe('what is much', () => {
	const streams = Array.from({ length: 130 }, (_, place) => `CMW/AZE/${place + 3}`);
	const some = streams.slice(0, 60);

	/** A tab with many cycles, and a passage that tells of fewer than half of them. */
	async function aLongPassage() {
		const tab = await aTab();
		for (const part of [streams.slice(0, 40), streams.slice(40, 80), streams.slice(80)])
			await record(tab.folded, ...part.map((stream) => adoption(stream)));
		tab.everything.mockClear();
		const comments = some.map((stream) => fact(stream, 'CommentsReceived', '2022-01-01'));
		return { ...tab, recorded: await record(tab.folded, ...comments) };
	}

	test('is recorded and folded in a thread of its own, and is what it would be here', async () => {
		const tab = await aLongPassage();
		expect(tab.everything.mock.calls.map(([name]) => name)).toEqual(['record', 'foldAndKeep']);
		expect(tab.recorded.map(({ stream }) => stream)).toEqual(some);
		await expectTruth(tab);
	});

	test('is checked and taken back there, the last first', async () => {
		const { folded, recorded, everything } = await aLongPassage();
		everything.mockClear();
		const refusals = await folded.check(
			some.map((stream) => fact(stream, 'CommentsReceived', '2022-01-01')),
			identity
		);
		expect(refusals.ok && refusals.value.map((refusal) => refusal?.kind)).toEqual(
			some.map(() => 'alreadyRecorded')
		);
		const withdrawals = await folded.withdrawals(recorded);
		expect(withdrawals.ok && withdrawals.value).toEqual(passageOf(recorded).toReversed());
		expect(everything.mock.calls.map(([name]) => name)).toEqual(['check', 'withdrawals']);
	});

	test('is kept in one piece once there is enough of it beside the whole', async () => {
		const tab = await aLongPassage();
		for (const day of ['02', '03', '04'])
			await record(tab.folded, ...some.map((stream) => fact(stream, 'CommentsReceived', `2022-01-${day}`)));
		await tab.folded.tidy();
		const cached = await tab.log.cache.get();
		expect(cached.ok && cached.value.parts.size).toBe(0);
		await expectTruth(tab);
		const next = await aTab();
		expect(next.everything).not.toHaveBeenCalled();
		expect(next.streams).not.toHaveBeenCalled();
		await expectTruth(next);
	});
});

test('whatever is recorded, tidied, reopened or done in another tab: what is shown is what everything comes to', async () => {
	const streams = ['CMW/AZE/3', 'CMW/AZE/4', 'CCPR/FRA/6'] as const;
	const step = fc.oneof(
		{
			weight: 6,
			arbitrary: fc.record({
				kind: fc.constant('record' as const),
				tab: fc.nat(1),
				stream: fc.constantFrom(...streams),
				type: fc.constantFrom('ConcludingObservationsAdopted', 'DialogueHeld', 'CommentsReceived'),
				day: fc.integer({ min: 10, max: 28 })
			})
		},
		{ weight: 1, arbitrary: fc.constant({ kind: 'example' as const }) },
		{ weight: 1, arbitrary: fc.constant({ kind: 'removeExample' as const }) },
		{ weight: 1, arbitrary: fc.constant({ kind: 'keep' as const }) },
		{ weight: 2, arbitrary: fc.constant({ kind: 'reopen' as const }) }
	);
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
			globalThis.indexedDB = new IDBFactory();
			let tabs = [await aTab(), await aTab()];
			for (const one of steps) {
				if (one.kind === 'record') {
					const on = `2021-10-${one.day}`;
					const data = one.type === 'DialogueHeld' ? { dates: [on] } : {};
					const type = one.type as Proposal['type'];
					await tabs[one.tab]!.folded.record([fact(one.stream, type, on, data)], identity, true);
				} else if (one.kind === 'example') {
					const head = await tabs[0]!.log.head();
					if (head.ok && head.value.workedExample.length === 0)
						await tabs[0]!.log.append({
							events: workedExample.map((event) => ({ ...event, stream: 'CMW/MEX/3' })),
							expected: head.value.position,
							origin: 'workedExample'
						});
				} else if (one.kind === 'removeExample') await tabs[0]!.log.removeWorkedExample();
				else if (one.kind === 'keep') await tabs[0]!.log.cache.set(undefined);
				else {
					tabs.forEach(({ log }) => log.close());
					tabs = [await aTab(), await aTab()];
				}
				for (const tab of tabs) {
					await tab.folded.catchUp();
					await expectTruth(tab);
				}
			}
			tabs.forEach(({ log }) => log.close());
		}),
		{ numRuns: 60 }
	);
}, 60_000);
