import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { ChainHead } from '#lib/envelope/chain.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';

/**
 * How a commit came in. Kept for each, since it could not be found out later. `upkeep` is the log's own: an empty
 * commit that says where it stands after it was packed, so that whoever looked before knows to look again.
 */
export type Origin = 'person' | 'import' | 'workedExample' | 'upkeep';

/**
 * The unit of writing: what one passage through the gate recorded, in one record, since a hundred records cost
 * ten times as much as one that holds a hundred events.
 */
export interface Commit {
	/** From 1, one after the other; never used again. */
	position: number;
	origin: Origin;
	/** The events in the order they were given. Empty in the commit that records a removal or a redaction. */
	events: Envelope[];
	/** In place of events that were removed with the worked example: their hashes, so that the log still closes. */
	removed?: string[];
	/** Streams that it changed without adding to them: a content was taken out, or the worked example removed. */
	touched?: string[];
	/** Of this commit and of all before it. */
	hash: string;
}

/**
 * Commits that are done with, packed: thousands of records of one event each take four times as long to read.
 * Nothing in it changes any more, except that a content is redacted or the worked example removed.
 */
export interface Segment {
	/** From 1, one after the other. */
	number: number;
	/** The positions of its first and its last commit. */
	first: number;
	last: number;
	/** How many events it holds. */
	events: number;
	/** As objects: as text they are written half as quickly, as soon as one character is beyond Latin letters. */
	commits: Commit[];
}

/** What is in a segment, to find an event or a cycle without reading all of them. */
export interface Directory {
	/** The ids of its events, one after the other, 36 characters each. */
	ids: string;
	/** Its streams, with a space between. */
	streams: string;
}

/** A commit in the tail. Where the log stands after it lies beside it, so that an append writes one record. */
export interface TailCommit extends Commit {
	after: Head;
}

/** Where the log stands. */
export interface Head {
	/** Of the last commit; 0 in a new log. */
	position: number;
	/** Of the last commit and of all before it; empty in a new log. */
	hash: string;
	/** How many events there are. */
	events: number;
	/** How many of them are not in a segment yet. */
	tail: number;
	/** How many segments there are. */
	segments: number;
	/** Where the chain of each replica ends, as far as it is known here. */
	chains: Readonly<Record<string, ChainHead>>;
	/** The streams that hold events of the worked example. */
	workedExample: readonly string[];
	/** Events whose content was taken out, or is to be as soon as they come. */
	redacted: readonly string[];
}

export const newHead: Head = {
	position: 0,
	hash: '',
	events: 0,
	tail: 0,
	segments: 0,
	chains: {},
	workedExample: [],
	redacted: []
};

export interface Schema extends DBSchema {
	/** The tail: commits that are not in a segment yet. The last commit is always among them. */
	commits: { key: number; value: TailCommit };
	segments: { key: number; value: Segment };
	/** number of a segment -> what is in it */
	directory: { key: number; value: Directory };
	/** What can be made again from the events. Its owner knows what it means. */
	cache: { key: string; value: unknown };
	/** What belongs to this device and is never exported. */
	device: { key: string; value: unknown };
	/** What was already said on this device, by key: never exported either. */
	ledger: { key: string; value: unknown };
}

export type Database = IDBPDatabase<Schema>;
export type Reading = IDBPTransaction<Schema, StoreNames<Schema>[], 'readonly'>;
export type Writing = IDBPTransaction<Schema, StoreNames<Schema>[], 'readwrite'>;
export type Upgrading = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>;

/** Grows by one with every change of the stores. */
export const schemaVersion = 2;
