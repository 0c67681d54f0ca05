import type { UnreadableFile } from '../unreadable.ts';

/** What is wrong at a line of a bundle. Lines count from 1, as they stand in the file; line 1 is the header. */
export type LineFault = { line: number } & Fault;
type Fault =
	/** It is not as it was written. */
	| { kind: 'changed' }
	/** It was not written with this file at all. */
	| { kind: 'added' }
	/** It was written, but with another file. */
	| { kind: 'fromAnotherFile' }
	/** It stands in the file already, as line `original`. */
	| { kind: 'copied'; original: number }
	/** It and line `other` have changed places. */
	| { kind: 'swapped'; other: number }
	/** This line and those up to `to` are whole, but not in the order in which they were written. */
	| { kind: 'outOfOrder'; to: number }
	/** What was written as this line and those up to `to` is not in the file. */
	| { kind: 'missing'; to: number }
	/** The file ends in or before this line as it was written; this many events are lost. */
	| { kind: 'cut'; missing: number }
	/** It is as it was written, but no event. `field` is the first at fault, a path; empty where it is no object. */
	| { kind: 'notAnEvent'; field: string }
	/** The event is not what was recorded: it was changed before the file was written, or line and digest both. */
	| { kind: 'changedSinceRecorded'; id: string }
	/** The event of `earlierLine` again, but it tells something else. */
	| { kind: 'sameIdOtherContent'; earlierLine: number; id: string };

/** Why a file is refused, whole. Lines count from 1, and line 1 is the header. */
export type ImportRefusal =
	| { kind: 'empty' }
	| { kind: 'tooLarge'; limit: number }
	| UnreadableFile
	/** It is not a file of this format at all. */
	| { kind: 'unknownFormat' }
	/** The format is known, but written by a version that came after this one. */
	| { kind: 'unknownVersion'; version: number }
	/** It was encrypted, and a passphrase opens it. */
	| { kind: 'encrypted' }
	/** What is wrong with a file of version 2, by line, the first `mostFaults`; `more` is how many there are beyond. */
	| { kind: 'damaged'; faults: LineFault[]; more: number }
	/** It ends in the middle of this line: a part was lost on the way. Version 1, and the first line of any. */
	| { kind: 'cut'; line: number }
	/** Version 1: whole lines are missing, or too many: the header states another number of events. */
	| { kind: 'wrongCount'; stated: number; found: number }
	/** Version 1. */
	| { kind: 'notJson'; line: number }
	/** Version 1. `field` is the first at fault, as a path; empty where the line is no object. */
	| { kind: 'notAnEvent'; line: number; field: string }
	/** Version 1: the event of `earlierLine` again, but it tells something else. */
	| { kind: 'sameIdOtherContent'; line: number; earlierLine: number; id: string };

/** How many faults of one file are told; nobody reads more, and they are counted. */
export const mostFaults = 100;

/** The refusal of a file with some faults, in any order. */
export function damaged(faults: readonly LineFault[]): ImportRefusal {
	const sorted = faults.toSorted((one, other) => one.line - other.line);
	return {
		kind: 'damaged',
		faults: sorted.slice(0, mostFaults),
		more: Math.max(0, sorted.length - mostFaults)
	};
}
