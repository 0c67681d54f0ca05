import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aLog, anEvent, everythingIn, idsOf, record, valueOf, verified } from './fixtures.ts';
import { openLog, type Notice } from './index.ts';
import { newHead, schemaVersion } from './schema.ts';

afterEach(() => vi.restoreAllMocks());

/** Every database that is opened from here on. */
function watchOpened(): IDBDatabase[] {
	const opened: IDBDatabase[] = [];
	const open = indexedDB.open.bind(indexedDB);
	vi.spyOn(indexedDB, 'open').mockImplementation((...given) => {
		const request = open(...given);
		request.addEventListener('success', () => opened.push(request.result));
		return request;
	});
	return opened;
}

describe('another tab', () => {
	it('gets the database when it upgrades it, and this one is told and refuses from then on', async () => {
		const notices: Notice[] = [];
		const log = valueOf(await openLog({ name: 'upgraded', tell: (notice) => notices.push(notice) }));
		await record(log, anEvent());
		const newer = await openDB('upgraded', schemaVersion + 1);
		expect(notices).toEqual(['closedForOtherTab']);
		const closed = { ok: false, error: { kind: 'closed' } };
		expect(await log.append({ events: [anEvent()], expected: 1 })).toEqual(closed);
		expect(await log.readAll(() => {})).toEqual(closed);
		expect(await log.device.get('by')).toEqual(closed);
		expect(await newer.getAll('commits')).toHaveLength(1);

		newer.close();
		expect(await openLog({ name: 'upgraded' })).toEqual({ ok: false, error: { kind: 'newerDatabase' } });
	});

	it('gets the database when it deletes it', async () => {
		const notices: Notice[] = [];
		await openLog({ name: 'deleted', tell: (notice) => notices.push(notice) });
		await deleteDB('deleted');
		expect(notices).toEqual(['closedForOtherTab']);
	});
});

describe('a connection that the browser has lost', () => {
	it('is opened again at the next use', async () => {
		const opened = watchOpened();
		const log = await aLog();
		await record(log, anEvent());
		forceCloseDatabase(opened[0] as never);
		await record(log, anEvent());
		expect((await everythingIn(log)).events).toHaveLength(2);
		expect(opened).toHaveLength(2);
	});

	it('without a word, is opened again once, and the work done once', async () => {
		const opened = watchOpened();
		const log = await aLog();
		opened[0]!.close();
		const results = await Promise.all([record(log, anEvent()), log.head()]);
		expect(results[0]).toHaveLength(1);
		expect((await everythingIn(log)).events).toHaveLength(1);
		expect(opened, 'both share the new connection').toHaveLength(2);
	});

	it('again and again, is a failure and no endless loop', async () => {
		const log = await aLog();
		const begin = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
			throw new DOMException('The database connection is closing.', 'InvalidStateError');
		});
		expect(await log.append({ events: [anEvent()], expected: 0 })).toMatchObject({
			error: { kind: 'notWritten', reason: expect.stringContaining('closing') }
		});
		expect(begin).toHaveBeenCalledTimes(2);
		expect(await log.head()).toMatchObject({ error: { kind: 'notRead' } });
		begin.mockRestore();
		await record(log, anEvent());
		expect(valueOf(await log.head()).position).toBe(1);
	});

	it('and cannot be opened at once, is tried again at the next use', async () => {
		const opened = watchOpened();
		const log = await aLog();
		opened[0]!.close();
		vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
			throw new DOMException('Not now', 'UnknownError');
		});
		expect(await log.head()).toEqual({
			ok: false,
			error: { kind: 'unavailable', reason: 'UnknownError: Not now' }
		});
		expect(valueOf(await log.head())).toEqual(newHead);
	});

	it('under a reading, is a failure to read and nothing else', async () => {
		const log = await aLog();
		vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementationOnce(function (this: IDBObjectStore) {
			const request = this.get(1);
			this.transaction.abort();
			return request;
		});
		expect(await log.readAll(() => {})).toMatchObject({ ok: false, error: { kind: 'notRead' } });
		expect((await everythingIn(log)).events).toEqual([]);
	});

	it('under a transaction, as in Safari, does not record twice', async () => {
		const log = await aLog();
		const event = anEvent();
		const add = IDBObjectStore.prototype.add;
		vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(function (this: IDBObjectStore, value) {
			const request = add.call(this, value);
			const lost = 'Connection to Indexed Database server lost. Refresh the page to try again';
			Object.assign(this.transaction, { error: new DOMException(lost, 'UnknownError') });
			this.transaction.abort();
			return request;
		});
		const { events } = valueOf(await log.append({ events: [event], expected: 0 }));
		expect(idsOf(events)).toEqual([event.id]);
		expect((await everythingIn(log)).events).toEqual(events);
	});

	it('after the commit was written, has the answer of that commit', async () => {
		const log = await aLog();
		await record(log, anEvent());
		const transaction = IDBDatabase.prototype.transaction;
		vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(function (
			this: IDBDatabase,
			...given
		) {
			const made = transaction.apply(this, given);
			// It is on disk; but the word of it is lost on the way, and a failure comes in its place.
			const listen = made.addEventListener.bind(made);
			made.addEventListener = (type: string, listener: EventListener) => {
				if (type === 'abort') listen('complete', listener);
			};
			const lost = 'Connection to Indexed Database server lost. Refresh the page to try again';
			listen('complete', () => Object.assign(made, { error: new DOMException(lost, 'UnknownError') }));
			return made;
		});
		const { events, head } = valueOf(await log.append({ events: [anEvent(), anEvent()], expected: 1 }));
		expect(events).toHaveLength(2);
		expect(await everythingIn(log)).toMatchObject({ events: [{}, ...events], head });
		expect((await verified(log)).findings).toEqual([]);
	});
});

it('says so where the browser gives no database', async () => {
	vi.spyOn(indexedDB, 'open').mockImplementation(() => {
		throw new DOMException('Not here', 'SecurityError');
	});
	expect(await openLog()).toEqual({
		ok: false,
		error: { kind: 'unavailable', reason: 'SecurityError: Not here' }
	});
});

it('refuses everything once it is closed', async () => {
	const log = await aLog();
	log.close();
	expect(await log.head()).toEqual({ ok: false, error: { kind: 'closed' } });
});
