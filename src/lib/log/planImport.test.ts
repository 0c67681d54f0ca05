import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { redact as redactedForm } from '#lib/envelope/chain.ts';
import { newId, type Envelope } from '#lib/envelope/envelope.ts';
import {
	aLog,
	anEvent,
	elsewhere,
	everythingIn,
	idsOf,
	record,
	recordedElsewhere,
	redact,
	someEvents,
	valueOf,
	verified
} from './fixtures.ts';
import type { Incoming, Log } from './index.ts';
import { segmentSize } from './segment.ts';

// For a machine that is busy with other things.
vi.setConfig({ testTimeout: 30_000 });

const planOf = async (log: Log, incoming: Incoming) => valueOf(await log.planImport(incoming));
const nothing = { fresh: [], known: 0, redacted: [], conflicts: [], forks: [] };

/** What stands for a redaction among what comes from elsewhere. */
const redactionOf = ({ id, stream }: Envelope) =>
	recordedElsewhere([
		anEvent({ stream, replica: newId(), type: 'RecordRedacted', data: { event: id, reason: 'a name' } })
	])[0]!;

describe('a plan of an import', () => {
	it('tells what is new and how much is known, and changes nothing', async () => {
		const log = await aLog();
		const [known, ...fresh] = recordedElsewhere(someEvents(3));
		valueOf(await log.importEvents({ events: [known!] }));
		const before = await everythingIn(log);
		const plan = await planOf(log, { events: [fresh[1]!, known!, fresh[0]!, fresh[1]!] });
		expect(plan).toEqual({ ...nothing, position: 1, fresh: [fresh[1], fresh[0]], known: 1 });
		expect(await everythingIn(log)).toEqual(before);
	});

	it('shows every id that tells two things, in the tail as in a segment', async () => {
		const log = await aLog();
		const sealed = recordedElsewhere(someEvents(segmentSize));
		valueOf(await log.importEvents({ events: sealed }));
		const [mine] = await record(log, anEvent());
		const others = [
			{ ...sealed[7]!, on: '2024-01-18' as const },
			{ ...mine!, by: 'Murad' }
		];
		expect(await planOf(log, { events: others })).toMatchObject({
			...nothing,
			conflicts: [
				{ here: sealed[7], there: others[0] },
				{ here: mine, there: others[1] }
			]
		});
	});

	it('shows that a copy of an installation was recorded in as well', async () => {
		const log = await aLog();
		const [first, here] = recordedElsewhere(someEvents(2));
		const [there, after] = recordedElsewhere(someEvents(2), first!.link);
		valueOf(await log.importEvents({ events: [first!, here!] }));
		expect(await planOf(log, { events: [there!, after!] })).toMatchObject({
			fresh: [there, after],
			conflicts: [],
			forks: [{ here, there }]
		});
		// Both are facts that somebody recorded: both are kept, and the verification says so from then on.
		valueOf(await log.importEvents({ events: [there!, after!] }));
		expect((await verified(log)).findings).toEqual([
			{ kind: 'forked', event: there },
			{ kind: 'unconnected', event: after }
		]);
	});

	it('shows a fork also where its one side lies in a segment', async () => {
		const log = await aLog();
		const sealed = recordedElsewhere(someEvents(segmentSize));
		valueOf(await log.importEvents({ events: sealed }));
		const [there] = recordedElsewhere([anEvent()], sealed[41]!.link);
		expect((await planOf(log, { events: [there!] })).forks).toEqual([{ here: sealed[42], there }]);
	});

	it('finds no fork in a gap that is filled', async () => {
		const log = await aLog();
		const [one, two, three] = recordedElsewhere(someEvents(3));
		valueOf(await log.importEvents({ events: [three!, one!] }));
		expect(await planOf(log, { events: [two!] })).toMatchObject({ ...nothing, fresh: [two] });
	});
});

describe('a redaction from elsewhere', () => {
	it('takes out what an event here says, in the tail as in a segment', async () => {
		const log = await aLog();
		const sealed = recordedElsewhere(someEvents(segmentSize));
		valueOf(await log.importEvents({ events: sealed }));
		const [mine] = await record(log, anEvent());
		const redactions = [redactionOf(mine!), redactionOf(sealed[3]!)];
		const incoming = { events: redactions, redacts: [mine!.id, sealed[3]!.id] };
		expect(await planOf(log, incoming)).toMatchObject({
			fresh: redactions,
			redacted: [sealed[3]!.id, mine!.id]
		});
		valueOf(await log.importEvents(incoming));
		const { events, head } = await everythingIn(log);
		expect(events).toEqual([
			...sealed.map((event, index) => (index === 3 ? redactedForm(event) : event)),
			redactedForm(mine!),
			...redactions
		]);
		expect([...head.redacted].sort()).toEqual([mine!.id, sealed[3]!.id].sort());
		expect((await verified(log)).findings).toEqual([]);
	});

	it('that comes with its event lets the content in nowhere', async () => {
		const log = await aLog('with it');
		const [event] = recordedElsewhere([anEvent({ data: { name: 'Aysel' }, source: { quote: 'Aysel' } })]);
		valueOf(await log.importEvents({ events: [redactionOf(event!), event!], redacts: [event!.id] }));
		expect((await everythingIn(log)).events[1]).toEqual(redactedForm(event!));
		expect((await verified(log)).findings).toEqual([]);
	});

	it('that comes before its event keeps the content out when it comes, whole or redacted', async () => {
		for (const form of [(event: Envelope) => event, redactedForm]) {
			const log = await aLog();
			const [event] = recordedElsewhere([anEvent({ data: { name: 'Aysel' } })]);
			const redaction = redactionOf(event!);
			valueOf(await log.importEvents({ events: [redaction], redacts: [event!.id] }));
			expect(valueOf(await log.head()).redacted).toEqual([event!.id]);
			valueOf(await log.importEvents({ events: [form(event!)] }));
			expect((await everythingIn(log)).events).toEqual([redaction, redactedForm(event!)]);
			expect((await verified(log)).findings).toEqual([]);
		}
	});

	it('of which only the redacted event comes takes the content out all the same', async () => {
		const log = await aLog();
		const [event] = recordedElsewhere([anEvent({ data: { name: 'Aysel' } })]);
		valueOf(await log.importEvents({ events: [event!] }));
		const incoming = { events: [redactedForm(event!)] };
		expect(await planOf(log, incoming)).toMatchObject({ ...nothing, known: 1, redacted: [event!.id] });
		const before = valueOf(await log.head());
		expect(valueOf(await log.importEvents(incoming))).toEqual({ position: 2, added: 0, known: 1 });
		expect((await everythingIn(log)).events).toEqual([redactedForm(event!)]);
		const recent = valueOf(await log.readAfter(before.position))!;
		expect([...recent.changed]).toEqual([[event!.stream, 2]]);
		expect(await planOf(log, incoming)).toMatchObject({ ...nothing, known: 1 });
	});

	it('of which the redacted event comes beside the whole one keeps the content out', async () => {
		const [event] = recordedElsewhere([anEvent({ data: { name: 'Aysel' } })]);
		for (const events of [
			[event!, redactedForm(event!)],
			[redactedForm(event!), event!]
		]) {
			const log = await aLog();
			valueOf(await log.importEvents({ events }));
			expect((await everythingIn(log)).events).toEqual([redactedForm(event!)]);
		}
	});

	it('does not bring back what was redacted here', async () => {
		const log = await aLog();
		const [event] = await record(log, anEvent({ data: { name: 'Aysel' } }));
		await redact(log, event!);
		expect(await planOf(log, { events: [event!] })).toMatchObject({ ...nothing, known: 1 });
		valueOf(await log.importEvents({ events: [event!] }));
		expect((await everythingIn(log)).events[0]).toEqual(redactedForm(event!));
	});

	it('is no way to slip another content in: it is a conflict', async () => {
		const log = await aLog();
		const [event] = recordedElsewhere([anEvent({ data: { name: 'Aysel' } })]);
		valueOf(await log.importEvents({ events: [event!] }));
		const other = redactedForm({ ...event!, data: { name: 'Leyla' } });
		expect(await planOf(log, { events: [other] })).toMatchObject({
			...nothing,
			conflicts: [{ here: event, there: other }]
		});
		valueOf(await log.importEvents({ events: [other] }));
		expect((await everythingIn(log)).events).toEqual([event]);
	});

	it('in a large import reaches what came with it and what was here', async () => {
		const log = await aLog();
		const old = recordedElsewhere([anEvent({ replica: '019a0000-0000-7000-8000-000000000003' })]);
		valueOf(await log.importEvents({ events: old }));
		const before = valueOf(await log.head());
		const events = recordedElsewhere(someEvents(segmentSize));
		const redacts = [old[0]!.id, events[5]!.id];
		valueOf(await log.importEvents({ events, redacts }));
		const all = await everythingIn(log);
		expect(idsOf(all.events.filter(({ redacted }) => redacted))).toEqual(redacts);
		expect(all.head.chains[elsewhere]?.sequence).toBe(segmentSize);
		expect(valueOf(await log.readAfter(before.position))?.changed.has(old[0]!.stream)).toBe(true);
		expect((await verified(log)).findings).toEqual([]);
	});
});
