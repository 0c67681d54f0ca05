import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { fitsItsLink } from '#lib/envelope/chain.ts';
import { aLog, anEvent, elsewhere, everythingIn, here, record, valueOf, verified } from './fixtures.ts';
import { newHead } from './schema.ts';

describe('append', () => {
	it('gives each event its place in the chain and the commit its place in the log', async () => {
		const log = await aLog();
		const [one, two, three] = [anEvent(), anEvent({ stream: 'CRPD/EU/1', replica: elsewhere }), anEvent()];
		const first = valueOf(await log.append({ events: [one, two, three], expected: 0 }));
		const four = anEvent();
		const second = valueOf(await log.append({ events: [four], expected: 1 }));

		expect(first.events).toMatchObject([
			{ ...one, link: { sequence: 1, previous: null } },
			{ ...two, link: { sequence: 1, previous: null } },
			{ ...three, link: { sequence: 2, previous: first.events[0]!.link!.hash } }
		]);
		expect(second.events).toMatchObject([
			{ ...four, link: { sequence: 3, previous: first.events[2]!.link!.hash } }
		]);
		const events = [...first.events, ...second.events];
		expect(events.every(fitsItsLink)).toBe(true);
		expect(await everythingIn(log)).toEqual({ events, damaged: [], head: second.head });
		expect(second.head).toEqual({
			...newHead,
			position: 2,
			hash: expect.stringMatching(/^[0-9a-f]{64}$/),
			events: 4,
			tail: 4,
			chains: {
				[here]: { sequence: 3, hash: second.events[0]!.link!.hash },
				[elsewhere]: { sequence: 1, hash: first.events[1]!.link!.hash }
			}
		});
		expect(valueOf(await log.head())).toEqual(second.head);
	});

	it('hashes each content with a salt of its own', async () => {
		const log = await aLog();
		const events = await record(log, anEvent(), anEvent());
		expect(new Set(events.map(({ link }) => link?.salt)).size).toBe(2);
	});

	it('is still there when the log is opened again', async () => {
		const log = await aLog('reopened');
		await record(log, anEvent());
		const before = await everythingIn(log);
		log.close();
		expect(await everythingIn(await aLog('reopened'))).toEqual(before);
	});

	it('goes on with the chain when the log is opened again', async () => {
		const log = await aLog('goes on');
		const [first] = await record(log, anEvent());
		log.close();
		const again = await aLog('goes on');
		const [second] = await record(again, anEvent());
		expect(second!.link).toMatchObject({ sequence: 2, previous: first!.link!.hash });
		expect((await verified(again)).findings).toEqual([]);
	});

	it('refuses where the log moved since the caller looked, and writes nothing', async () => {
		const log = await aLog();
		await record(log, anEvent());
		const before = await everythingIn(log);
		const events = [anEvent({ stream: 'CRPD/EU/1' }), anEvent()];
		for (const expected of [0, 2])
			expect(await log.append({ events, expected })).toEqual({
				ok: false,
				error: { kind: 'logMoved', expected, actual: 1 }
			});
		expect(await everythingIn(log)).toEqual(before);
	});

	it('refuses where another tab was quicker, also where this one knows the end of the log by heart', async () => {
		const [log, other] = [await aLog('quicker'), await aLog('quicker')];
		await record(log, anEvent());
		await record(other, anEvent());
		const before = await everythingIn(log);
		expect(await log.append({ events: [anEvent()], expected: 1 })).toEqual({
			ok: false,
			error: { kind: 'logMoved', expected: 1, actual: 2 }
		});
		expect(await everythingIn(log)).toEqual(before);
		await record(log, anEvent());
		expect((await verified(other)).findings).toEqual([]);
	});

	it('takes the same commit again as a repetition, whatever was recorded since', async () => {
		const log = await aLog();
		const commit = { events: [anEvent(), anEvent()], expected: 0 };
		const first = await log.append(commit);
		await record(log, anEvent());
		const before = await everythingIn(log);
		expect(await log.append(commit)).toEqual(first);
		expect(await everythingIn(log)).toEqual(before);
	});

	it('is no repetition where another commit stands there, or only a part of this one', async () => {
		const log = await aLog();
		const [one, two] = [anEvent(), anEvent()];
		await record(log, one, two);
		const moved = { ok: false, error: { kind: 'logMoved', expected: 0, actual: 1 } };
		expect(await log.append({ events: [one], expected: 0 })).toEqual(moved);
		expect(await log.append({ events: [two, one], expected: 0 })).toEqual(moved);
		expect(await log.append({ events: [one, { ...two, by: 'Murad' }], expected: 0 })).toEqual(moved);
		expect(await log.append({ events: [one, two, anEvent()], expected: 0 })).toEqual(moved);
		expect(valueOf(await log.head()).position).toBe(1);
	});

	it('does not mind the order of fields, nor those that are undefined', async () => {
		const log = await aLog();
		const event = anEvent({ data: { a: 1, b: { c: 2, d: 3 } } });
		const { id, ...rest } = { ...event, data: { b: { d: 3, c: 2, e: undefined }, a: 1 } };
		await record(log, event);
		expect(await log.append({ events: [{ ...rest, id }], expected: 0 })).toMatchObject({
			ok: true,
			value: { head: { position: 1 } }
		});
	});

	it('refuses one id for two contents inside a commit, and takes the same event twice as one', async () => {
		const log = await aLog();
		const event = anEvent();
		const other = { ...event, by: 'Murad' };
		expect(await log.append({ events: [event, other], expected: 0 })).toMatchObject({
			error: { kind: 'sameIdOtherContent', ids: [event.id] }
		});
		expect(valueOf(await log.append({ events: [event, event], expected: 0 })).events).toHaveLength(1);
	});

	it('refuses what has not the form of an event, with the place and the field', async () => {
		const log = await aLog();
		const events = [anEvent(), anEvent({ on: '2024-02-30' })];
		expect(await log.append({ events, expected: 0 })).toEqual({
			ok: false,
			error: { kind: 'notAnEvent', index: 1, field: 'on' }
		});
		const circle: Record<string, unknown> = {};
		circle.itself = circle;
		expect(await log.append({ events: [anEvent({ data: circle })], expected: 0 })).toMatchObject({
			error: { kind: 'notAnEvent', index: 0 }
		});
		expect(valueOf(await log.head())).toEqual(newHead);
	});

	it('stores what lies behind a proxy, such as the state of a page', async () => {
		const log = await aLog();
		const data = new Proxy({ units: ['16'] }, {});
		expect(() => structuredClone(data)).toThrow();
		await record(log, anEvent({ data }));
		expect((await everythingIn(log)).events[0]?.data).toEqual({ units: ['16'] });
	});

	it('puts every text into normal form C, so that what looks the same is the same', async () => {
		const log = await aLog();
		const [apart, composed] = [
			'Cote d\u2019Ivoire: Conseil e\u0301largi',
			'Cote d\u2019Ivoire: Conseil \u00e9largi'
		];
		const [event] = await record(
			log,
			anEvent({ by: apart, source: { quote: apart }, data: { [apart]: [apart] } })
		);
		expect(event).toMatchObject({
			by: composed,
			source: { quote: composed },
			data: { [composed]: [composed] }
		});
		expect((await everythingIn(log)).events).toEqual([event]);
		expect((await verified(log)).findings).toEqual([]);
	});

	it('takes a text in which a mark that composes with letters follows a line break', async () => {
		const log = await aLog();
		// As they come out of a PDF. In JSON the break ends with a letter, which the mark must not compose with.
		const quote = ['\n', '\r', '\t', '\b', '\f', '\u001f', '\\', '\\\n', '"']
			.map((sign) => `${sign}\u0301\u0307`)
			.join('');
		const [event] = await record(log, anEvent({ source: { quote }, data: { [quote]: quote } }));
		expect(event).toMatchObject({ source: { quote }, data: { [quote]: quote } });
		expect((await everythingIn(log)).events).toEqual([event]);
	});

	it('has nothing to write where there is no event', async () => {
		const log = await aLog();
		expect(valueOf(await log.append({ events: [], expected: 0 }))).toEqual({ events: [], head: newHead });
		expect(valueOf(await log.head())).toEqual(newHead);
	});

	it('keeps the links that the worked example brings, and goes on with the chain of this installation', async () => {
		const log = await aLog();
		const other = await aLog();
		const example = await record(other, anEvent({ replica: elsewhere }), anEvent({ replica: elsewhere }));
		const [mine] = await record(log, anEvent({ stream: 'CRPD/EU/1' }));
		const loaded = await log.append({ events: example, expected: 1, origin: 'workedExample' });
		expect(valueOf(loaded).events).toEqual(example);
		const [next] = await record(log, anEvent({ stream: 'CRPD/EU/1' }));
		expect(next!.link).toMatchObject({ sequence: 2, previous: mine!.link!.hash });
		expect((await verified(log)).findings).toEqual([]);
	});
});
