import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { redactedBy } from '#lib/cycle/events/read.ts';
import { outlineStream } from '#lib/cycle/outline/outline.ts';
import { newId, type Envelope, type NewEvent } from '#lib/envelope/envelope.ts';
import { scopeOf } from '#lib/exchange/bundle/scope.ts';
import { aLog, everythingIn, valueOf, verified } from '#lib/log/fixtures.ts';
import { missingIn, type Incoming, type Log } from '#lib/log/index.ts';
import { anyHistory, type Told } from './histories.ts';

// Segments of few events, so that a short history fills many.
vi.mock('#lib/log/segment.ts', async (real) =>
	(await import('#lib/log/smallSegments.fixtures.ts')).smallSegments(await real())
);

/** For a machine that is busy with other things. */
const timeout = 60_000;

const streams = ['CMW/AZE/3', 'CRPD/EU/1'];

/** What an installation does. `of` and `to` are its number and another's. */
type Step =
	| { do: 'record'; of: number; stream: number; told: Told[] }
	| { do: 'redact'; of: number; choice: number }
	| { do: 'tidy'; of: number }
	/** Makes a bundle, of all streams or of one, with what is prepared or without, in any order and with repetitions. */
	| { do: 'send'; of: number; to: number; stream: number | null; whole: boolean; order: number[] }
	/** One of the bundles that are on their way arrives, the oldest or a younger one; and perhaps again later. */
	| { do: 'arrive'; choice: number; again: boolean };

const installation = fc.nat(2);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
	{
		weight: 3,
		arbitrary: fc.record({
			do: fc.constant('record' as const),
			of: installation,
			stream: fc.nat(1),
			told: anyHistory.map((history) => history.slice(0, 6))
		})
	},
	{
		weight: 1,
		arbitrary: fc.record({ do: fc.constant('redact' as const), of: installation, choice: fc.nat() })
	},
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('tidy' as const), of: installation }) },
	{
		weight: 3,
		arbitrary: fc.record({
			do: fc.constant('send' as const),
			of: installation,
			to: installation,
			stream: fc.option(fc.nat(1)),
			whole: fc.boolean(),
			order: fc.array(fc.nat(), { maxLength: 40 })
		})
	},
	{
		weight: 3,
		arbitrary: fc.record({ do: fc.constant('arrive' as const), choice: fc.nat(), again: fc.boolean() })
	}
);

/** Events and the redactions among them, as a file of a colleague has them. */
const bundleOf = (events: readonly Envelope[]): Incoming => ({ events, redacts: redactedBy(events) });

/** Some events in another order, some of them twice. */
const shuffled = (events: readonly Envelope[], order: readonly number[]): Envelope[] =>
	order.length === 0
		? [...events]
		: [...events, ...order.filter((place) => place % 3 === 0).map((place) => events[place % events.length]!)]
				.filter((event) => event !== undefined)
				.map((event, index) => ({ event, key: (order[index % order.length]! * 31 + index * 7) % 101 }))
				.sort((one, other) => one.key - other.key)
				.map(({ event }) => event);

class World {
	readonly logs: Log[];
	readonly replicas = [newId(), newId(), newId()];
	readonly underWay: { to: number; incoming: Incoming }[] = [];
	#clock = 0;

	constructor(logs: Log[]) {
		this.logs = logs;
	}

	async do(step: Step): Promise<void> {
		switch (step.do) {
			case 'record':
				return this.#record(step.of, streams[step.stream]!, step.told);
			case 'redact': {
				const { events } = await everythingIn(this.logs[step.of]!);
				const facts = events.filter(({ type, redacted }) => type !== 'RecordRedacted' && !redacted);
				const target = facts[step.choice % facts.length];
				if (!target) return;
				const data = { event: target.id, reason: 'a name' };
				return this.#record(step.of, target.stream, [{ type: 'RecordRedacted', on: '2026-01-01', data }]);
			}
			case 'tidy':
				valueOf(await this.logs[step.of]!.tidy());
				return;
			case 'send': {
				const log = this.logs[step.of]!;
				const asked = step.stream === null ? streams : [streams[step.stream]!];
				const all = valueOf(await log.readStreams(asked));
				const events = step.whole ? all : scopeOf(all, { kind: 'everything', without: 'preparations' });
				this.underWay.push({ to: step.to, incoming: bundleOf(shuffled(events, step.order)) });
				return;
			}
			case 'arrive': {
				const place = step.choice % Math.max(1, this.underWay.length);
				const arrived = this.underWay[place];
				if (!arrived) return;
				if (!step.again) this.underWay.splice(place, 1);
				valueOf(await this.logs[arrived.to]!.importEvents(arrived.incoming));
			}
		}
	}

	/** Everybody gets what is still under way, and then everything of everybody. */
	async meet(): Promise<void> {
		for (const { to, incoming } of this.underWay) valueOf(await this.logs[to]!.importEvents(incoming));
		for (const from of [...this.logs, ...this.logs]) {
			const { events } = await everythingIn(from);
			for (const to of this.logs) valueOf(await to.importEvents(bundleOf(events)));
		}
	}

	async #record(of: number, stream: string, told: readonly Told[]): Promise<void> {
		const log = this.logs[of]!;
		const events = told.map((fact): NewEvent => ({
			...fact,
			id: newId(),
			stream,
			schema: 1,
			recordedAt: new Date(Date.UTC(2026, 0, 1, 0, 0, this.#clock++)).toISOString(),
			by: `of ${of}`,
			replica: this.replicas[of]!,
			source: null
		}));
		const { position } = valueOf(await log.head());
		valueOf(await log.append({ events, expected: position, redacts: redactedBy(events) }));
	}
}

/** What an installation knows, whatever the order it learnt it in. */
async function knowledgeOf(log: Log) {
	const { events, head } = await everythingIn(log);
	const { findings, chains } = await verified(log);
	return {
		events: new Map(
			events.toSorted((one, other) => (one.id < other.id ? -1 : 1)).map((event) => [event.id, event])
		),
		count: events.length,
		chains: head.chains,
		redacted: new Set(head.redacted),
		findings,
		seen: Object.fromEntries(Object.entries(chains).map(([replica, { ranges }]) => [replica, ranges])),
		missing: Object.values(chains).flatMap(missingIn),
		outlines: await Promise.all(
			streams.map(async (stream) => outlineStream(stream, valueOf(await log.readStreams([stream]))))
		)
	};
}

test('three installations that hear of each other anyhow know the same in the end', { timeout }, async () => {
	const reached = { events: 0, redacted: 0 };
	await fc.assert(
		fc.asyncProperty(fc.array(anyStep, { maxLength: 30, size: '+1' }), async (steps) => {
			const world = new World([await aLog(), await aLog(), await aLog()]);
			for (const step of steps) await world.do(step);
			await world.meet();
			const [one, ...others] = await Promise.all(world.logs.map(knowledgeOf));
			expect(one).toMatchObject({ findings: [], missing: [], count: one!.events.size });
			for (const other of others) expect(other).toEqual(one);

			// What was redacted anywhere is said nowhere any more.
			for (const id of one!.redacted) expect(one!.events.get(id)).toMatchObject({ data: {}, source: null });
			reached.events = Math.max(reached.events, one!.count);
			reached.redacted += one!.redacted.size;
			world.logs.forEach((log) => log.close());
		}),
		{ numRuns: 60 }
	);
	expect(reached.events, 'some history was long').toBeGreaterThan(10);
	expect(reached.redacted, 'contents were redacted').toBeGreaterThan(5);
});
