import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import {
	aLog,
	anEvent,
	elsewhere,
	everythingIn,
	here,
	idsOf,
	record,
	recordedElsewhere,
	someEvents,
	valueOf,
	verified
} from './fixtures.ts';
import { newVerification, type Log } from './index.ts';
import { newHead } from './schema.ts';
import { segmentSize } from './segment.ts';

const example = recordedElsewhere([
	anEvent({ stream: 'CMW/AZE/3' }),
	anEvent({ stream: 'CMW/AZE/3' }),
	anEvent({ stream: 'CMW/AZE/4' })
]);
const streams = ['CMW/AZE/3', 'CMW/AZE/4'];

async function load(log: Log): Promise<number> {
	const { position } = valueOf(await log.head());
	const loaded = await log.append({ events: example, expected: position, origin: 'workedExample' });
	return valueOf(loaded).head.position;
}

/** A long history elsewhere in the log, so that the tail is packed. */
async function pack(log: Log): Promise<void> {
	await record(log, ...someEvents(segmentSize, { stream: 'CRPD/EU/2' }));
	valueOf(await log.tidy());
	expect(valueOf(await log.head()).tail).toBe(0);
}

describe('the worked example', () => {
	it('is told from what a person recorded', async () => {
		const log = await aLog();
		await record(log, anEvent({ stream: 'CRPD/EU/1' }));
		await load(log);
		expect(valueOf(await log.head())).toMatchObject({ workedExample: streams, events: 4 });
		await record(log, anEvent({ stream: 'CRPD/EU/1' }));
		expect(valueOf(await log.head()).workedExample).toEqual(streams);
	});

	it.each([
		{ where: 'in the tail', packed: false },
		{ where: 'in a segment', packed: true }
	])('is removed whole $where, and nothing else is', async ({ packed }) => {
		const log = await aLog();
		const [first] = await record(log, anEvent({ stream: 'CRPD/EU/1' }));
		await load(log);
		await record(log, anEvent({ stream: 'CRPD/EU/1' }));
		if (packed) await pack(log);
		const before = await everythingIn(log);

		const position = before.head.position + 1;
		expect(valueOf(await log.removeWorkedExample())).toEqual({ position, events: 3 });
		const after = await everythingIn(log);
		expect(after.events).toEqual(before.events.filter(({ replica }) => replica === here));
		expect(after.head).toEqual({
			...before.head,
			position,
			hash: expect.not.stringContaining(before.head.hash),
			events: before.head.events - 3,
			tail: packed ? 0 : 2,
			chains: { [here]: before.head.chains[here] },
			workedExample: []
		});
		expect(valueOf(await log.readStreams(streams))).toEqual([]);
		expect([...valueOf(await log.readAfter(position - 1))!.changed]).toEqual(
			streams.map((stream) => [stream, position])
		);
		const [next] = await record(log, anEvent());
		const mine = after.events.length;
		expect(next!.link).toMatchObject({ sequence: mine + 1 });
		expect(first!.link!.sequence).toBe(1);
		expect((await verified(log)).findings).toEqual([]);
	});

	it('takes with it what was folded of it', async () => {
		const log = await aLog();
		await load(log);
		valueOf(await log.cache.set('folded'));
		valueOf(await log.removeWorkedExample());
		expect(valueOf(await log.cache.get())).toEqual({ whole: undefined, parts: new Map() });
	});

	it.each([
		{ where: 'in the tail', packed: false },
		{ where: 'in a segment', packed: true }
	])('stays where a person has recorded in one of its streams, $where', async ({ packed }) => {
		const log = await aLog();
		await load(log);
		await record(log, anEvent({ stream: 'CMW/AZE/4' }));
		if (packed) await pack(log);
		const before = await everythingIn(log);
		expect(await log.removeWorkedExample()).toEqual({
			ok: false,
			error: { kind: 'recordedSince', streams: ['CMW/AZE/4'] }
		});
		expect(await everythingIn(log)).toEqual(before);
	});

	it('stays where a colleague’s events came into one of its streams', async () => {
		const log = await aLog();
		await load(log);
		valueOf(await log.importEvents({ events: [anEvent({ stream: 'CMW/AZE/3' })] }));
		expect(await log.removeWorkedExample()).toMatchObject({ error: { kind: 'recordedSince' } });
	});

	it('can be loaded again after it was removed, and removed again', async () => {
		const log = await aLog();
		await load(log);
		valueOf(await log.removeWorkedExample());
		expect(await load(log)).toBe(3);
		expect(valueOf(await log.readStreams(streams))).toEqual(example);
		expect(valueOf(await log.head()).chains).toEqual({
			[elsewhere]: { sequence: 3, hash: example[2]!.link!.hash }
		});
		expect((await verified(log)).findings).toEqual([]);
		expect(valueOf(await log.removeWorkedExample())).toEqual({ position: 4, events: 3 });
		expect(idsOf((await everythingIn(log)).events)).toEqual([]);
	});

	it('loaded again is no copy to a verification that saw it the first time', async () => {
		const log = await aLog();
		await load(log);
		const seen = await verified(log, newVerification());
		valueOf(await log.removeWorkedExample());
		const between = await verified(log, seen);
		await load(log);
		for (const from of [seen, between]) expect((await verified(log, from)).findings).toEqual([]);
	});

	it('changes nothing where there is none', async () => {
		const log = await aLog();
		expect(await log.removeWorkedExample()).toEqual({ ok: true, value: undefined });
		expect(valueOf(await log.head())).toEqual(newHead);
		await record(log, anEvent());
		const before = await everythingIn(log);
		expect(await log.removeWorkedExample()).toEqual({ ok: true, value: undefined });
		expect(await everythingIn(log)).toEqual(before);
	});
});
