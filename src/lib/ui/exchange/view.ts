import type { Anomaly, FoldFailure } from '#lib/cycle/timeline/fold.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { Scope } from '#lib/exchange/bundle/scope.ts';

/** The first of some things, and how many there are. */
export interface Some<One> {
	first: readonly One[];
	count: number;
}

/** One id, or one place in a chain, and what is told by it here and in a file. */
export interface Pair {
	here: Envelope;
	there: Envelope;
}

/** The chain of a device in a file, held against what is here of it. */
export interface Chain {
	replica: string;
	/** Who recorded on it. */
	by: readonly string[];
	/** How many of its events are in the file. */
	events: number;
	end: { sequence: number; hash: string };
	/** Where it ends here; 0 where nothing of it is here. */
	here: number;
	fresh: number;
	missing: number;
	connects: boolean;
}

/** Something that stands in the record without counting. */
export type Unfit = { stream: string } & ({ anomaly: Anomaly } | { failure: FoldFailure });

/** What taking in a file would do, as a person is shown it. */
export interface PreviewSeen {
	version: 1 | 2 | 3;
	scope: Scope;
	events: number;
	lastRecordedAt: string | null;
	chains: readonly Chain[];
	unlinked: number;
	added: number;
	cycles: Some<{ stream: string; events: number; isNew: boolean }>;
	newCycles: number;
	known: number;
	conflicts: Some<Pair>;
	forks: Some<Pair>;
	redacted: Some<Envelope>;
	/** Null where it was not looked at. */
	unfit: Some<Unfit> | null;
}
