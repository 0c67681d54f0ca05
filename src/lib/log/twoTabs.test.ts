import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '#lib/envelope/envelope.ts';
import type { NewEvent } from '#lib/envelope/same.ts';
import { aLog, anEvent, everythingIn, valueOf } from './fixtures.ts';
import type { Log } from './index.ts';

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
		/** Looks, decides, records; where the stream moved meanwhile it looks again. */
		async function recordPatiently(log: Log, events: NewEvent[], between: number): Promise<void> {
			const expected = valueOf(await log.heads());
			await turns(between);
			const result = await log.append({ events, expected });
			if (result.ok) return;
			expect(result.error.kind).toBe('streamMoved');
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
					expect(one!.position).toBe(recorded.length);
					expect(one!.events.map(({ id }) => id).sort()).toEqual(
						recorded
							.flat()
							.map(({ id }) => id)
							.sort()
					);
					for (const stream of streams) {
						const versions = one!.events
							.filter((event) => event.stream === stream)
							.map(({ version }) => version);
						expect(versions).toEqual(versions.map((_, index) => index + 1));
						expect(one!.heads[stream] ?? 0).toBe(versions.length);
					}
					tabs.forEach(({ log }) => log.close());
				}
			),
			{ numRuns: 150 }
		);
		expect(moved, 'the tabs did get in each other’s way').toBeGreaterThan(20);
	});

	it('let exactly one of many appends win that expect the same version', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(fc.boolean(), fc.nat(15)), { minLength: 2, maxLength: 6 }),
				async (attempts) => {
					const name = newId();
					const [left, right] = [await aLog(name), await aLog(name)];
					const results = await Promise.all(
						attempts.map(async ([isLeft, wait]) => {
							await turns(wait);
							return (isLeft ? left : right).append({ events: [anEvent()], expected: { 'CMW/AZE/3': 0 } });
						})
					);
					expect(results.filter(({ ok }) => ok)).toHaveLength(1);
					for (const result of results)
						if (!result.ok)
							expect(result.error).toEqual({
								kind: 'streamMoved',
								stream: 'CMW/AZE/3',
								expected: 0,
								actual: 1
							});
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
		const commit = { events: [anEvent(), anEvent()], expected: {} };
		const results = await Promise.all([left.append(commit), right.append(commit), left.append(commit)]);
		expect(new Set(results.map((result) => JSON.stringify(valueOf(result)))).size).toBe(1);
		expect((await everythingIn(right)).events).toHaveLength(2);
	});
});
