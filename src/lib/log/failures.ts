/** Why the database could not be opened, or can no longer be used. */
export type LogFailure =
	/** The browser gives no database here: a private window, storage switched off, a damaged profile. */
	| { kind: 'unavailable'; reason: string }
	/** What is stored was written by a newer version of Servanda: this page must be reloaded. */
	| { kind: 'newerDatabase' }
	/** This log was closed, by `close` or because another tab upgrades or deletes the database. */
	| { kind: 'closed' };

/** Why something could not be read. */
export type ReadFailure = LogFailure | { kind: 'notRead'; reason: string };

/** Why something could not be written. Whichever it is, nothing was written. */
export type WriteFailure =
	| LogFailure
	/** The device, or the browser's share of it, is full. */
	| { kind: 'storageFull' }
	| { kind: 'notWritten'; reason: string };

/** What the log refuses to take, wherever it comes from. Nothing was written. */
export type EventRefusal =
	/** It lacks the form of an event: its index in what was given, and the first field at fault. */
	| { kind: 'notAnEvent'; index: number; field: string }
	/** These ids are known with other content: two facts claim to be one. */
	| { kind: 'sameIdOtherContent'; ids: string[] };

/** Another tab or an import recorded something since the caller looked: look again, decide again. */
export interface LogMoved {
	kind: 'logMoved';
	expected: number;
	actual: number;
}

/** What was to be redacted is not in the log. */
type NotThere = { kind: 'noSuchEvent'; ids: string[] };

export type AppendRefusal = EventRefusal | LogMoved | NotThere;
export type AppendFailure = WriteFailure | AppendRefusal;

export type ImportFailure = WriteFailure | ReadFailure | EventRefusal;

/** Why the worked example stays: other events stand on these streams of it. Nothing was removed. */
export type RemovalRefusal = { kind: 'recordedSince'; streams: string[] };
export type RemovalFailure = WriteFailure | RemovalRefusal;

/**
 * A failure of the log itself on its way to the door. Inside this folder failures travel as exceptions, as
 * IndexedDB makes them; `asReadFailure` and `asWriteFailure` turn them into values before they leave it.
 */
export class LogError extends Error {
	readonly failure: LogFailure;

	constructor(failure: LogFailure) {
		super(failure.kind);
		this.failure = failure;
	}
}

/** The plain failure for whatever a reading threw. */
export const asReadFailure = (thrown: unknown): ReadFailure =>
	thrown instanceof LogError ? thrown.failure : { kind: 'notRead', reason: reasonOf(thrown) };

/** The plain failure for whatever a writing threw. */
export function asWriteFailure(thrown: unknown): WriteFailure {
	if (thrown instanceof LogError) return thrown.failure;
	if (nameOf(thrown) === 'QuotaExceededError') return { kind: 'storageFull' };
	return { kind: 'notWritten', reason: reasonOf(thrown) };
}

/** The name of a thrown error, by which IndexedDB tells its kinds apart; empty where it has none. */
export const nameOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : '');

/** A thrown error in words, for a report and not for the user. */
export const reasonOf = (thrown: unknown): string =>
	thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
