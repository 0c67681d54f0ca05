import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { newId } from '#lib/envelope/envelope.ts';
import type { Result } from '#lib/result.ts';
import { aLog, anEvent, everythingIn, record, valueOf } from './fixtures.ts';
import type { Log } from './index.ts';

/*
 * Whatever goes wrong at whichever request of a transaction, nothing of it may be left behind: each writing is
 * let fail at its first request, its second, and so on until it gets through, in each of these ways.
 */
type Request = (this: IDBObjectStore | IDBIndex, ...given: unknown[]) => IDBRequest;

const full = () => new DOMException('No room', 'QuotaExceededError');
const transactionOf = (source: IDBObjectStore | IDBIndex): IDBTransaction =>
	('transaction' in source ? source : source.objectStore).transaction;

const ways: {
	title: string;
	kind: string;
	fail: (source: IDBObjectStore | IDBIndex, go: () => IDBRequest) => IDBRequest;
}[] = [
	{
		title: 'the request throws that storage is full',
		kind: 'storageFull',
		fail: () => {
			throw full();
		}
	},
	{
		title: 'the request throws something else',
		kind: 'notWritten',
		fail: () => {
			throw new DOMException('What is this?', 'DataError');
		}
	},
	{
		title: 'the transaction is aborted under the request',
		kind: 'notWritten',
		fail: (source, go) => {
			const request = go();
			transactionOf(source).abort();
			return request;
		}
	},
	{
		title: 'the transaction is aborted after the request, without any error',
		kind: 'notWritten',
		fail: (source, go) => {
			const request = go();
			request.addEventListener('success', () => transactionOf(source).abort());
			return request;
		}
	},
	{
		title: 'storage is full and the request hears of it only that it was aborted',
		kind: 'storageFull',
		fail: (source, go) => {
			const request = go();
			Object.assign(transactionOf(source), { error: full() });
			transactionOf(source).abort();
			return request;
		}
	},
	{
		title: 'storage is full and the request hears nothing at all, as in Chrome',
		kind: 'storageFull',
		fail: (source) => {
			Object.assign(transactionOf(source), { error: full() });
			transactionOf(source).abort();
			return new IDBRequest();
		}
	}
];

const writings: {
	title: string;
	requests: number;
	write: (log: Log) => Promise<Result<unknown, { kind: string }>>;
}[] = [
	{
		title: 'append',
		requests: 10,
		write: (log) =>
			log.append({ events: [anEvent(), anEvent({ stream: 'CCPR/CHN-HKG/4' })], expected: { 'CMW/AZE/3': 2 } })
	},
	{
		title: 'importEvents',
		requests: 8,
		write: (log) => log.importEvents([anEvent(), anEvent({ stream: 'CCPR/CHN-HKG/4' })])
	},
	{ title: 'removeWorkedExample', requests: 6, write: (log) => log.removeWorkedExample() },
	{ title: 'device.set', requests: 1, write: (log) => log.device.set('lastVisit', '2026-11-22') }
];

const methods = [
	...(['get', 'getAll', 'getAllKeys', 'openKeyCursor', 'add', 'put', 'delete'] as const).map((name) => ({
		prototype: () => IDBObjectStore.prototype,
		name
	})),
	{ prototype: () => IDBIndex.prototype, name: 'getKey' as const }
];

/** Lets the request of this number fail from now on; tells how many there were. */
function failAt(number: number, way: (typeof ways)[number]): { count: number } {
	const seen = { count: 0 };
	for (const { prototype, name } of methods) {
		const target = prototype() as unknown as Record<string, Request>;
		const original = target[name]!;
		vi.spyOn(target, name).mockImplementation(function (this: IDBObjectStore | IDBIndex, ...given) {
			const go = () => original.apply(this, given);
			seen.count++;
			return seen.count === number ? way.fail(this, go) : go();
		});
	}
	return seen;
}

afterEach(() => vi.restoreAllMocks());

async function aLogWithHistory(name: string): Promise<Log> {
	const log = await aLog(name);
	await record(log, anEvent(), anEvent());
	const example = [anEvent({ stream: 'CRPD/EU/1' }), anEvent({ stream: 'CED/FRA/1' })];
	valueOf(await log.append({ events: example, expected: {}, origin: 'workedExample' }));
	valueOf(await log.device.set('lastVisit', '2026-11-01'));
	return log;
}

describe.each(writings)('$title', ({ write, requests }) => {
	it.each(ways)('leaves nothing behind where $title', async (way) => {
		let number = 1;
		for (; ; number++) {
			const name = newId();
			const log = await aLogWithHistory(name);
			const before = await everythingIn(log);

			const seen = failAt(number, way);
			const result = await write(log);
			vi.restoreAllMocks();
			if (seen.count < number) {
				expect(result.ok).toBe(true);
				break;
			}
			expect(result, `request ${number}`).toMatchObject({ ok: false, error: { kind: way.kind } });
			for (const reader of [log, await aLog(name)]) {
				expect(await everythingIn(reader), `request ${number}`).toEqual(before);
				expect(valueOf(await reader.device.get('lastVisit'))).toBe('2026-11-01');
			}
			expect(await write(log), `again after request ${number}`).toMatchObject({ ok: true });
		}
		expect(number - 1, 'requests that were let fail').toBe(requests);
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
	valueOf(await log.append({ events: [anEvent()], expected: {} }));
	order.push('saved');
	expect(order).toEqual(['complete', 'saved']);
	expect(spy.mock.calls).toEqual([[['commits', 'heads'], 'readwrite', { durability: 'strict' }]]);
});
