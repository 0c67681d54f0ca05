import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { redact as redactedForm } from '#lib/envelope/chain.ts';
import {
	aLog,
	anEvent,
	everythingIn,
	record,
	recordedElsewhere,
	redact,
	someEvents,
	valueOf,
	verified
} from './fixtures.ts';
import { segmentSize } from './segment.ts';

const secret = 'Aysel Mammadova';
const saying = { source: { quote: `${secret} wrote` }, data: { sections: [secret] } };

/** Whether a text stands anywhere in what is stored. */
async function isStored(name: string, text: string): Promise<boolean> {
	const database = await openDB(name);
	const stores = await Promise.all([...database.objectStoreNames].map((store) => database.getAll(store)));
	database.close();
	return JSON.stringify(stores).includes(text);
}

describe('a redaction', () => {
	it.each([
		{ where: 'the tail', packed: false },
		{ where: 'a segment', packed: true }
	])('takes out of $where what an event says, and the chain stays whole', async ({ where, packed }) => {
		const log = await aLog(where);
		const [before, said, after] = await record(log, anEvent(), anEvent(saying), anEvent());
		if (packed) {
			await record(log, ...someEvents(segmentSize));
			valueOf(await log.tidy());
		}
		expect(await isStored(where, secret)).toBe(true);
		const position = valueOf(await log.head()).position;
		const redaction = await redact(log, said!);

		expect(await isStored(where, secret)).toBe(false);
		expect(await isStored(where, said!.link!.salt!)).toBe(false);
		const all = await everythingIn(log);
		expect(all.events.slice(0, 3)).toEqual([before, redactedForm(said!), after]);
		expect(all.events.at(-1)).toEqual(redaction);
		expect(all.head).toMatchObject({ position: position + 1, redacted: [said!.id] });
		const { findings, chains } = await verified(log);
		expect(findings).toEqual([]);
		expect(Object.values(chains)).toMatchObject([{ redacted: 1 }]);
	});

	it('is still there when the log is opened again, and the next commit follows it', async () => {
		const log = await aLog('reopened');
		const [said] = await record(log, anEvent(saying));
		await redact(log, said!);
		log.close();
		const again = await aLog('reopened');
		await record(again, anEvent());
		expect(await everythingIn(again)).toMatchObject({
			events: [{ redacted: expect.any(String), data: {}, source: null }, {}, {}],
			head: { position: 3, redacted: [said!.id] }
		});
		expect((await verified(again)).findings).toEqual([]);
	});

	it('tells which streams it changed, also where it stands in another', async () => {
		const log = await aLog();
		const [one, two] = await record(log, anEvent({ stream: 'CED/FRA/1' }), anEvent({ stream: 'CRPD/EU/1' }));
		await record(log, anEvent({ stream: 'CRC/AZE/5-6' }));
		const redaction = { events: [anEvent()], expected: 2, redacts: [one!.id, two!.id] };
		valueOf(await log.append(redaction));
		expect(valueOf(await log.readAfter(2))?.changed).toEqual(
			new Map([
				['CED/FRA/1', 3],
				['CRPD/EU/1', 3],
				['CMW/AZE/3', 3]
			])
		);
		expect((await everythingIn(log)).events.map(({ redacted }) => Boolean(redacted))).toEqual([
			true,
			true,
			false,
			false
		]);
	});

	it('forgets what was folded of the content', async () => {
		const log = await aLog();
		const [said] = await record(log, anEvent(saying));
		valueOf(await log.cache.set({ folded: secret }));
		valueOf(await log.cache.setParts(new Map([['CMW/AZE/3', secret]])));
		await redact(log, said!);
		expect(valueOf(await log.cache.get())).toEqual({ whole: undefined, parts: new Map() });
	});

	it('of what is not there is refused, and writes nothing', async () => {
		const log = await aLog();
		const [said] = await record(log, anEvent(saying));
		valueOf(await log.cache.set('folded'));
		const before = await everythingIn(log);
		const absent = anEvent().id;
		const redaction = { events: [anEvent()], expected: 1, redacts: [said!.id, absent] };
		expect(await log.append(redaction)).toEqual({ ok: false, error: { kind: 'noSuchEvent', ids: [absent] } });
		expect(await everythingIn(log)).toEqual(before);
		expect(valueOf(await log.cache.get()).whole).toBe('folded');
	});

	it('decided at an earlier position is refused, and writes nothing', async () => {
		const log = await aLog();
		const [said] = await record(log, anEvent(saying));
		await record(log, anEvent());
		const before = await everythingIn(log);
		const redaction = { events: [anEvent()], expected: 1, redacts: [said!.id] };
		expect(await log.append(redaction)).toMatchObject({ error: { kind: 'logMoved', actual: 2 } });
		expect(await everythingIn(log)).toEqual(before);
	});

	it('sent again is taken as a repetition', async () => {
		const log = await aLog();
		const [said] = await record(log, anEvent(saying));
		const redaction = { events: [anEvent()], expected: 1, redacts: [said!.id] };
		const first = await log.append(redaction);
		const before = await everythingIn(log);
		expect(await log.append(redaction)).toEqual(first);
		expect(await everythingIn(log)).toEqual(before);
	});

	it('of what is redacted already changes nothing in it', async () => {
		const log = await aLog();
		const [said] = await record(log, anEvent(saying));
		await redact(log, said!);
		await redact(log, said!);
		const { events, head } = await everythingIn(log);
		expect(events[0]).toEqual(redactedForm(said!));
		expect(head.redacted).toEqual([said!.id]);
		expect((await verified(log)).findings).toEqual([]);
	});

	it('of what was recorded before there were chains leaves it as one of those', async () => {
		const log = await aLog();
		const unlinked = anEvent(saying);
		valueOf(await log.importEvents({ events: [unlinked] }));
		await redact(log, unlinked);
		expect((await everythingIn(log)).events[0]).toEqual(redactedForm(unlinked));
		expect(await verified(log)).toMatchObject({ unlinked: 1, findings: [] });
	});

	it('of several events in several segments reaches each of them', async () => {
		const log = await aLog();
		const events = recordedElsewhere(someEvents(2 * segmentSize));
		valueOf(await log.importEvents({ events }));
		const [mine] = await record(log, anEvent());
		const redacts = [events[1]!.id, events[segmentSize]!.id, events[segmentSize + 1]!.id, mine!.id];
		valueOf(await log.append({ events: [anEvent()], expected: 4, redacts }));
		const redacted = (await everythingIn(log)).events.filter((event) => event.redacted);
		expect(redacted.map(({ id }) => id)).toEqual(redacts);
		expect((await verified(log)).findings).toEqual([]);
	});
});
