import { genevaToday, instantNow } from '#lib/calendar/today.ts';
import type { EventType } from '#lib/cycle/events/catalogue.ts';
import type { GateRefusal, Proposal } from '#lib/cycle/gate.ts';
import { DueIndex } from '#lib/cycle/outline/dueIndex.ts';
import type { Outline } from '#lib/cycle/outline/outline.ts';
import type { FoldFailure } from '#lib/cycle/timeline/fold.ts';
import { newId, type Envelope } from '#lib/envelope/envelope.ts';
import { isInvented } from '#lib/envelope/invented.ts';
import {
	openLog,
	type AppendFailure,
	type Damaged,
	type Head,
	type Log,
	type LogFailure,
	type ReadFailure,
	type RemovalFailure,
	type WriteFailure
} from '#lib/log/index.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import { BackgroundThread, type Background, type BackgroundFailure } from './background.ts';
import { FoldedLog, type FoldedLogFailure, type RecordFailure } from './foldedLog.ts';
import { identify, keepName, type Identity } from './identity.ts';
import { keepMark, readMark, type Mark } from './mark.ts';
import { OpenCycles, type OpenCycle } from './openCycles.ts';
import { OtherTabs } from './otherTabs.ts';
import type { Progress } from './progress.ts';
import { emptyProjection, type Folded, type Projection } from './projection.ts';
import type { Until } from './refold.ts';
import type { Passage } from './recording/passage.ts';
import type { Verifying } from './verifying.svelte.ts';

export type { RecordFailure } from './foldedLog.ts';

/** How the log stands: being opened, ready, or not to be had, and why. */
export type Status =
	| { kind: 'opening' }
	| { kind: 'ready' }
	| { kind: 'failed'; failure: LogFailure | FoldedLogFailure | WriteFailure };

/** How a correction puts an event right. */
export type Correction =
	| { action: 'withdraw'; reason: string }
	| { action: 'replace'; reason: string; on: string; data: unknown; source: unknown };

/** Is told of a passage that was recorded here, and of what it was asked for with: the proposals, where there were any. */
type Recorded = (events: Passage, asked: readonly Proposal[] | Passage) => void;

/** Nothing is said of a wait shorter than this, in milliseconds: it would only flash up. */
const patience = 500;
/** How long nothing is recorded before the log is tidied, in milliseconds. */
const quiet = 2_000;

/**
 * The running app's state: the log, folded. Pages read it and call the verbs; what one tab records, the others
 * show. It is looked at as it is known now, or as it was known at an instant.
 */
export class Workspace {
	readonly #makeBackground: (log: Log) => Background;
	#log: Log | undefined;
	#folded: FoldedLog | undefined;
	#background: Background | undefined;
	#identity = $state.raw<Identity>();
	#tabs: OtherTabs | undefined;
	#tidying: ReturnType<typeof setTimeout> | undefined;
	#verifying: Promise<Verifying> | undefined;
	#status = $state.raw<Status>({ kind: 'opening' });
	#notice = $state.raw<'waitingForOtherTab' | 'closedForOtherTab' | null>(null);
	#progress = $state.raw<{ done: number; total: number } | null>(null);
	#projection = $state.raw<Projection>(emptyProjection);
	#head = $state.raw<Head>();
	#discarded = $state.raw<Mark | null>(null);
	#asKnownAt = $state.raw<string | null>(null);
	/** What was known at an instant, shown until what one looks for is found; null shows what is known now. */
	#then = $state.raw<{ instant: string; projection: Projection } | null>(null);
	/** Another object only where cycles changed, so that nothing is worked out anew where none did. */
	readonly #outlines = $derived(this.#shown.outlines);
	readonly #index = $derived(new DueIndex(this.outlines.values()));
	readonly #anomalies = $derived(
		[...this.outlines.values()].reduce((sum, { anomalies }) => sum + anomalies, 0)
	);
	readonly #cycles = new OpenCycles((streams) => this.#eventsOf(streams));

	readonly #listeners: Recorded[] = [];

	/** @param makeBackground where the long work is done; a thread of its own in the app */
	constructor(makeBackground: (log: Log) => Background = () => new BackgroundThread()) {
		this.#makeBackground = makeBackground;
	}

	get status(): Status {
		return this.#status;
	}
	/** How far a long piece of work is, once it takes long enough to be told. */
	get progress(): { done: number; total: number } | null {
		return this.#progress;
	}
	/** What another tab does to the database, for the page to tell. */
	get notice(): 'waitingForOtherTab' | 'closedForOtherTab' | null {
		return this.#notice;
	}
	/** The instant one looks back to; null where one looks at what is known now. */
	get asKnownAt(): string | null {
		return this.#asKnownAt;
	}
	/** The instant whose knowledge is shown, null for now: that which one looks back to, once it is found out. */
	get knownAt(): string | null {
		return this.#then?.instant ?? null;
	}
	/** Whether what was asked for is still being found out: looking back takes a moment. */
	get isLookingBack(): boolean {
		return this.#asKnownAt !== this.knownAt;
	}
	/** How every cycle stands, by its stream. */
	get outlines(): ReadonlyMap<string, Outline> {
		return this.#outlines;
	}
	/** How every cycle stands as it is known now, from whenever one looks. */
	get outlinesNow(): ReadonlyMap<string, Outline> {
		return this.#projection.outlines;
	}
	/** Every cycle that anything is recorded of, as it is known now. */
	get streams(): readonly string[] {
		return [...this.#projection.outlines.keys(), ...this.#projection.failures.keys()];
	}
	/** All that is owed, sorted, for any day. */
	get index(): DueIndex {
		return this.#index;
	}
	/** Streams that cannot be folded, and why. */
	get failures(): readonly FoldFailure[] {
		return [...this.#shown.failures.values()];
	}
	/** What is stored but cannot be read; it is left where it is. */
	get damaged(): readonly Damaged[] {
		return this.#projection.damaged;
	}
	/** How much of what is recorded could not be taken as it stands. */
	get odd(): number {
		return this.#anomalies + this.failures.length + this.damaged.length;
	}
	/** How many events there are. */
	get count(): number {
		return this.#head?.events ?? 0;
	}
	/** Where the log stands: its position, its hash, and the ends of the chains it holds. */
	get head(): Head | undefined {
		return this.#head;
	}
	/** What the browser held and has discarded by itself; null where nothing is missing. */
	get discarded(): Mark | null {
		return this.#discarded;
	}
	/** Whether anything in the log is of an invented world. */
	get holdsInvented(): boolean {
		return Object.keys(this.#head?.chains ?? {}).some(isInvented);
	}
	/** Whether the worked example is open. */
	get hasWorkedExample(): boolean {
		return (this.#head?.workedExample.length ?? 0) > 0;
	}
	/** Who records on this device, as they call themselves; empty where nobody has said. */
	get by(): string {
		return this.#identity?.by ?? '';
	}
	/** The id of this installation. */
	get replica(): string | undefined {
		return this.#identity?.replica;
	}
	/** Values of this device that are never exported. */
	get device(): Log['device'] | undefined {
		return this.#log?.device;
	}

	/** What was already said on this device. */
	get ledger(): Log['ledger'] | undefined {
		return this.#log?.ledger;
	}

	/** Tells from now on of each passage that is recorded here, before it is shown where another thread recorded it. */
	onRecorded(listener: Recorded): void {
		this.#listeners.push(listener);
	}

	/** A cycle in full; undefined while it is being read, null where nothing is known of it. */
	cycle(stream: string): OpenCycle | null | undefined {
		const outline = this.#shown.outlines.get(stream) ?? this.#shown.failures.get(stream);
		return outline ? this.#cycles.get(stream, outline) : null;
	}

	/** Opens the log and folds it. Call once, in the browser. */
	async open(): Promise<void> {
		const opened = await openLog({ tell: (notice) => (this.#notice = notice) });
		if (!opened.ok) return this.#fail(opened.error);
		this.#log = opened.value;
		this.#background = this.#makeBackground(opened.value);
		this.#folded = new FoldedLog(opened.value, this.#background);
		const [identity, folded] = await Promise.all([
			identify(this.#log.device, newId),
			this.#patiently((progress) => this.#folded!.open(progress))
		]);
		if (!identity.ok) return this.#fail(identity.error);
		if (!folded.ok) return this.#fail(folded.error);
		this.#identity = identity.value;
		this.#tabs = new OtherTabs(() => void this.refresh());
		this.#show();
		this.#tidySoon();
	}

	close(): void {
		clearTimeout(this.#tidying);
		this.#tabs?.close();
		this.#background?.close();
		this.#log?.close();
	}

	/** Takes in what another tab has recorded, and shows it. */
	async refresh(): Promise<void> {
		if (!this.#folded) return;
		const caughtUp = await this.#patiently((progress) => this.#folded!.catchUp(progress));
		if (!caughtUp.ok) return this.#fail(caughtUp.error);
		this.#show();
	}

	/**
	 * What another thread of this tab has written is shown, here and in all other tabs.
	 * @param recorded what of it a person recorded; nothing where it was brought from elsewhere
	 */
	async changedElsewhere(recorded: Passage = []): Promise<void> {
		if (recorded.length > 0) for (const tell of this.#listeners) tell(recorded, recorded);
		await this.refresh();
		this.#tabs?.tell();
		this.#tidySoon();
	}

	/**
	 * Looks at everything as it was known at an instant, or as it is known now.
	 * @param instant in UTC; null for now
	 */
	async lookBack(instant: string | null): Promise<void> {
		if (instant === this.#asKnownAt) return;
		this.#asKnownAt = instant;
		if (instant === null) this.#then = null;
		else await this.#findOut(instant);
	}

	/** What was known at an instant, or what the log told up to a position. */
	async knownUntil(until: Until): Promise<Result<Projection, FoldedLogFailure | { kind: 'notOpen' }>> {
		if (!this.#folded) return refuse({ kind: 'notOpen' });
		return this.#patiently((progress) => this.#folded!.knownUntil(until, progress));
	}

	/**
	 * Records what was proposed, all of it or nothing.
	 * @param anyway record also what the statechart does not take where it stands
	 */
	async record(
		proposals: readonly Proposal[],
		{ anyway = false } = {}
	): Promise<Result<Envelope[], RecordFailure>> {
		const { folded, identity } = { folded: this.#folded, identity: this.#identity };
		if (!folded || !identity) return refuse({ kind: 'notOpen' });
		if (this.#asKnownAt !== null) return refuse({ kind: 'lookingBack' });
		const recorded = await this.#patiently((progress) =>
			folded.record(proposals, identity, anyway, progress)
		);
		this.#changed();
		if (recorded.ok) for (const tell of this.#listeners) tell(recorded.value, proposals);
		return recorded;
	}

	/** What the gate has against each of some proposals, asked by itself; null where it has nothing. Records nothing. */
	async check(
		proposals: readonly Proposal[]
	): Promise<Result<(GateRefusal | null)[], FoldedLogFailure | { kind: 'notOpen' | 'lookingBack' }>> {
		const { folded, identity } = { folded: this.#folded, identity: this.#identity };
		if (!folded || !identity) return refuse({ kind: 'notOpen' });
		if (this.#asKnownAt !== null) return refuse({ kind: 'lookingBack' });
		return folded.check(proposals, identity);
	}

	/** Which events of a passage are to be taken back, so that all of it is, in the order in which to do that. */
	async withdrawals(passage: Passage): Promise<Result<Passage, FoldedLogFailure | { kind: 'notOpen' }>> {
		return this.#folded?.withdrawals(passage) ?? refuse({ kind: 'notOpen' });
	}

	/** Takes an event back, or puts another in its place. The event itself stays in the record. */
	correct(
		event: Envelope,
		correction: Correction,
		options?: { anyway?: boolean }
	): Promise<Result<Envelope[], RecordFailure>> {
		const type: EventType = 'RecordCorrected';
		const { stream, id } = event;
		const data = { ...correction };
		return this.record([{ stream, type, on: genevaToday(), data, source: null, corrects: id }], options);
	}

	/** Takes out what an event says, for good. That it was recorded stays, and the chain closes over it. */
	redact({ stream, id }: Envelope, reason: string): Promise<Result<Envelope[], RecordFailure>> {
		const type: EventType = 'RecordRedacted';
		return this.record([{ stream, type, on: genevaToday(), data: { event: id, reason }, source: null }]);
	}

	/** Gives the name that is written with every event recorded from now on. */
	async rename(by: string): Promise<Result<void, WriteFailure | { kind: 'notOpen' }>> {
		const { log, identity } = { log: this.#log, identity: this.#identity };
		if (!log || !identity) return refuse({ kind: 'notOpen' });
		const kept = await keepName(log.device, by.trim());
		if (kept.ok) this.#identity = { ...identity, by: by.trim() };
		return kept;
	}

	/** Opens the worked example; where it is open already, nothing changes. */
	async openWorkedExample(): Promise<
		Result<
			void,
			AppendFailure | FoldedLogFailure | { kind: 'exampleInUse'; stream: string } | { kind: 'notOpen' }
		>
	> {
		const { log, folded } = { log: this.#log, folded: this.#folded };
		if (!log || !folded) return refuse({ kind: 'notOpen' });
		if (this.hasWorkedExample) return ok(undefined);
		const { workedExample, workedExampleStream: stream } = await import('./workedExample.ts');
		const current = await folded.catchUp();
		if (!current.ok) return current;
		if (folded.projection.outlines.has(stream)) return refuse({ kind: 'exampleInUse', stream });
		const expected = folded.projection.position;
		const appended = await log.append({ events: workedExample, expected, origin: 'workedExample' });
		if (!appended.ok) return appended;
		await this.refresh();
		this.#tabs?.tell();
		return ok(undefined);
	}

	/** Removes the worked example, unless a person recorded something on top of it. */
	async removeWorkedExample(): Promise<Result<void, RemovalFailure | { kind: 'notOpen' }>> {
		if (!this.#log) return refuse({ kind: 'notOpen' });
		const removed = await this.#log.removeWorkedExample();
		if (!removed.ok) return removed;
		await this.refresh();
		this.#tabs?.tell();
		return ok(undefined);
	}

	/** Events from the newest to the oldest, until there are enough. @param take gives whether it wants more */
	async readBack(
		take: (newestFirst: Envelope[]) => boolean
	): Promise<Result<void, ReadFailure | { kind: 'notOpen' }>> {
		return this.#log ? this.#log.readBack(take) : refuse({ kind: 'notOpen' });
	}

	/** Some cycles as they stood at a position of the log. */
	async foldedAt(
		position: number,
		streams: ReadonlySet<string>
	): Promise<Result<ReadonlyMap<string, Folded>, FoldedLogFailure | { kind: 'notOpen' }>> {
		return this.#folded?.foldedAt(position, streams) ?? refuse({ kind: 'notOpen' });
	}

	/** The events of some cycles, in the order of recording. @param upTo a position after which nothing is read */
	async eventsOf(
		streams: Iterable<string>,
		upTo?: number
	): Promise<Result<readonly Envelope[], ReadFailure | { kind: 'notOpen' }>> {
		return this.#log ? this.#log.readStreams(streams, upTo) : refuse({ kind: 'notOpen' });
	}

	/** What was recorded after a position of the log; undefined where that is too long ago to be told apart. */
	async recordedAfter(position: number) {
		return this.#log ? this.#log.readAfter(position) : refuse({ kind: 'notOpen' as const });
	}

	/** Verifying the log, one for all pages; fetched when somebody asks. To be called once the log stands ready. */
	verifying(): Promise<Verifying> {
		this.#verifying ??= import('./verifying.svelte.ts').then(async ({ Verifying }) => {
			const { device } = this.#log!;
			const verifying = new Verifying({ device, background: this.#background!, head: () => this.#head });
			await verifying.recall();
			return verifying;
		});
		// What could not be fetched is asked for again the next time.
		this.#verifying.catch(() => (this.#verifying = undefined));
		return this.#verifying;
	}

	get #shown(): Projection {
		return this.#then?.projection ?? this.#projection;
	}

	async #findOut(instant: string): Promise<void> {
		const known = await this.knownUntil({ instant });
		if (this.#asKnownAt !== instant) return;
		if (!known.ok) return this.#fail(known.error);
		this.#then = { instant, projection: known.value };
	}

	async #eventsOf(streams: readonly string[]): Promise<Result<readonly Envelope[], ReadFailure>> {
		const instant = this.knownAt;
		const events = await this.#log!.readStreams(streams);
		if (!events.ok || instant === null) return events;
		return ok(events.value.filter(({ recordedAt }) => recordedAt <= instant));
	}

	/** This tab has changed the log. */
	#changed(): void {
		this.#show();
		this.#tabs?.tell();
		this.#tidySoon();
	}

	#show(): void {
		// What a colleague's file or another tab brings may have been recorded long before.
		const isOther = this.#projection.position !== this.#folded!.projection.position;
		this.#projection = this.#folded!.projection;
		this.#head = this.#folded!.head;
		this.#status = { kind: 'ready' };
		this.#note(this.#folded!.head);
		if (isOther && this.#asKnownAt !== null) void this.#findOut(this.#asKnownAt);
	}

	/** Notes outside of the database what it holds; where it holds nothing at all, and did, it was discarded. */
	#note(head: Head | undefined): void {
		if (head && head.position > 0) {
			this.#discarded = null;
			keepMark({ events: head.events, hash: head.hash, at: instantNow() });
		} else {
			const mark = readMark();
			this.#discarded = mark && mark.events > 0 ? mark : null;
		}
	}

	#tidySoon(): void {
		clearTimeout(this.#tidying);
		this.#tidying = setTimeout(() => void this.#folded?.tidy().then(() => this.#show()), quiet);
	}

	/** Does long work, and says how far it is once it takes long enough to be noticed. */
	async #patiently<Value>(work: (progress: Progress) => Promise<Value>): Promise<Value> {
		const begun = performance.now();
		try {
			return await work((done, total) => {
				if (performance.now() - begun > patience) this.#progress = { done, total };
			});
		} finally {
			this.#progress = null;
		}
	}

	#fail(failure: LogFailure | FoldedLogFailure | WriteFailure | { kind: 'notOpen' }): void {
		if (failure.kind !== 'notOpen') this.#status = { kind: 'failed', failure };
	}
}

export type { BackgroundFailure };
