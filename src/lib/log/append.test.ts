import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { aLog, anEvent, everythingIn, record, valueOf } from './fixtures.ts';

describe('append', () => {
	it('gives each event its place in its stream and the commit its place in the log', async () => {
		const log = await aLog();
		const [one, two, three] = [anEvent(), anEvent({ stream: 'CRPD/EU/1' }), anEvent()];
		const first = await log.append({ events: [one, two, three], expected: {} });
		const four = anEvent();
		const second = await log.append({ events: [four], expected: { 'CMW/AZE/3': 2 } });

		expect(valueOf(first)).toEqual({
			position: 1,
			events: [
				{ ...one, version: 1 },
				{ ...two, version: 1 },
				{ ...three, version: 2 }
			]
		});
		expect(valueOf(second)).toEqual({ position: 2, events: [{ ...four, version: 3 }] });
		expect(await everythingIn(log)).toEqual({
			events: [...valueOf(first).events, ...valueOf(second).events],
			damaged: [],
			position: 2,
			last: 2,
			heads: { 'CMW/AZE/3': 3, 'CRPD/EU/1': 1 },
			workedExample: []
		});
	});

	it('is still there when the log is opened again', async () => {
		const log = await aLog('reopened');
		await record(log, anEvent());
		const before = await everythingIn(log);
		log.close();
		expect(await everythingIn(await aLog('reopened'))).toEqual(before);
	});

	it('reads one stream alone, in order, also where a commit spans several', async () => {
		const log = await aLog();
		const events = [anEvent(), anEvent({ stream: 'CRPD/EU/1' }), anEvent()];
		await record(log, ...events);
		await record(log, anEvent({ stream: 'CRPD/EU/1' }), anEvent());
		const { events: stream } = valueOf(await log.readStream('CMW/AZE/3'));
		expect(stream.map(({ version }) => version)).toEqual([1, 2, 3]);
		expect(new Set(stream.map(({ stream }) => stream))).toEqual(new Set(['CMW/AZE/3']));
		expect(valueOf(await log.readStream('CMW/XXX/1'))).toEqual({ events: [], damaged: [] });
	});

	it('refuses a stream that moved since the caller looked, and writes nothing', async () => {
		const log = await aLog();
		await record(log, anEvent());
		const before = await everythingIn(log);
		const events = [anEvent({ stream: 'CRPD/EU/1' }), anEvent()];
		expect(await log.append({ events, expected: {} })).toEqual({
			ok: false,
			error: { kind: 'streamMoved', stream: 'CMW/AZE/3', expected: 0, actual: 1 }
		});
		expect(await log.append({ events, expected: { 'CMW/AZE/3': 2 } })).toMatchObject({
			error: { kind: 'streamMoved', expected: 2, actual: 1 }
		});
		expect(await everythingIn(log)).toEqual(before);
	});

	it('checks a stream that the decision leant on, though no event goes to it', async () => {
		const log = await aLog();
		await record(log, anEvent());
		const commit = { events: [anEvent({ stream: 'CMW/AZE/4' })], expected: { 'CMW/AZE/3': 0 } };
		expect(await log.append(commit)).toMatchObject({ error: { kind: 'streamMoved', stream: 'CMW/AZE/3' } });
	});

	it('takes the same commit again as a repetition, whatever was recorded since', async () => {
		const log = await aLog();
		const commit = { events: [anEvent(), anEvent()], expected: {} };
		const first = await log.append(commit);
		await record(log, anEvent());
		const before = await everythingIn(log);
		expect(await log.append(commit)).toEqual(first);
		expect(await everythingIn(log)).toEqual(before);
	});

	it('does not mind the order of fields, nor those that are undefined', async () => {
		const log = await aLog();
		const event = anEvent({ data: { a: 1, b: { c: 2, d: 3 } } });
		const { id, ...rest } = { ...event, data: { b: { d: 3, c: 2, e: undefined }, a: 1 } };
		await record(log, event);
		expect(await log.append({ events: [{ ...rest, id }], expected: {} })).toMatchObject({
			ok: true,
			value: { position: 1 }
		});
	});

	it('refuses a known id with other content', async () => {
		const log = await aLog();
		const event = anEvent();
		await record(log, event);
		const before = await everythingIn(log);
		expect(
			await log.append({ events: [{ ...event, on: '2024-01-18' }], expected: { 'CMW/AZE/3': 1 } })
		).toEqual({ ok: false, error: { kind: 'sameIdOtherContent', ids: [event.id] } });
		expect(await everythingIn(log)).toEqual(before);
	});

	it('refuses one id for two contents inside a commit, and takes the same event twice as one', async () => {
		const log = await aLog();
		const event = anEvent();
		const other = { ...event, by: 'Murad' };
		expect(await log.append({ events: [event, other], expected: {} })).toMatchObject({
			error: { kind: 'sameIdOtherContent', ids: [event.id] }
		});
		expect(valueOf(await log.append({ events: [event, event], expected: {} })).events).toHaveLength(1);
	});

	it('refuses a commit of which only a part is recorded, or in several commits', async () => {
		const log = await aLog();
		const [one, two] = [anEvent(), anEvent()];
		await record(log, one);
		const commit = { events: [one, two], expected: { 'CMW/AZE/3': 1 } };
		expect(await log.append(commit)).toEqual({
			ok: false,
			error: { kind: 'recordedElsewhere', ids: [one.id] }
		});
		await record(log, two);
		expect(await log.append(commit)).toMatchObject({ error: { kind: 'recordedElsewhere' } });
	});

	it('refuses what has not the form of an event, with the place and the field', async () => {
		const log = await aLog();
		const events = [anEvent(), anEvent({ on: '2024-02-30' })];
		expect(await log.append({ events, expected: {} })).toEqual({
			ok: false,
			error: { kind: 'notAnEvent', index: 1, field: 'on' }
		});
		const circle: Record<string, unknown> = {};
		circle.itself = circle;
		expect(await log.append({ events: [anEvent({ data: circle })], expected: {} })).toMatchObject({
			error: { kind: 'notAnEvent', index: 0 }
		});
		expect(valueOf(await log.position())).toBe(0);
	});

	it('stores what lies behind a proxy, such as the state of a page', async () => {
		const log = await aLog();
		const data = new Proxy({ units: ['16'] }, {});
		expect(() => structuredClone(data)).toThrow();
		await record(log, anEvent({ data }));
		expect(valueOf(await log.readAll()).events[0]?.data).toEqual({ units: ['16'] });
	});

	it('has nothing to write where there is no event', async () => {
		const log = await aLog();
		expect(valueOf(await log.append({ events: [], expected: {} }))).toEqual({ position: 0, events: [] });
		expect(valueOf(await log.position())).toBe(0);
	});
});
