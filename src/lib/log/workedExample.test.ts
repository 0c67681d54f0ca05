import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { aLog, anEvent, everythingIn, record, valueOf } from './fixtures.ts';
import type { Log } from './index.ts';

const example = [
	anEvent({ stream: 'CMW/AZE/3' }),
	anEvent({ stream: 'CMW/AZE/3' }),
	anEvent({ stream: 'CMW/AZE/4' })
];
const load = async (log: Log) =>
	valueOf(await log.append({ events: example, expected: {}, origin: 'workedExample' }));

describe('the worked example', () => {
	it('is told from what a person recorded', async () => {
		const log = await aLog();
		await record(log, anEvent({ stream: 'CRPD/EU/1' }));
		await load(log);
		expect(valueOf(await log.readAll()).workedExample).toEqual(['CMW/AZE/3', 'CMW/AZE/4']);
	});

	it('is removed whole, and nothing else is', async () => {
		const log = await aLog();
		await record(log, anEvent({ stream: 'CRPD/EU/1' }));
		await load(log);
		await record(log, anEvent({ stream: 'CRPD/EU/1' }));
		const before = await everythingIn(log);

		expect(valueOf(await log.removeWorkedExample())).toEqual({ position: 4, events: 3 });
		expect(await everythingIn(log)).toEqual({
			events: before.events.filter(({ stream }) => stream === 'CRPD/EU/1'),
			damaged: [],
			position: 4,
			last: 4,
			heads: { 'CRPD/EU/1': 2 },
			workedExample: []
		});
	});

	it('stays where a person has recorded in one of its streams', async () => {
		const log = await aLog();
		await load(log);
		await record(log, anEvent({ stream: 'CMW/AZE/4' }));
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
		valueOf(await log.importEvents([anEvent({ stream: 'CMW/AZE/3' })]));
		expect(await log.removeWorkedExample()).toMatchObject({ error: { kind: 'recordedSince' } });
	});

	it('can be loaded again after it was removed, and removed again', async () => {
		const log = await aLog();
		await load(log);
		valueOf(await log.removeWorkedExample());
		expect((await load(log)).position).toBe(3);
		expect(valueOf(await log.heads())).toEqual({ 'CMW/AZE/3': 2, 'CMW/AZE/4': 1 });
		expect(valueOf(await log.removeWorkedExample())).toEqual({ position: 4, events: 3 });
	});

	it('changes nothing where there is none', async () => {
		const log = await aLog();
		await record(log, anEvent());
		const before = await everythingIn(log);
		expect(await log.removeWorkedExample()).toEqual({ ok: true, value: undefined });
		expect(await everythingIn(log)).toEqual(before);
	});
});
