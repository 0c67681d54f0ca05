import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPreparation, type EventType } from '#lib/cycle/events/catalogue.ts';
import { redactedBy } from '#lib/cycle/events/read.ts';
import { foldCycle, type Anomaly, type Timeline } from '#lib/cycle/timeline/fold.ts';
import { newId, type Envelope, type NewEvent } from '#lib/envelope/envelope.ts';
import { readBundle } from '#lib/exchange/bundle/read.ts';
import { scopeOf, type Scope } from '#lib/exchange/bundle/scope.ts';
import { writeBundle } from '#lib/exchange/bundle/write.ts';
import { aLog, everythingIn, valueOf, verified } from '#lib/log/fixtures.ts';
import { missingIn, type Log } from '#lib/log/index.ts';
import { anyHistory, recordIn, type Told } from './histories.ts';

/** For a machine that is busy with other things. */
const timeout = 60_000;
const stream = 'CMW/AZE/3';

/** What is done about an event once it is recorded, or about what was done about another. */
interface Afterwards {
	/** Which one: of what tells of preparing, or of anything. */
	choice: number;
	ofPreparing: boolean;
	what: 'withdraw' | 'replace' | 'redact';
}
const anyAfterwards: fc.Arbitrary<Afterwards[]> = fc.array(
	fc.record({
		choice: fc.nat(),
		ofPreparing: fc.boolean(),
		what: fc.constantFrom('withdraw', 'replace', 'redact')
	}),
	{ maxLength: 8, size: '+1' }
);
const anyScope: fc.Arbitrary<Scope> = fc.constantFrom(
	{ kind: 'everything' },
	{ kind: 'state', state: 'AZE' },
	{ kind: 'cycle', stream }
);

const tellsOfPreparing = ({ type }: NewEvent): boolean => isPreparation({ type: type as EventType });

/** Events as the gate gives them: what happened, and then what was corrected and redacted of it. */
function eventsOf(history: readonly Told[], afterwards: readonly Afterwards[]): NewEvent[] {
	const events: NewEvent[] = recordIn(history).map((event) => ({ ...event, id: newId() }));
	for (const [index, { choice, ofPreparing, what }] of afterwards.entries()) {
		const some = ofPreparing ? events.filter(tellsOfPreparing) : events;
		const target = some[choice % Math.max(1, some.length)];
		if (!target || target.type === 'RecordRedacted') continue;
		const isCorrection = target.type === 'RecordCorrected';
		const { on, data } = target;
		const told =
			what === 'redact'
				? { type: 'RecordRedacted', data: { event: target.id, reason: 'a name' } }
				: {
						type: 'RecordCorrected',
						corrects: target.id,
						data:
							what === 'withdraw' || isCorrection
								? { action: 'withdraw', reason: 'a slip' }
								: { action: 'replace', reason: 'a slip', on, data, source: null }
					};
		events.push({
			...target,
			...told,
			id: newId(),
			on: '2026-02-01',
			recordedAt: new Date(Date.UTC(2026, 1, 1, 0, 0, index)).toISOString()
		});
	}
	return events;
}

/** A log in which a State recorded all of it. */
async function recorded(events: readonly NewEvent[]): Promise<Log> {
	const log = await aLog();
	for (const event of events) {
		const { position } = valueOf(await log.head());
		valueOf(await log.append({ events: [event], expected: position, redacts: redactedBy([event]) }));
	}
	return log;
}

/** What a file of a log holds, written and read as the app does it. */
async function fileOf(log: Log, scope: Scope): Promise<Envelope[]> {
	const { events, head } = await everythingIn(log);
	const given = { events: scopeOf(events, scope), scope, heads: head.chains };
	const read = valueOf(await readBundle(await writeBundle(given)));
	expect(read.scope).toEqual(scope);
	return read.events;
}

const takeIn = async (log: Log, events: readonly Envelope[]) =>
	valueOf(await log.importEvents({ events, redacts: redactedBy(events) }));

/** Everything a log knows, whatever the order it learnt it in. */
async function knowledgeOf(log: Log) {
	const { events, head } = await everythingIn(log);
	const { chains } = await verified(log);
	return {
		events: new Map(events.map((event) => [event.id, event])),
		redacted: new Set(head.redacted),
		chains: head.chains,
		seen: Object.values(chains).map(({ ranges }) => ranges)
	};
}

const nameOf = (anomaly: Anomaly): string =>
	`${anomaly.kind} ${anomaly.kind === 'unread' ? anomaly.envelope.id : anomaly.event.id}`;

const foldOf = (events: readonly Envelope[]) => foldCycle(stream, events) as Timeline;

test(
	'without preparations a file brings what is owed, and with the whole one everything',
	{ timeout },
	async () => {
		const reached = { left: 0, corrected: 0, redacted: 0 };
		await fc.assert(
			fc.asyncProperty(anyHistory, anyAfterwards, anyScope, async (history, afterwards, scope) => {
				const [state, secretariat] = [await recorded(eventsOf(history, afterwards)), await aLog()];
				const [whole, reduced] = [
					await fileOf(state, scope),
					await fileOf(state, { ...scope, without: 'preparations' })
				];
				const left = whole.filter(({ id }) => !reduced.some((one) => one.id === id));
				reached.left += left.length;
				reached.corrected += left.filter(({ type }) => type === 'RecordCorrected').length;
				reached.redacted += left.filter((one) => one.redacted).length;

				// Nothing in it tells of preparing anything.
				expect(reduced.filter(tellsOfPreparing)).toEqual([]);
				for (const one of left) expect(JSON.stringify(reduced)).not.toContain(`"id":"${one.id}"`);

				// What is owed to the committee is the same, and so is everything that happened.
				await takeIn(secretariat, reduced);
				const received = (await everythingIn(secretariat)).events;
				for (const part of ['facts', 'steps', 'spells', 'obligations'] as const)
					expect(foldOf(received)[part]).toEqual(foldOf(whole)[part]);
				expect(foldOf(received).preparation.events).toEqual([]);
				// Nor is anything odd there that is not so where all of it is.
				const odd = new Set(foldOf(whole).anomalies.map(nameOf));
				expect(
					foldOf(received)
						.anomalies.map(nameOf)
						.filter((name) => !odd.has(name))
				).toEqual([]);

				// What is missing is a gap and no fault; the chains close over what is there.
				const before = await verified(secretariat);
				expect(before.findings).toEqual([]);
				const gaps = Object.values(before.chains).flatMap(missingIn);
				for (const [from, to] of gaps)
					for (let place = from; place <= to; place += 1)
						expect(left.some(({ link }) => link?.sequence === place)).toBe(true);

				// The whole one brings back what was left out, and makes of the log what it would have made alone.
				await takeIn(secretariat, whole);
				const alone = await aLog();
				await takeIn(alone, whole);
				expect(await knowledgeOf(secretariat)).toEqual(await knowledgeOf(alone));
				expect(await verified(secretariat)).toMatchObject({ findings: [] });

				// After it, the reduced one changes nothing, however often.
				for (const log of [secretariat, state]) {
					const known = await everythingIn(log);
					for (let times = 0; times < 2; times += 1)
						expect(await takeIn(log, reduced)).toMatchObject({ added: 0, known: reduced.length });
					expect(await everythingIn(log)).toEqual(known);
				}
				[state, secretariat, alone].forEach((log) => log.close());
			}),
			{ numRuns: 150 }
		);
		expect(reached.left, 'preparations were left out').toBeGreaterThan(30);
		expect(reached.corrected, 'corrections of them too').toBeGreaterThan(10);
		expect(reached.redacted, 'and such as were redacted').toBeGreaterThan(5);
	}
);
