import type { NewEvent } from '#lib/envelope/same.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import { append, type Append, type Appended } from './append.ts';
import { Connection, type Notice } from './connection.ts';
import { deviceOver, type Device } from './device.ts';
import {
	LogError,
	type AppendFailure,
	type ImportFailure,
	type LogFailure,
	type ReadFailure,
	type RemovalFailure
} from './failures.ts';
import { importEvents, type Imported } from './importEvents.ts';
import { asStored } from './incoming.ts';
import { readAll, readHeads, readPosition, readStream, type Contents, type LogContents } from './read.ts';
import { read, write } from './transaction.ts';
import { removeWorkedExample, type Removed } from './workedExample.ts';

/**
 * The append-only log of one device. Every method gives a `Result`, and a refused write has written nothing.
 * Any number of tabs may hold one each: the database lets their writes through one after the other.
 */
export interface Log {
	/**
	 * Records the events of one passage through the gate, all or none; ok means that they are on disk. The same
	 * commit again changes nothing and has the same answer.
	 */
	append(commit: Append): Promise<Result<Appended, AppendFailure>>;
	/**
	 * Takes in events from elsewhere as one commit. Those known by id are skipped, the others go to the end of
	 * their streams in the order given. A conflict refuses the whole. The same again changes nothing.
	 */
	importEvents(events: readonly NewEvent[]): Promise<Result<Imported, ImportFailure>>;
	/**
	 * Removes the worked example whole: the only deletion there is. `undefined` where there is none. Refused
	 * where anything else was recorded in its streams.
	 */
	removeWorkedExample(): Promise<Result<Removed | undefined, RemovalFailure>>;
	/** Every event in the order of recording, and what is stored but is not an event. */
	readAll(): Promise<Result<LogContents, ReadFailure>>;
	/** The events of one stream by version; none where it is not known. */
	readStream(stream: string): Promise<Result<Contents, ReadFailure>>;
	/** The version of every stream. */
	heads(): Promise<Result<Record<string, number>, ReadFailure>>;
	/** The position of the last change, 0 in a new log. Every change moves it on, a removal too. */
	position(): Promise<Result<number, ReadFailure>>;
	/** What belongs to this device only. */
	readonly device: Device;
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
	return ok({
		async append(commit) {
			const events = asStored(commit.events);
			if (!events.ok) return events;
			return write(connection, 'log', (transaction) =>
				append(transaction, { ...commit, events: events.value })
			);
		},
		async importEvents(given) {
			const events = asStored(given);
			if (!events.ok) return events;
			return write(connection, 'log', (transaction) => importEvents(transaction, events.value));
		},
		removeWorkedExample: () => write(connection, 'log', removeWorkedExample),
		readAll: () => read(connection, 'log', readAll),
		readStream: (stream) => read(connection, 'log', (transaction) => readStream(transaction, stream)),
		heads: () => read(connection, 'log', readHeads),
		position: () => read(connection, 'log', readPosition),
		device: deviceOver(connection),
		close: () => connection.close()
	});
}
