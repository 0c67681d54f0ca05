import { openDB, type IDBPTransaction, type OpenDBCallbacks, type StoreNames } from 'idb';
import { LogError, nameOf, reasonOf } from './failures.ts';
import { schemaVersion, type Database, type Schema, type Upgrading } from './schema.ts';
import { upgrade } from './upgrade.ts';

/** What the log says of itself, unasked. */
export type Notice =
	/** Another tab holds an older version of the database open; the opening goes on once it is closed. */
	| 'waitingForOtherTab'
	/** Another tab upgrades or deletes the database: this log has closed itself, the page must be reloaded. */
	| 'closedForOtherTab';

/** One connection to the database, opened again when the browser has dropped it. */
export class Connection {
	readonly #name: string;
	readonly #tell: (notice: Notice) => void;
	#opening: Promise<Database> | undefined;
	#closed = false;

	constructor(name: string, tell: (notice: Notice) => void) {
		this.#name = name;
		this.#tell = tell;
	}

	/**
	 * Does work on the open database. Where the browser has lost the connection, it is opened once more and the
	 * work done once more. Throws a `LogError` where there is no database, and what the work throws.
	 */
	async use<Value>(work: (database: Database) => Promise<Value>): Promise<Value> {
		const opening = this.#open();
		try {
			return await work(await opening);
		} catch (thrown) {
			if (!isLost(thrown)) throw thrown;
			this.#drop(opening);
			return await work(await this.#open());
		}
	}

	/** Lets go of the database for good. */
	close(): void {
		this.#closed = true;
		if (this.#opening) this.#drop(this.#opening);
	}

	#open(): Promise<Database> {
		if (this.#closed) return Promise.reject(new LogError({ kind: 'closed' }));
		if (this.#opening) return this.#opening;
		const opening = openDatabase(this.#name, {
			blocked: () => this.#tell('waitingForOtherTab'),
			// A connection that stays open would keep the other tab waiting for ever.
			blocking: () => {
				this.close();
				this.#tell('closedForOtherTab');
			}
		});
		this.#opening = opening;
		// A failed opening is not kept, so that the next use tries again.
		opening.catch(() => this.#drop(opening));
		return opening;
	}

	/** Forgets one connection, and only that: a newer one may be open already. */
	#drop(opening: Promise<Database>): void {
		if (this.#opening === opening) this.#opening = undefined;
		opening.then(
			(database) => database.close(),
			() => {}
		);
	}
}

async function openDatabase(
	name: string,
	callbacks: Pick<OpenDBCallbacks<Schema>, 'blocked' | 'blocking'>
): Promise<Database> {
	let failed: unknown;
	try {
		return await openDB<Schema>(name, schemaVersion, {
			...callbacks,
			upgrade: (database, from, _to, transaction) => {
				upgrade(database, from, transaction as Upgrading).catch((reason: unknown) => (failed = reason));
			}
		});
	} catch (thrown) {
		throw new LogError(
			nameOf(thrown) === 'VersionError'
				? { kind: 'newerDatabase' }
				: { kind: 'unavailable', reason: reasonOf(failed ?? thrown) }
		);
	}
}

/**
 * Opens a transaction. Browsers close connections by themselves, iOS when it puts the app to sleep, Chrome when
 * its storage process restarts or the site's data are cleared. A `close` event may tell of it or not; this
 * refusal ("the database connection is closing") always does, so nothing listens to the event.
 */
export function begin<Mode extends 'readonly' | 'readwrite'>(
	database: Database,
	stores: StoreNames<Schema>[],
	mode: Mode
): IDBPTransaction<Schema, StoreNames<Schema>[], Mode> {
	try {
		// Strict, for what a person recorded: complete means on disk. For reading it means nothing.
		return database.transaction(stores, mode, { durability: 'strict' });
	} catch (thrown) {
		throw nameOf(thrown) === 'InvalidStateError' ? new ConnectionLost(reasonOf(thrown)) : thrown;
	}
}

class ConnectionLost extends Error {}

/**
 * Safari may also lose its storage process under a transaction, which then fails with `UnknownError`
 * ("Connection to Indexed Database server lost. Refresh the page to try again").
 */
const isLost = (thrown: unknown): boolean =>
	thrown instanceof ConnectionLost ||
	(nameOf(thrown) === 'UnknownError' && /connection .*lost/i.test(reasonOf(thrown)));
