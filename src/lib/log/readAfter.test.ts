import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { aLog, anEvent, record, recordedElsewhere, redact, someEvents, valueOf } from './fixtures.ts';
import type { Log } from './index.ts';
import { segmentSize } from './segment.ts';

// For a machine that is busy with other things.
vi.setConfig({ testTimeout: 30_000 });

/** What came after each position of a log, held against what was recorded there. */
async function expectEachPlace(log: Log, recorded: readonly { hash: string; events: readonly Envelope[] }[]) {
	const head = valueOf(await log.head());
	for (const [position, { hash }] of [{ hash: '' }, ...recorded].entries()) {
		const changed = new Map(
			recorded
				.slice(position)
				.flatMap(({ events }, index) => events.map(({ stream }) => [stream, position + 1 + index] as const))
		);
		const recent = valueOf(await log.readAfter(position));
		expect(recent, `after ${position}`).toEqual({ head, hash, changed, damaged: [] });
	}
	for (const nowhere of [-1, 0.5, head.position + 1, head.position + 100])
		expect(valueOf(await log.readAfter(nowhere)), `after ${nowhere}`).toBeUndefined();
}

describe('readAfter', () => {
	it('tells of a new log that nothing changed', async () => {
		await expectEachPlace(await aLog(), []);
	});

	it('tells at each place of the tail which streams changed since, and when they last did', async () => {
		const log = await aLog();
		const recorded = [];
		for (const streams of [['CMW/AZE/3', 'CRPD/EU/1'], ['CMW/AZE/3'], ['CED/FRA/1'], ['CRPD/EU/1']]) {
			const events = await record(log, ...streams.map((stream) => anEvent({ stream })));
			recorded.push({ hash: valueOf(await log.head()).hash, events });
		}
		await expectEachPlace(log, recorded);
	});

	it('tells the same at each place in segments and across them', async () => {
		const log = await aLog();
		const recorded: { hash: string; events: readonly Envelope[] }[] = [];
		const push = async (events: Envelope[]) =>
			recorded.push({ hash: valueOf(await log.head()).hash, events });
		for (let segment = 0; segment < 3; segment += 1) {
			await push(await record(log, anEvent({ stream: 'CED/FRA/1' })));
			await push(await record(log, ...someEvents(segmentSize)));
			valueOf(await log.tidy());
			await push([]);
		}
		await push(await record(log, anEvent({ stream: 'CRPD/EU/1' })));
		expect(valueOf(await log.head()).segments).toBeGreaterThan(4);
		await expectEachPlace(log, recorded);
	});

	it('tells which streams a redaction and a removal touched', async () => {
		const log = await aLog();
		const [said] = await record(log, anEvent({ stream: 'CED/FRA/1' }));
		const example = recordedElsewhere([anEvent({ stream: 'CMW/AZE/3' }), anEvent({ stream: 'CMW/AZE/4' })]);
		valueOf(await log.append({ events: example, expected: 1, origin: 'workedExample' }));
		await redact(log, said!);
		valueOf(await log.removeWorkedExample());
		expect(valueOf(await log.readAfter(2))?.changed).toEqual(
			new Map([
				['CED/FRA/1', 3],
				['CMW/AZE/3', 4],
				['CMW/AZE/4', 4]
			])
		);
		expect(valueOf(await log.readAfter(0))?.changed.get('CMW/AZE/4')).toBe(4);
	});

	it('still knows them once they are packed', async () => {
		const log = await aLog();
		const [said] = await record(log, anEvent({ stream: 'CED/FRA/1' }));
		await redact(log, { id: said!.id, stream: 'CRPD/EU/1' });
		await record(log, ...someEvents(segmentSize));
		valueOf(await log.tidy());
		expect(valueOf(await log.readAfter(1))?.changed.get('CED/FRA/1')).toBe(2);
	});

	it('gives nothing where that is long ago', async () => {
		const log = await aLog('long ago');
		await record(log, anEvent());
		valueOf(await log.importEvents({ events: recordedElsewhere(someEvents(17 * segmentSize)) }));
		expect(valueOf(await log.readAfter(1))).toBeUndefined();
		const segments = await (await openDB('long ago')).getAll('segments');
		// Sixteen segments are worth reading to know it, and not one more.
		expect(valueOf(await log.readAfter(segments.at(-16).first))?.changed.size).toBe(7);
		expect(valueOf(await log.readAfter(segments.at(-17).first))).toBeUndefined();
	});

	it('gives nothing where a segment on the way cannot be read', async () => {
		const log = await aLog('unreadable');
		valueOf(await log.importEvents({ events: recordedElsewhere(someEvents(2 * segmentSize)) }));
		await record(log, anEvent());
		const database = await openDB('unreadable');
		await database.put('segments', { ...(await database.get('segments', 2)), commits: 'gone' }, 2);
		database.close();
		expect(valueOf(await log.readAfter(1))).toBeUndefined();
		expect(valueOf(await log.readAfter(3))?.changed.size).toBe(1);
	});
});
