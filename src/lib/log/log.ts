import type { Envelope } from '#lib/envelope/envelope.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import { append, findRepeated, type Append, type Appended } from './append.ts';
import { cacheOver, type Cache } from './cache.ts';
import { Connection, type Notice } from './connection.ts';
import { deviceOver, type Device } from './device.ts';
import {
	LogError,
	type AppendFailure,
	type ImportFailure,
	type LogFailure,
	type ReadFailure,
	type RemovalFailure,
	type WriteFailure
} from './failures.ts';
import { findHash, type Found } from './find.ts';
import { Finder } from './finder.ts';
import { commitsOfImport, importPlanned, planImport, type Imported, type Plan } from './importEvents.ts';
import { asStored, eachOnce } from './incoming.ts';
import { ledgerOver, type Ledger } from './ledger.ts';
import { readAfter, readAll, readHead, readNewest, readSegment, readStreams, type Recent } from './read.ts';
import type { Head } from './schema.ts';
import { isTailLong, seal } from './seal.ts';
import type { Contents } from './stored.ts';
import { read, write } from './transaction.ts';
import { verifyOn } from './verification.ts';
import type { Verification } from './verify.ts';
import { removeWorkedExample, type Removed } from './workedExample.ts';

/** What comes from elsewhere, and what it takes out. */
export interface Incoming {
	events: readonly Envelope[];
	/** Ids of events, here or among the given, whose content a redaction among the given takes out. */
	redacts?: readonly string[];
}

/**
 * The append-only log of one device. Every method gives a `Result`, and a refused write has written nothing.
 * Any number of tabs may hold one each: the database lets their writes through one after the other.
 */
export interface Log {
	/** Where the log stands. Every change moves it on, a removal too. */
	head(): Promise<Result<Head, ReadFailure>>;
	/**
	 * Records the events of one passage through the gate, all or none; ok means that they are on disk. The same
	 * commit again changes nothing and has the same answer.
	 */
	append(commit: Append): Promise<Result<Appended, AppendFailure>>;
	/** What an import would do, to be looked at before it is done. */
	planImport(incoming: Incoming): Promise<Result<Plan, ImportFailure>>;
	/**
	 * Takes in events from elsewhere, all that are new or none. Those known by id are skipped, and those that are
	 * known to say something else. The same again changes nothing.
	 * @param progress is told how many are written
	 */
	importEvents(
		incoming: Incoming,
		progress?: (written: number) => void
	): Promise<Result<Imported, ImportFailure>>;
	/**
	 * Removes the worked example whole: the only deletion there is. `undefined` where there is none. Refused
	 * where anything else was recorded in its streams.
	 */
	removeWorkedExample(): Promise<Result<Removed | undefined, RemovalFailure>>;
	/** Packs what was recorded, where that is worth it. Called now and then; nothing is told differently by it. */
	tidy(): Promise<Result<void, WriteFailure | ReadFailure>>;
	/**
	 * Hands over every event in the order of recording, some at a time, and the head of that moment.
	 * @param take is given how many events came before; it must not wait for anything
	 * @param upTo a position after which nothing is read
	 */
	readAll(
		take: (contents: Contents, before: number, head: Head) => void,
		upTo?: number
	): Promise<Result<Head, ReadFailure>>;
	/**
	 * The events of some streams in the order of recording; none where a stream is not known.
	 * @param upTo a position after which nothing is read
	 */
	readStreams(streams: Iterable<string>, upTo?: number): Promise<Result<Envelope[], ReadFailure>>;
	/**
	 * Hands over events from the newest to the oldest, some at a time, until `take` has enough.
	 * @param take gives whether it wants more
	 */
	readBack(take: (newestFirst: Envelope[]) => boolean): Promise<Result<void, ReadFailure>>;
	/** What was recorded after a position; `undefined` where that is long ago, or not a place of this log. */
	readAfter(position: number): Promise<Result<Recent | undefined, ReadFailure>>;
	/** Goes on with a verification for half a second or so. */
	verify(from: Verification): Promise<Result<{ verification: Verification; done: boolean }, ReadFailure>>;
	/** What a hash belongs to that somebody noted; `undefined` where nothing in the log has it. */
	findHash(hash: string): Promise<Result<Found | undefined, ReadFailure>>;
	/** What somebody made of the events and keeps here. */
	readonly cache: Cache;
	/** What belongs to this device only. */
	readonly device: Device;
	/** What was already said on this device. */
	readonly ledger: Ledger;
	/** Lets go of the database; everything after is refused with `closed`. */
	close(): void;
}

/**
 * Opens the log of this device, made where there is none.
 * @param options.name the database; another than the app's own is for tests
 * @param options.tell takes what the log says of itself, unasked, for as long as it is open
 */
export async function openLog({
	name = 'servanda',
	tell = () => {}
}: { name?: string; tell?: (notice: Notice) => void } = {}): Promise<Result<Log, LogFailure>> {
	const connection = new Connection(name, tell);
	try {
		await connection.use(async () => {});
	} catch (thrown) {
		if (thrown instanceof LogError) return refuse(thrown.failure);
		throw thrown;
	}
	const finder = new Finder();
	/** Where the log stood after the last append of this tab. */
	let head: Head | undefined;

	async function plan({ events, redacts = [] }: Incoming): Promise<Result<Plan, ImportFailure>> {
		const once = eachOnce(events);
		if (!once.ok) return once;
		return read(connection, 'log', (transaction) => planImport(transaction, once.value, redacts));
	}

	return ok({
		head: () => read(connection, 'tail', readHead),
		async append(commit) {
			const events = asStored(commit.events);
			if (!events.ok) return events;
			const stored = { ...commit, events: events.value };
			const scope = stored.redacts?.length ? 'log' : 'tail';
			const appended = await write(connection, scope, (transaction) => append(transaction, stored, head));
			if (appended.ok) head = appended.value.head;
			if (appended.ok || appended.error.kind !== 'logMoved') return appended;
			const repeated = await read(connection, 'tail', (transaction) => findRepeated(transaction, stored));
			return repeated.ok && repeated.value ? ok(repeated.value) : appended;
		},
		planImport: plan,
		async importEvents(incoming, progress = () => {}) {
			for (;;) {
				const planned = await plan(incoming);
				if (!planned.ok) return planned;
				// Before the transaction, which does not wait for it.
				const batches = await commitsOfImport(planned.value.fresh);
				const imported = await write(connection, 'log', (transaction) =>
					importPlanned(transaction, planned.value, batches, incoming.redacts ?? [], progress)
				);
				if (imported.ok) return imported;
				// Somebody recorded meanwhile: what is new is asked again.
				if (imported.error.kind !== 'logMoved') return refuse(imported.error);
			}
		},
		removeWorkedExample: () =>
			write(connection, 'log', (transaction) => removeWorkedExample(transaction, finder)),
		async tidy() {
			const head = await read(connection, 'tail', readHead);
			if (!head.ok) return head;
			return isTailLong(head.value) ? write(connection, 'log', seal) : ok(undefined);
		},
		readAll: (take, upTo = Infinity) =>
			read(connection, 'log', (transaction) => readAll(transaction, take, upTo)),
		readStreams: (streams, upTo = Infinity) =>
			read(connection, 'log', async (transaction) => {
				const asked = new Set(streams);
				return readStreams(transaction, asked, await finder.segmentsOf(transaction, asked), upTo);
			}),
		async readBack(take) {
			// The tail with the number of segments, in one: between two, another tab could pack the one into the other.
			const newest = await read(connection, 'log', readNewest);
			if (!newest.ok) return newest;
			if (!take(newest.value.contents.events.reverse())) return ok(undefined);
			for (let number = newest.value.segments; number > 0; number -= 1) {
				// Each in a transaction of its own: writers, and the page, get their turn in between.
				const part = await read(connection, 'log', (transaction) => readSegment(transaction, number));
				if (!part.ok) return part;
				if (!take(part.value.events.reverse())) break;
			}
			return ok(undefined);
		},
		readAfter: (position) => read(connection, 'log', (transaction) => readAfter(transaction, position)),
		verify: (from) => read(connection, 'log', (transaction) => verifyOn(transaction, from)),
		findHash: (hash) => read(connection, 'log', (transaction) => findHash(transaction, hash)),
		cache: cacheOver(connection),
		device: deviceOver(connection),
		ledger: ledgerOver(connection),
		close: () => connection.close()
	});
}
