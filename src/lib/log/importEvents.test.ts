import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
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
import { segmentSize } from './segment.ts';

// For a machine that is busy with other things.
vi.setConfig({ testTimeout: 30_000 });

const third = '019a0000-0000-7000-8000-000000000003';
const streams = ['CMW/AZE/3', 'CRPD/AZE/2-3', 'CCPR/CHN-HKG/4'];
const pool = recordedElsewhere(
	Array.from({ length: 9 }, (_, index) =>
		anEvent({ stream: streams[index % 3]!, data: { index }, replica: index % 2 ? elsewhere : third })
	)
);
/** A file: some of the events, in any order, some of them twice. */
const file = fc.array(fc.constantFrom(...pool), { maxLength: 14 });
const distinct = (events: readonly { id: string }[]): string[] => [...new Set(idsOf(events))];

describe('importEvents', () => {
	it('puts what is new at the end, in the order given, as it was recorded elsewhere', async () => {
		const log = await aLog();
		const [known, one, two] = recordedElsewhere(someEvents(3));
		const [mine] = await record(log, anEvent());
		valueOf(await log.importEvents({ events: [known!] }));
		const imported = await log.importEvents({ events: [two!, known!, one!] });
		expect(valueOf(imported)).toEqual({ position: 3, added: 2, known: 1 });
		const { events, head } = await everythingIn(log);
		expect(events).toEqual([mine, known, two, one]);
		expect(head).toMatchObject({
			events: 4,
			chains: {
				[here]: { sequence: 1, hash: mine!.link!.hash },
				[elsewhere]: { sequence: 3, hash: two!.link!.hash }
			}
		});
		expect((await verified(log)).findings).toEqual([]);
	});

	it('changes nothing the second time', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(file, { maxLength: 4 }), async (files) => {
				const log = await aLog();
				for (const events of files) valueOf(await log.importEvents({ events }));
				const once = await everythingIn(log);
				for (const events of files) {
					const again = valueOf(await log.importEvents({ events }));
					const known = distinct(events).length;
					expect(again).toEqual({ position: once.head.position, added: 0, known });
				}
				expect(await everythingIn(log)).toEqual(once);
				log.close();
			}),
			{ numRuns: 150 }
		);
	});

	it('ends with the same events whatever the order, the overlap and the repetition of the files', async () => {
		await fc.assert(
			fc.asyncProperty(file, file, file, async (one, two, three) => {
				const [left, right] = [await aLog(), await aLog()];
				for (const events of [one, two, three]) valueOf(await left.importEvents({ events }));
				for (const events of [three, one, two, one]) valueOf(await right.importEvents({ events }));
				const [a, b] = [await everythingIn(left), await everythingIn(right)];
				const byId = (log: typeof a) => new Map(log.events.map((event) => [event.id, event]));
				expect(idsOf(a.events).sort()).toEqual(distinct([...one, ...two, ...three]).sort());
				expect(byId(b)).toEqual(byId(a));
				expect(b.head.chains).toEqual(a.head.chains);
				for (const log of [left, right]) {
					expect((await verified(log)).findings).toEqual([]);
					log.close();
				}
			}),
			{ numRuns: 150 }
		);
	});

	it('goes on with its own chain when its own events come back to it', async () => {
		const [before, after] = [await aLog(), await aLog()];
		const events = await record(before, anEvent(), anEvent());
		valueOf(await after.importEvents({ events }));
		const [next] = await record(after, anEvent());
		expect(next!.link).toMatchObject({ sequence: 3, previous: events[1]!.link!.hash });
	});

	it('skips what is known to say something else, and takes the rest', async () => {
		const log = await aLog();
		const [one, two] = await record(log, anEvent(), anEvent());
		const [fresh] = recordedElsewhere([anEvent()]);
		const changed = [{ ...two!, by: 'x' }, fresh!, { ...one!, data: { sections: [1] } }];
		expect(valueOf(await log.importEvents({ events: changed }))).toEqual({ position: 2, added: 1, known: 0 });
		expect((await everythingIn(log)).events).toEqual([one, two, fresh]);
	});

	it('refuses the whole where one id tells two things in what is given', async () => {
		const log = await aLog();
		const [one, two] = recordedElsewhere(someEvents(2));
		const events = [one!, two!, { ...one!, by: 'x' }];
		expect(await log.importEvents({ events })).toEqual({
			ok: false,
			error: { kind: 'sameIdOtherContent', ids: [one!.id] }
		});
		expect((await everythingIn(log)).events).toEqual([]);
	});

	it('keeps with the commit that it was an import', async () => {
		const log = await aLog('imported');
		await record(log, anEvent());
		valueOf(await log.importEvents({ events: [anEvent()] }));
		const commits = await (await openDB('imported')).getAll('commits');
		expect(commits.map(({ origin }) => origin)).toEqual(['person', 'import']);
	});

	it('keeps an event whose type nobody here knows', async () => {
		const log = await aLog();
		const [event] = recordedElsewhere([
			anEvent({ type: 'FromTheFuture', schema: 7, data: { what: ['ever'] } })
		]);
		valueOf(await log.importEvents({ events: [event!] }));
		expect((await everythingIn(log)).events).toEqual([event]);
	});

	it('takes events that were recorded before there were chains, and says that none covers them', async () => {
		const log = await aLog();
		const event = anEvent();
		valueOf(await log.importEvents({ events: [event] }));
		expect((await everythingIn(log)).events).toEqual([event]);
		expect(await verified(log)).toMatchObject({ events: 1, unlinked: 1, chains: {}, findings: [] });
	});

	it('asks again what is new where another tab recorded meanwhile', async () => {
		const [log, other] = [await aLog('meanwhile'), await aLog('meanwhile')];
		const events = recordedElsewhere(someEvents(4));
		const imported = await Promise.all([
			log.importEvents({ events: events.slice(0, 3) }),
			other.importEvents({ events: events.slice(1) })
		]);
		expect(imported.reduce((sum, one) => sum + valueOf(one).added, 0)).toBe(4);
		expect(idsOf((await everythingIn(log)).events).sort()).toEqual(idsOf(events).sort());
		expect((await verified(log)).findings).toEqual([]);
	});
});

describe('a large import', () => {
	const events = recordedElsewhere(someEvents(2 * segmentSize + 500));

	it('goes into segments, after what lay in the tail, and tells how far it is', async () => {
		const log = await aLog('large');
		const mine = await record(log, anEvent(), anEvent());
		const told: number[] = [];
		const imported = await log.importEvents({ events }, (written) => told.push(written));
		expect(valueOf(imported)).toMatchObject({ added: events.length, known: 0 });
		expect(told).toEqual([segmentSize, 2 * segmentSize, events.length]);

		const all = await everythingIn(log);
		expect(all.events).toEqual([...mine, ...events]);
		expect(all.head).toMatchObject({ events: events.length + 2, tail: 0, segments: 4, position: 5 });
		expect(all.head).toEqual(valueOf(await (await aLog('large')).head()));
		expect((await verified(log)).findings).toEqual([]);

		const [next] = await record(log, anEvent());
		expect(next!.link).toMatchObject({ sequence: 3, previous: mine[1]!.link!.hash });
		const again = await log.importEvents({ events });
		expect(valueOf(again)).toMatchObject({ added: 0, known: events.length });
	});

	it('as small as a segment fills one, and one event less goes into the tail', async () => {
		for (const [size, segments] of [
			[segmentSize, 1],
			[segmentSize - 1, 0]
		] as const) {
			const log = await aLog();
			valueOf(await log.importEvents({ events: events.slice(0, size) }));
			expect(valueOf(await log.head())).toMatchObject({ events: size, segments });
			expect((await everythingIn(log)).events).toEqual(events.slice(0, size));
		}
	});
});
