import type { StoreNames } from 'idb';
import { ok, refuse, type Result } from '#lib/result.ts';
import { begin, type Connection } from './connection.ts';
import { asReadFailure, asWriteFailure, type ReadFailure, type WriteFailure } from './failures.ts';
import type { Database, Reading, Schema, Writing } from './schema.ts';

/**
 * Which stores a transaction covers: the end of the log, where an append happens; all of it; what was made of it;
 * the device's own; or what was said on it.
 */
export type Scope = 'tail' | 'log' | 'cache' | 'device' | 'ledger';

const storesOf: Record<Scope, StoreNames<Schema>[]> = {
	tail: ['commits'],
	log: ['commits', 'segments', 'directory', 'cache'],
	cache: ['cache'],
	device: ['device'],
	ledger: ['ledger']
};

/** Reads in one transaction, so that all of it is of one moment. */
export async function read<Value>(
	connection: Connection,
	scope: Scope,
	work: (transaction: Reading) => Promise<Value>
): Promise<Result<Value, ReadFailure>> {
	try {
		return ok(
			await connection.use((database) => {
				const transaction = begin(database, storesOf[scope], 'readonly');
				leaveDoneAlone(transaction);
				return work(transaction);
			})
		);
	} catch (thrown) {
		return refuse(asReadFailure(thrown));
	}
}

/**
 * Writes in one transaction, all or nothing, and comes back only when it is on disk or surely not written. A
 * refusal by `work` writes nothing.
 *
 * `work` waits for nothing but requests of its transaction, which otherwise closes under it; and done twice it
 * changes nothing the second time, since a lost connection leaves open whether the first was written.
 */
export async function write<Value, Refusal>(
	connection: Connection,
	scope: Scope,
	work: (transaction: Writing) => Promise<Result<Value, Refusal>>
): Promise<Result<Value, Refusal | WriteFailure>> {
	try {
		return await connection.use((database) => writeOnce(database, scope, work));
	} catch (thrown) {
		return refuse(asWriteFailure(thrown));
	}
}

async function writeOnce<Value, Refusal>(
	database: Database,
	scope: Scope,
	work: (transaction: Writing) => Promise<Result<Value, Refusal>>
): Promise<Result<Value, Refusal>> {
	const transaction = begin(database, storesOf[scope], 'readwrite');
	leaveDoneAlone(transaction);
	const end = endOf(transaction);
	let outcome: Result<Value, Refusal> | undefined;
	let thrown: unknown;
	work(transaction).then(
		(result) => {
			outcome = result;
			if (!result.ok) abort(transaction);
		},
		(reason: unknown) => {
			thrown = reason;
			abort(transaction);
		}
	);
	// The end of the transaction decides and not that of the work: when the disk is full, Chrome aborts and gives
	// the requests no event at all, so that the work never ends.
	const completed = await end;
	if (outcome && (completed || !outcome.ok)) return outcome;
	// When the disk is full, requests under way are told no more than that they were aborted.
	throw transaction.error ?? thrown ?? new DOMException('The transaction was aborted', 'AbortError');
}

/** Keeps idb's `done`, which is not used here, from being reported as a rejection that nobody handled. */
function leaveDoneAlone(transaction: Reading | Writing): void {
	transaction.done.catch(() => {});
}

/**
 * Whether the transaction completed. Only `complete` and `abort` are asked: a failing commit may fire no
 * `error`, and at an `error`, which idb's `done` goes by, the transaction's reason is not set yet.
 */
function endOf(transaction: Writing): Promise<boolean> {
	return new Promise((resolve) => {
		transaction.addEventListener('complete', () => resolve(true));
		transaction.addEventListener('abort', () => resolve(false));
	});
}

function abort(transaction: Writing): void {
	try {
		transaction.abort();
	} catch {
		// It has ended already: there is nothing left to abort.
	}
}
