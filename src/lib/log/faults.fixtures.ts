import { vi } from 'vitest';

/*
 * Whatever goes wrong at whichever request of a transaction, nothing of it may be left behind. Each writing is
 * let fail at its first request, its second, and so on until it gets through, in each of these ways.
 */
type Source = IDBObjectStore | IDBDatabase;
type Step = (this: Source, ...given: unknown[]) => unknown;

const full = () => new DOMException('No room', 'QuotaExceededError');

export interface Way {
	title: string;
	/** The failure that a writing has then. */
	kind: 'storageFull' | 'notWritten';
	/** Only what is written can fail so: what was read is read, and a disk is not full of it. */
	isOfWriting?: true;
	/** @param go makes the request; what changes the stores makes none */
	fail: (transaction: IDBTransaction, go: () => IDBRequest | undefined) => unknown;
}

export const ways: Way[] = [
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
		fail: (transaction, go) => {
			const request = go();
			transaction.abort();
			return request;
		}
	},
	{
		title: 'the transaction is aborted after the request, without any error',
		kind: 'notWritten',
		isOfWriting: true,
		fail: (transaction, go) => {
			const request = go();
			if (request) request.addEventListener('success', () => transaction.abort());
			else queueMicrotask(() => transaction.abort());
			return request;
		}
	},
	{
		title: 'storage is full and the request hears of it only that it was aborted',
		kind: 'storageFull',
		isOfWriting: true,
		fail: (transaction, go) => {
			const request = go();
			Object.assign(transaction, { error: full() });
			transaction.abort();
			return request;
		}
	},
	{
		title: 'storage is full and the request hears nothing at all, as in Chrome',
		kind: 'storageFull',
		isOfWriting: true,
		fail: (transaction, go) => {
			// What changes the stores has to give them.
			const made = go();
			Object.assign(transaction, { error: full() });
			transaction.abort();
			return made && new IDBRequest();
		}
	}
];

const steps: Record<string, { of: () => object; names: string[] }> = {
	store: {
		of: () => IDBObjectStore.prototype,
		names: [
			...['get', 'getKey', 'getAll', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor'],
			...['add', 'put', 'delete', 'clear', 'createIndex', 'deleteIndex']
		]
	},
	database: { of: () => IDBDatabase.prototype, names: ['createObjectStore', 'deleteObjectStore'] }
};

/** Faults that were injected so far. */
export const injected = { count: 0 };

/**
 * Lets the step of this number fail from now on, until all mocks are restored; tells how many steps there were,
 * and in what kind of transaction the failing one was.
 */
export function failAt(number: number, way: Way): { count: number; mode?: IDBTransactionMode } {
	const seen: { count: number; mode?: IDBTransactionMode } = { count: 0 };
	let upgrading: IDBOpenDBRequest;
	const open = indexedDB.open.bind(indexedDB);
	vi.spyOn(indexedDB, 'open').mockImplementation((...given) => (upgrading = open(...given)));
	for (const { of, names } of Object.values(steps))
		for (const name of names) {
			const target = of() as Record<string, Step>;
			const original = target[name]!;
			vi.spyOn(target, name).mockImplementation(function (this: Source, ...given) {
				const transaction =
					'transaction' in this && typeof this.transaction === 'object'
						? this.transaction
						: upgrading.transaction!;
				let made: unknown;
				const go = () => {
					made = original.apply(this, given);
					return made instanceof IDBRequest ? made : undefined;
				};
				if (way.isOfWriting && transaction.mode === 'readonly') return original.apply(this, given);
				seen.count += 1;
				if (seen.count !== number) return original.apply(this, given);
				injected.count += 1;
				seen.mode = transaction.mode;
				return way.fail(transaction, go) ?? made;
			});
		}
	return seen;
}
