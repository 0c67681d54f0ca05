import { foldCycle, type Anomaly, type FoldFailure } from '#lib/cycle/timeline/fold.ts';
import { redact } from '#lib/envelope/chain.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { Bundle } from '#lib/exchange/bundle/bundle.ts';
import type { Scope } from '#lib/exchange/bundle/scope.ts';
import type { Head, Plan } from '#lib/log/index.ts';
import { chainsIn, type ChainInFile } from './chains.ts';

/** The first of some things, and how many there are. */
export interface Some<One> {
	first: One[];
	count: number;
}

/** One id, or one place in a chain, and two things told by it. */
export interface Pair {
	here: Envelope;
	there: Envelope;
}

/** What taking in a file would do, looked at before it is done. Plain JSON. */
export interface Preview {
	version: 1 | 2 | 3;
	scope: Scope;
	/** How many events the file holds. */
	events: number;
	/** When the last of them was recorded; null in a file without any. */
	lastRecordedAt: string | null;
	chains: ChainInFile[];
	/** How many of its events no chain covers. */
	unlinked: number;
	/** How many events are new, and in which cycles; those with the most come first. */
	added: number;
	cycles: Some<{ stream: string; events: number; isNew: boolean }>;
	/** How many of these cycles are not in the log yet. */
	newCycles: number;
	/** How many events are here already and the same. */
	known: number;
	conflicts: Some<Pair>;
	forks: Some<Pair>;
	/** Events here whose content would go: it was taken out elsewhere. */
	redacted: Some<Envelope>;
	/** What the statechart would not take, that it does not refuse now; null where that was not looked at. */
	unfit: Some<Unfit> | null;
}

/** Something that would stand in the record without counting. */
export type Unfit = { stream: string } & ({ anomaly: Anomaly } | { failure: FoldFailure });

/** So many of anything are shown; of the others only how many they are. */
const mostShown = 20;
/** Where a file changes more cycles than these, they are not folded to see what would not fit. */
const mostFolded = 500;

const some = <One>(all: readonly One[]): Some<One> => ({ first: all.slice(0, mostShown), count: all.length });

/** The cycles whose events are needed for a preview: those that would change. None where they are too many. */
export function concerned({ fresh, redacted }: Plan, events: readonly Envelope[]): Set<string> {
	const gone = new Set(redacted);
	const streams = new Set(fresh.map(({ stream }) => stream));
	for (const { id, stream, type, data } of events)
		if (gone.has(id) || (type === 'RecordRedacted' && gone.has(String(data.event)))) streams.add(stream);
	return streams.size > mostFolded ? new Set() : streams;
}

/** What is in the log before: where its chains end, its cycles, and the events of those that are concerned. */
interface Before {
	chains: Head['chains'];
	streams: ReadonlySet<string>;
	events: readonly Envelope[];
}

/**
 * What taking in a bundle would do.
 * @param streams the cycles that are concerned; none where they are too many to be folded
 */
export function previewOf(
	{ version, scope, heads, events }: Bundle,
	plan: Plan,
	before: Before,
	streams: ReadonlySet<string>
): Preview {
	const { fresh, redacted, conflicts, forks } = plan;
	const here = before.events;
	const added = Map.groupBy(fresh, ({ stream }) => stream);
	const cycles = [...added]
		.map(([stream, ofStream]) => ({ stream, events: ofStream.length, isNew: !before.streams.has(stream) }))
		.sort((one, other) => other.events - one.events || (one.stream < other.stream ? -1 : 1));
	const gone = new Set(redacted);
	const nothingToFold = fresh.length + redacted.length === 0;
	return {
		version,
		scope,
		events: events.length,
		lastRecordedAt: lastOf(events),
		chains: chainsIn(events, heads, fresh, before.chains),
		unlinked: events.filter(({ link }) => !link).length,
		added: fresh.length,
		cycles: some(cycles),
		newCycles: cycles.filter(({ isNew }) => isNew).length,
		known: plan.known,
		conflicts: some(conflicts),
		forks: some(forks),
		redacted: { ...some(here.filter(({ id }) => gone.has(id))), count: redacted.length },
		unfit: streams.size > 0 || nothingToFold ? some(unfitAfter(streams, here, fresh, gone)) : null
	};
}

/** What would not fit once some events have joined those that are here, and fits now. */
function unfitAfter(
	streams: ReadonlySet<string>,
	here: readonly Envelope[],
	fresh: readonly Envelope[],
	gone: ReadonlySet<string>
): Unfit[] {
	const before = Map.groupBy(here, ({ stream }) => stream);
	const joining = Map.groupBy(fresh, ({ stream }) => stream);
	return [...streams].flatMap((stream) => {
		const was = before.get(stream) ?? [];
		const left = was.map((event) => (gone.has(event.id) && !event.redacted ? redact(event) : event));
		const known = new Set(was.length > 0 ? unfitIn(stream, was).map(nameOf) : []);
		return unfitIn(stream, [...left, ...(joining.get(stream) ?? [])]).filter(
			(one) => !known.has(nameOf(one))
		);
	});
}

function unfitIn(stream: string, events: readonly Envelope[]): Unfit[] {
	try {
		const folded = foldCycle(stream, events);
		if ('kind' in folded) return [{ stream, failure: folded }];
		return folded.anomalies.filter(isOdd).map((anomaly) => ({ stream, anomaly }));
	} catch (thrown) {
		return [{ stream, failure: { kind: 'notFolded', stream, reason: String(thrown) } }];
	}
}

/** What was taken out on purpose is no surprise. */
const isOdd = (anomaly: Anomaly): boolean => anomaly.kind !== 'unread' || anomaly.why.kind !== 'redacted';

function nameOf(unfit: Unfit): string {
	if ('failure' in unfit) return unfit.failure.kind;
	const { anomaly } = unfit;
	return `${anomaly.kind} ${anomaly.kind === 'unread' ? anomaly.envelope.id : anomaly.event.id}`;
}

function lastOf(events: readonly Envelope[]): string | null {
	let last: string | null = null;
	for (const { recordedAt } of events) if (last === null || recordedAt > last) last = recordedAt;
	return last;
}
