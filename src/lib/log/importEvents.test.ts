import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { NewEvent } from '#lib/envelope/same.ts';
import { aLog, anEvent, everythingIn, record, valueOf } from './fixtures.ts';

const streams = ['CMW/AZE/3', 'CRPD/AZE/2-3', 'CCPR/CHN-HKG/4'];
const pool = Array.from({ length: 9 }, (_, index) =>
	anEvent({ stream: streams[index % 3]!, data: { index } })
);
/** A file: some of the events, in any order, some of them twice. */
const file = fc.array(fc.constantFrom(...pool), { maxLength: 14 });

const idsOf = (events: readonly { id: string }[]): string[] => events.map(({ id }) => id);
const distinct = (events: readonly NewEvent[]): string[] => [...new Set(idsOf(events))];

describe('importEvents', () => {
	it('puts what is new at the end of its streams, in the order given', async () => {
		const log = await aLog();
		const [mine, known, fresh] = [anEvent(), anEvent(), anEvent()];
		await record(log, mine, known);
		const theirs: Envelope[] = [
			{ ...fresh, version: 1 },
			{ ...known, version: 2 }
		];
		const result = await log.importEvents(theirs);
		expect(valueOf(result)).toEqual({ position: 2, events: [{ ...fresh, version: 3 }], known: 1 });
		expect(valueOf(await log.heads())).toEqual({ 'CMW/AZE/3': 3 });
	});

	it('changes nothing the second time', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(file, { maxLength: 4 }), async (files) => {
				const log = await aLog();
				for (const events of files) valueOf(await log.importEvents(events));
				const once = await everythingIn(log);
				for (const events of files) {
					const again = valueOf(await log.importEvents(events));
					expect(again).toEqual({ position: once.position, events: [], known: distinct(events).length });
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
				for (const events of [one, two, three]) valueOf(await left.importEvents(events));
				for (const events of [three, one, two, one]) valueOf(await right.importEvents(events));
				const [a, b] = [await everythingIn(left), await everythingIn(right)];
				expect(idsOf(a.events).sort()).toEqual(distinct([...one, ...two, ...three]).sort());
				expect(idsOf(b.events).sort()).toEqual(idsOf(a.events).sort());
				expect(b.heads).toEqual(a.heads);
				for (const log of [a, b])
					for (const stream of streams) {
						const versions = log.events
							.filter((event) => event.stream === stream)
							.map(({ version }) => version);
						expect(versions).toEqual(versions.map((_, index) => index + 1));
					}
				left.close();
				right.close();
			}),
			{ numRuns: 150 }
		);
	});

	it('reports every conflict, and then takes nothing', async () => {
		const log = await aLog();
		const [one, two] = [anEvent(), anEvent()];
		await record(log, one, two);
		const before = await everythingIn(log);
		const changed = [{ ...two, by: 'x' }, anEvent(), { ...one, data: { sections: [1] } }];
		expect(await log.importEvents(changed)).toEqual({
			ok: false,
			error: { kind: 'sameIdOtherContent', ids: [two.id, one.id] }
		});
		expect(await everythingIn(log)).toEqual(before);
	});

	it('refuses the whole where one is no event', async () => {
		const log = await aLog();
		const events = [anEvent(), anEvent({ stream: 'Azerbaijan' })];
		expect(await log.importEvents(events)).toEqual({
			ok: false,
			error: { kind: 'notAnEvent', index: 1, field: 'stream' }
		});
		expect(valueOf(await log.position())).toBe(0);
	});

	it('keeps with the commit that it was an import', async () => {
		const log = await aLog('imported');
		await record(log, anEvent());
		valueOf(await log.importEvents([anEvent()]));
		const commits = await (await openDB('imported')).getAll('commits');
		expect(commits.map(({ origin }) => origin)).toEqual(['person', 'import']);
	});

	it('keeps an event whose type nobody here knows', async () => {
		const log = await aLog();
		const event = anEvent({ type: 'FromTheFuture', schema: 7, data: { what: ['ever'] } });
		valueOf(await log.importEvents([event]));
		expect(valueOf(await log.readAll()).events).toEqual([{ ...event, version: 1 }]);
	});
});
