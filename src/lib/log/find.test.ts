import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { aLog, anEvent, record, someEvents, valueOf } from './fixtures.ts';
import { segmentSize } from './segment.ts';

describe('findHash', () => {
	it('finds the hash of an event, and of the log after each commit', async () => {
		const log = await aLog();
		const [first] = await record(log, anEvent());
		const { hash } = valueOf(await log.head());
		await record(log, anEvent());
		expect(valueOf(await log.findHash(hash))).toEqual({ kind: 'commit', position: 1 });
		expect(valueOf(await log.findHash(first!.link!.hash))).toEqual({
			kind: 'event',
			position: 1,
			event: first
		});
		expect(valueOf(await log.findHash('0'.repeat(64)))).toBeUndefined();
	});

	it('finds them also where they are packed', async () => {
		const log = await aLog();
		const [first] = await record(log, ...someEvents(segmentSize));
		const { hash } = valueOf(await log.head());
		await log.tidy();
		expect(valueOf(await log.head()).segments).toBe(1);
		expect(valueOf(await log.findHash(hash))).toEqual({ kind: 'commit', position: 1 });
		expect(valueOf(await log.findHash(first!.link!.hash))).toMatchObject({ kind: 'event', event: first });
	});

	it('says what became of the events of a removed worked example', async () => {
		const log = await aLog();
		const { events } = valueOf(
			await log.append({ events: [anEvent()], expected: 0, origin: 'workedExample' })
		);
		await log.removeWorkedExample();
		expect(valueOf(await log.findHash(events[0]!.link!.hash))).toEqual({ kind: 'removed', position: 1 });
	});
});
