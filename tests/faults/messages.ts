/** What the writing page tells the test, and hears from it. */

/** Each write has a number; what it writes bears it, so that the log itself tells what belongs together. */
export interface Mark {
	write: number;
	index: number;
	of: number;
}

/** What a write did, by its answer. */
export interface Acknowledged {
	write: number;
	kind: Kind;
	/** Where the log stood after it, for what moves it. */
	position: number | null;
	hash: string | null;
	ids: string[];
}
export type Kind = 'append' | 'import' | 'largeImport' | 'redaction' | 'tidy' | 'cache';

/** How far the page is: what it has begun to write, and what it has the answer of. */
export interface Told {
	begun: { write: number; kind: Kind };
	acknowledged: Acknowledged[];
}

/** What is stored, as the page finds it when it is opened. */
export interface Found {
	/** Position, hash and number of events of every commit, read past the log. */
	commits: [position: number, hash: string, events: number][];
	/** As the log reads them, in order. */
	events: ({ id: string; redacts: string | null; isRedacted: boolean } & Mark)[];
	damaged: number;
	findings: unknown[];
	head: { position: number; hash: string; events: number };
	/** Whether what was kept is one thing, and not of two times. */
	isCacheWhole: boolean;
}

/** The page goes on from here. */
export interface GoOn {
	seed: number;
	nextWrite: number;
	/** It tells of each write before it begins it, so that the one in flight is known whenever it is killed. */
	inStep: boolean;
}
