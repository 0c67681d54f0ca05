import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { newId, type NewEvent } from '#lib/envelope/envelope.ts';
import { aLog, anEvent, everythingIn, here, idsOf, valueOf, verified } from './fixtures.ts';
import type { Log } from './index.ts';

// For a machine that is busy with other things.
vi.setConfig({ testTimeout: 30_000 });

const streams = ['CMW/AZE/3', 'CRPD/EU/1'] as const;

/** What one tab does: it waits so many turns of the event loop, looks, waits again, and records in these streams. */
const step = fc.record({
	before: fc.nat(12),
	between: fc.nat(12),
	streams: fc.array(fc.constantFrom(...streams), { minLength: 1, maxLength: 3 })
});

async function turns(count: number): Promise<void> {
	for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}

describe('two tabs on one database', () => {
	it('lose nothing and write nothing twice, however they interleave', async () => {
		let moved = 0;
		/** Looks, decides, records; where the log moved meanwhile it looks again. */
		async function recordPatiently(log: Log, events: NewEvent[], between: number): Promise<void> {
			const { position } = valueOf(await log.head());
			await turns(between);
			const result = await log.append({ events, expected: position });
			if (result.ok) return;
			expect(result.error.kind).toBe('logMoved');
			moved++;
			await recordPatiently(log, events, between);
		}
		await fc.assert(
			fc.asyncProperty(
				fc.array(step, { maxLength: 6 }),
				fc.array(step, { maxLength: 6 }),
				async (left, right) => {
					const name = newId();
					const tabs = [
						{ log: await aLog(name), steps: left },
						{ log: await aLog(name), steps: right }
					];
					const recorded: NewEvent[][] = [];
					await Promise.all(
						tabs.map(async ({ log, steps }) => {
							for (const { before, between, streams } of steps) {
								const events = streams.map((stream) => anEvent({ stream }));
								recorded.push(events);
								await turns(before);
								await recordPatiently(log, events, between);
							}
						})
					);
					const [one, other] = await Promise.all(tabs.map(({ log }) => everythingIn(log)));
					expect(other).toEqual(one);
					const { events, head } = one!;
					expect(head.position).toBe(recorded.length);
					expect(idsOf(events).sort()).toEqual(idsOf(recorded.flat()).sort());
					// They are one installation with one chain: it has no gap and no fork.
					expect(events.map(({ link }) => link?.sequence)).toEqual(events.map((_, index) => index + 1));
					expect(head.chains[here]?.sequence ?? 0).toBe(events.length);
					expect((await verified(tabs[0]!.log)).findings).toEqual([]);
					tabs.forEach(({ log }) => log.close());
				}
			),
			{ numRuns: 150 }
		);
		expect(moved, 'the tabs did get in each other’s way').toBeGreaterThan(20);
	});

	it('let exactly one of many appends win that expect the same position', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(fc.boolean(), fc.nat(15)), { minLength: 2, maxLength: 6 }),
				async (attempts) => {
					const name = newId();
					const [left, right] = [await aLog(name), await aLog(name)];
					const results = await Promise.all(
						attempts.map(async ([isLeft, wait]) => {
							await turns(wait);
							return (isLeft ? left : right).append({ events: [anEvent()], expected: 0 });
						})
					);
					expect(results.filter(({ ok }) => ok)).toHaveLength(1);
					for (const result of results)
						if (!result.ok) expect(result.error).toEqual({ kind: 'logMoved', expected: 0, actual: 1 });
					expect((await everythingIn(right)).events).toHaveLength(1);
					left.close();
					right.close();
				}
			),
			{ numRuns: 100 }
		);
	});

	it('record the same commit once when both send it', async () => {
		const [left, right] = [await aLog('same'), await aLog('same')];
		const commit = { events: [anEvent(), anEvent()], expected: 0 };
		const results = await Promise.all([left.append(commit), right.append(commit), left.append(commit)]);
		expect(new Set(results.map((result) => JSON.stringify(valueOf(result)))).size).toBe(1);
		expect((await everythingIn(right)).events).toHaveLength(2);
	});
});
