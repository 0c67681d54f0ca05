import 'fake-indexeddb/auto';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { redact as redactedForm } from '#lib/envelope/chain.ts';
import { newId } from '#lib/envelope/envelope.ts';
import type { Result } from '#lib/result.ts';
import { failAt, injected, ways } from './faults.fixtures.ts';
import {
	aLog,
	anEvent,
	everythingIn,
	idsOf,
	record,
	recordedElsewhere,
	valueOf,
	verified
} from './fixtures.ts';
import type { Log } from './index.ts';

// For a machine that is busy with other things.
vi.setConfig({ testTimeout: 30_000 });

vi.mock('./segment.ts', async (real) =>
	(await import('./smallSegments.fixtures.ts')).smallSegments(await real())
);

const mine = [anEvent(), anEvent({ stream: 'CRPD/EU/1' }), anEvent(), anEvent({ stream: 'CERD/AZE/10-12' })];
const example = recordedElsewhere([anEvent({ stream: 'CRPD/EU/2' }), anEvent({ stream: 'CED/FRA/1' })]);
const theirs = recordedElsewhere(Array.from({ length: 10 }, () => anEvent({ replica: newId() })));
const fresh = [anEvent(), anEvent({ stream: 'CCPR/CHN-HKG/4' })];
const last = [anEvent(), anEvent({ stream: 'CAT/AZE/5' })];
const redaction = [anEvent({ type: 'RecordRedacted' })];

/** A log with something everywhere: in segments and in the tail, of the worked example, cached, on the device. */
async function aLogWithHistory(name: string): Promise<Log> {
	const log = await aLog(name);
	await record(log, mine[0]!, mine[1]!);
	valueOf(await log.append({ events: example, expected: 1, origin: 'workedExample' }));
	valueOf(await log.tidy());
	await record(log, mine[2]!);
	await record(log, mine[3]!);
	valueOf(await log.importEvents({ events: theirs.slice(0, 1) }));
	await keep(log);
	return log;
}

async function keep(log: Log): Promise<void> {
	valueOf(await log.cache.set('whole'));
	valueOf(await log.cache.setParts(new Map([['CMW/AZE/3', 'part']])));
	valueOf(await log.device.set('lastVisit', '2026-11-01'));
	valueOf(await log.ledger.change(['said'], () => 'before'));
}

/** Everything that is stored, as it is read. */
const stateOf = async (log: Log) => ({
	...(await everythingIn(log)),
	cached: valueOf(await log.cache.get()),
	device: valueOf(await log.device.get('lastVisit')),
	ledger: [...valueOf(await log.ledger.all())],
	findings: (await verified(log)).findings
});

/** What a state tells that is the same each time: salts are by chance, and the hashes with them. */
const toldBy = ({ events, head, cached, device, ledger, findings }: Awaited<ReturnType<typeof stateOf>>) => ({
	events: events.map(({ id, redacted, link }) => [id, Boolean(redacted), link?.sequence]),
	head: { ...head, hash: '', chains: Object.values(head.chains).map(({ sequence }) => sequence) },
	cached,
	device,
	ledger,
	findings
});

const writings: {
	title: string;
	/** Requests, of all and of those in transactions that write. */
	requests: [all: number, writing: number];
	before?: (log: Log) => Promise<unknown>;
	write: (log: Log) => Promise<Result<unknown, { kind: string }>>;
}[] = [
	{
		title: 'append that knows where the log stands',
		requests: [2, 2],
		before: (log) => record(log, last[0]!),
		write: (log) => log.append({ events: fresh, expected: 7 })
	},
	{
		title: 'append that has to look',
		requests: [3, 3],
		write: (log) => log.append({ events: fresh, expected: 6 })
	},
	{
		title: 'append that redacts',
		requests: [13, 13],
		write: (log) =>
			log.append({
				events: redaction,
				expected: 6,
				redacts: idsOf([mine[0]!, mine[3]!, theirs[0]!, example[1]!])
			})
	},
	{
		title: 'tidy',
		requests: [10, 9],
		before: (log) => record(log, ...last),
		write: (log) => log.tidy()
	},
	{ title: 'cache.set', requests: [2, 2], write: (log) => log.cache.set({ json: '[]' }) },
	{
		title: 'cache.setParts',
		requests: [2, 2],
		write: (log) =>
			log.cache.setParts(
				new Map([
					['CMW/AZE/3', 'new'],
					['CRPD/EU/1', 'first']
				])
			)
	},
	{
		title: 'importEvents of few, into the tail',
		requests: [7, 2],
		write: (log) => log.importEvents({ events: theirs.slice(0, 3) })
	},
	{
		title: 'importEvents of many, into segments',
		requests: [19, 14],
		write: (log) => log.importEvents({ events: theirs })
	},
	{
		title: 'importEvents of few that redact',
		requests: [18, 12],
		write: (log) =>
			log.importEvents({
				events: [theirs[1]!, redactedForm(theirs[0]!), theirs[2]!],
				redacts: idsOf([mine[1]!, mine[2]!, theirs[2]!])
			})
	},
	{
		title: 'importEvents of many that redact',
		requests: [29, 23],
		write: (log) => log.importEvents({ events: theirs, redacts: idsOf([mine[0]!, mine[3]!, theirs[7]!]) })
	},
	{
		title: 'removeWorkedExample from a segment',
		requests: [12, 12],
		write: (log) => log.removeWorkedExample()
	},
	{
		title: 'removeWorkedExample from the tail',
		requests: [11, 11],
		before: async (log) => {
			valueOf(await log.removeWorkedExample());
			await keep(log);
			valueOf(await log.append({ events: example, expected: 7, origin: 'workedExample' }));
		},
		write: (log) => log.removeWorkedExample()
	},
	{ title: 'device.set', requests: [1, 1], write: (log) => log.device.set('lastVisit', '2026-11-22') },
	{
		title: 'ledger.change',
		requests: [4, 4],
		write: (log) => log.ledger.change(['said', 'new'], () => 'after')
	},
	{ title: 'ledger.forget', requests: [2, 2], write: (log) => log.ledger.forget(['said', 'new']) }
];

afterEach(() => {
	vi.restoreAllMocks();
});
afterAll(() => console.log(`${injected.count} faults injected into writings`));

describe.each(writings)('$title', ({ before = async () => {}, write, requests: [all, writing] }) => {
	it.each(ways)('leaves nothing behind where $title', async (way) => {
		/** States after the writing got through at once, or after it had failed before. */
		const after: unknown[] = [];
		let number = 1;
		for (; ; number += 1) {
			const name = newId();
			const log = await aLogWithHistory(name);
			await before(log);
			const state = await stateOf(log);
			expect(state.findings).toEqual([]);

			const seen = failAt(number, way);
			const result = await write(log);
			vi.restoreAllMocks();
			if (seen.mode === undefined) {
				expect(result.ok).toBe(true);
				after.push(toldBy(await stateOf(log)));
				break;
			}
			const kind = seen.mode === 'readonly' ? 'notRead' : way.kind;
			expect(result, `request ${number}`).toMatchObject({ ok: false, error: { kind } });
			for (const reader of [log, await aLog(name)])
				expect(await stateOf(reader), `request ${number}`).toEqual(state);
			expect(await write(log), `again after request ${number}`).toMatchObject({ ok: true });
			after.push(toldBy(await stateOf(await aLog(name))));
		}
		expect(number - 1, 'requests that were let fail').toBe(way.isOfWriting ? writing : all);
		for (const told of after) expect(told).toEqual(after.at(-1));
		expect(after.at(-1)).toMatchObject({ findings: [] });
	});
});

it('says saved only when the transaction is complete', async () => {
	const log = await aLog();
	const order: string[] = [];
	const transaction = IDBDatabase.prototype.transaction;
	const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
		this: IDBDatabase,
		...given
	) {
		const made = transaction.apply(this, given);
		made.addEventListener('complete', () => order.push('complete'));
		return made;
	});
	valueOf(await log.append({ events: [anEvent()], expected: 0 }));
	order.push('saved');
	expect(order).toEqual(['complete', 'saved']);
	expect(spy.mock.calls).toEqual([[['commits'], 'readwrite', { durability: 'strict' }]]);
});
