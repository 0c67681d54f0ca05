import { fitsItsLink } from '#lib/envelope/chain.ts';
import type { Envelope, Link } from '#lib/envelope/envelope.ts';
import { commitHash } from './commit.ts';
import type { Commit } from './schema.ts';
import { contentsOf } from './stored.ts';

/** Something that is not as it was written. */
export type Finding =
	/** This event was changed since it was recorded. */
	| { kind: 'changed'; event: Envelope }
	/** The commits up to this position are not those that were written: one was changed, dropped or moved. */
	| { kind: 'broken'; position: number }
	/** Two events claim one place in the chain of a replica: a copy of it recorded as well. */
	| { kind: 'forked'; event: Envelope }
	/** This event follows another than the one that stands before it. */
	| { kind: 'unconnected'; event: Envelope }
	/** The log says that it goes on to a position, and ends before it. */
	| { kind: 'cut'; after: number; stated: number }
	/** Commits that cannot be read, or not whole, from this position to that. */
	| { kind: 'unreadable'; first: number; last: number };

/** The chain of one replica as far as it was seen. Plain JSON, so that a verification can go on another day. */
export interface ChainSeen {
	/** Places of the chain that are here, as ranges from and to, in order. */
	ranges: [number, number][];
	/** The hashes at the ends of the ranges, by place, which the events beside a gap are compared with. */
	ends: Record<number, { hash: string; previous: string | null }>;
	/** How many of its events are redacted. */
	redacted: number;
}

/** How far a verification has come, and what it has found. Plain JSON. */
export interface Verification {
	/** The last segment and the last commit that were looked at. */
	segment: number;
	position: number;
	/** The hash of that commit; null where it could not be read. */
	hash: string | null;
	events: number;
	/** Events that no chain covers: they were recorded before there were chains. */
	unlinked: number;
	chains: Record<string, ChainSeen>;
	findings: Finding[];
}

export const newVerification = (): Verification => ({
	segment: 0,
	position: 0,
	hash: '',
	events: 0,
	unlinked: 0,
	chains: {},
	findings: []
});

const newChain = (): ChainSeen => ({ ranges: [], ends: {}, redacted: 0 });

/** Goes on with a verification over the commits that follow. Changes it. */
export function verifyCommits(verification: Verification, commits: readonly Commit[]): void {
	for (const commit of commits) {
		// A tail that was looked at may have been packed since.
		if (commit.position <= verification.position) continue;
		const { events, damaged } = contentsOf([commit]);
		// It is the same each time it is opened; where it was removed since it was seen, its chain begins anew.
		if (commit.origin === 'workedExample')
			for (const { replica, link } of events)
				if (link?.sequence === 1) verification.chains[replica] = newChain();
		events.forEach((event) => verifyEvent(verification, event));
		if (damaged.length > 0)
			verification.findings.push({ kind: 'unreadable', first: commit.position, last: commit.position });
		else if (verification.hash !== null && commitHash(commit, verification.hash) !== commit.hash)
			verification.findings.push({ kind: 'broken', position: commit.position });
		// What follows is held against what this one claims to be, so that one break is not found twice.
		verification.hash = commit.hash;
		verification.position = commit.position;
	}
}

/** Looks at one event: whether it is what it was, and where it stands in its chain. Changes the verification. */
export function verifyEvent(verification: Verification, event: Envelope): void {
	verification.events += 1;
	if (!event.link) {
		verification.unlinked += 1;
		return;
	}
	if (!fitsItsLink(event)) verification.findings.push({ kind: 'changed', event });
	const chain = (verification.chains[event.replica] ??= newChain());
	if (event.redacted) chain.redacted += 1;
	place(verification, chain, event, event.link);
}

/** Puts an event into what is known of its chain, and compares it with its neighbours there. */
function place({ findings }: Verification, chain: ChainSeen, event: Envelope, link: Link): void {
	const { sequence, previous, hash } = link;
	const { ranges, ends } = chain;
	if (ranges.some(([from, to]) => from <= sequence && sequence <= to)) {
		findings.push({ kind: 'forked', event });
		return;
	}
	const [before, after] = [ends[sequence - 1], ends[sequence + 1]];
	const fitsBefore = sequence === 1 ? previous === null : !before || before.hash === previous;
	const fitsAfter = !after || after.previous === hash;
	if (!fitsBefore || !fitsAfter) findings.push({ kind: 'unconnected', event });
	ends[sequence] = { hash, previous };
	const joined: [number, number] = [sequence, sequence];
	const apart = ranges.filter(([from, to]) => {
		if (to === sequence - 1) joined[0] = from;
		else if (from === sequence + 1) joined[1] = to;
		else return true;
		return false;
	});
	const isWithin = (place: number) => joined[0] < place && place < joined[1];
	chain.ends = Object.fromEntries(Object.entries(ends).filter(([place]) => !isWithin(Number(place))));
	chain.ranges = [...apart, joined].sort(([one], [other]) => one - other);
}

/** The places of a chain that are not here, as ranges, up to its last that is. */
export function missingIn({ ranges }: ChainSeen): [number, number][] {
	return ranges.flatMap(([from], index): [number, number][] => {
		const next = index === 0 ? 1 : ranges[index - 1]![1] + 1;
		return next < from ? [[next, from - 1]] : [];
	});
}
