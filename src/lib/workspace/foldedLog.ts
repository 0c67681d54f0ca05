import { instantNow, genevaToday } from '#lib/calendar/today.ts';
import type { GateRefusal, Proposal } from '#lib/cycle/gate.ts';
import { partiesOf } from '#lib/cycle/stream.ts';
import { newId, type Envelope } from '#lib/envelope/envelope.ts';
import type { AppendFailure, Head, Log, ReadFailure } from '#lib/log/index.ts';
import { ok, type Result } from '#lib/result.ts';
import type { Background, BackgroundFailure } from './background.ts';
import type { Identity } from './identity.ts';
import { fromKept, toKept, toKeptParts } from './kept.ts';
import type { Progress } from './progress.ts';
import { emptyProjection, withFolded, type Projection } from './projection.ts';
import type { Until } from './refold.ts';
import { startFromKept } from './startFromKept.ts';

/** Why what is known could not be brought up to date. */
export type FoldedLogFailure = ReadFailure | BackgroundFailure;

/** Why nothing was recorded: the gate refused, or the log could not write. Whichever, nothing was. */
export type RecordFailure =
	| GateRefusal
	| AppendFailure
	| FoldedLogFailure
	| { kind: 'notOpen' }
	/** One looks at what was known earlier, and only what is known now can be added to. */
	| { kind: 'lookingBack' };

/** Where more cycles than these changed, folding all of them in a thread of its own is quicker for whoever waits. */
const fewCycles = 300;
/** So many parts are kept beside the whole before the whole is kept anew. */
const fewParts = 200;

/** The log and what it was folded to, held in step. */
export class FoldedLog {
	readonly #log: Log;
	readonly #background: Background;
	#projection = emptyProjection;
	#head: Head | undefined;
	#parts = 0;
	#turn: Promise<unknown> = Promise.resolve();

	constructor(log: Log, background: Background) {
		this.#log = log;
		this.#background = background;
	}

	/** What is known now. Another object whenever that changes. */
	get projection(): Projection {
		return this.#projection;
	}

	/** Where the log stood when it was last looked at. */
	get head(): Head | undefined {
		return this.#head;
	}

	/** Starts from what was kept, and folds what changed since; folds everything where nothing fitting was kept. */
	open(progress: Progress): Promise<Result<void, FoldedLogFailure>> {
		return this.#inTurn(() => this.#open(progress));
	}

	/** Takes in what this or another tab has written since. */
	catchUp(progress: Progress = silently): Promise<Result<void, FoldedLogFailure>> {
		return this.#inTurn(() => this.#catchUp(progress));
	}

	/**
	 * Records what was proposed, all of it or nothing. When another tab was quicker, the gate is asked again with
	 * what that tab recorded, so that one fact is not recorded twice.
	 */
	record(
		proposals: readonly Proposal[],
		identity: Identity,
		anyway: boolean
	): Promise<Result<Envelope[], RecordFailure>> {
		return this.#inTurn(() => this.#record(proposals, identity, anyway));
	}

	/**
	 * What the gate has against each of some proposals, asked by itself; null where it has nothing. Records nothing.
	 */
	check(
		proposals: readonly Proposal[],
		identity: Identity
	): Promise<Result<(GateRefusal | null)[], FoldedLogFailure>> {
		return this.#inTurn(() => this.#check(proposals, identity));
	}

	/** Packs the log and keeps what was folded, where that is worth it. For a quiet moment. */
	tidy(): Promise<void> {
		return this.#inTurn(() => this.#tidy());
	}

	/** What was known at an instant, or what the log told up to a position. */
	async knownUntil(until: Until, progress: Progress): Promise<Result<Projection, FoldedLogFailure>> {
		const kept = await this.#background.run('refold', { until }, progress);
		if (!kept.ok) return kept;
		return ok(fromKept({ whole: kept.value, parts: new Map() })!);
	}

	/** One after the other, so that nothing older is ever put over something newer. */
	#inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
		const done = this.#turn.then(work);
		this.#turn = done.catch(() => {});
		return done;
	}

	async #open(progress: Progress): Promise<Result<void, FoldedLogFailure>> {
		const started = await startFromKept(this.#log);
		if (!started.ok) return started;
		if (!started.value) return this.#refold(progress);
		const { projection, head, parts, missing } = started.value;
		this.#parts = parts;
		this.#projection = projection;
		return this.#foldAnew(missing, head, progress);
	}

	async #catchUp(progress: Progress): Promise<Result<void, FoldedLogFailure>> {
		const recent = await this.#log.readAfter(this.#projection.position);
		if (!recent.ok) return recent;
		if (recent.value?.hash !== this.#projection.hash) return this.#refold(progress);
		const { changed, head, damaged } = recent.value;
		if (damaged.length > 0)
			this.#projection = { ...this.#projection, damaged: [...this.#projection.damaged, ...damaged] };
		return this.#foldAnew(new Set(changed.keys()), head, progress);
	}

	async #record(
		proposals: readonly Proposal[],
		identity: Identity,
		anyway: boolean
	): Promise<Result<Envelope[], RecordFailure>> {
		// The statechart engine is not fetched before somebody records.
		const { passGate } = await import('#lib/cycle/gate.ts');
		for (;;) {
			// Another tab may have recorded what this passage leans on, and this tab not have heard of it yet.
			const current = await this.#catchUp(silently);
			if (!current.ok) return current;
			const expected = this.#projection.position;
			const recorded = await this.#log.readStreams(this.#concernedBy(proposals));
			if (!recorded.ok) return recorded;
			const now = instantNow();
			const { outlines } = this.#projection;
			const context = { today: genevaToday(now), now, newId, anyway, outlines, ...identity };
			const passed = passGate(proposals, recorded.value, context);
			if (!passed.ok) return passed;
			const appended = await this.#log.append({ ...passed.value, expected });
			if (!appended.ok) {
				if (appended.error.kind === 'logMoved') continue;
				return appended;
			}
			const folded = await this.#catchUp(silently);
			// It is on disk all the same; what is shown catches up with the next change.
			return folded.ok ? ok(appended.value.events) : folded;
		}
	}

	async #check(
		proposals: readonly Proposal[],
		identity: Identity
	): Promise<Result<(GateRefusal | null)[], FoldedLogFailure>> {
		const { checkEach } = await import('./checkEach.ts');
		const current = await this.#catchUp(silently);
		if (!current.ok) return current;
		const recorded = await this.#log.readStreams(this.#concernedBy(proposals));
		if (!recorded.ok) return recorded;
		const now = instantNow();
		const context = { today: genevaToday(now), now, newId, ...identity };
		return ok(checkEach(proposals, recorded.value, context));
	}

	async #tidy(): Promise<void> {
		const tidied = await this.#log.tidy();
		// What could not be tidied or kept stays as it was: it costs time at the next start, and nothing else.
		if (!tidied.ok || !(await this.#catchUp(silently)).ok) return;
		if (this.#parts < fewParts) return;
		this.#parts = 0;
		await this.#log.cache.set(toKept(this.#projection));
	}

	/** Every cycle of the States and bodies that some proposals speak of: a report is told in two of them. */
	#concernedBy(proposals: readonly Proposal[]): Set<string> {
		const parties = new Set(proposals.map(({ stream }) => partiesOf(stream)));
		const known = [...this.#projection.outlines.keys(), ...this.#projection.failures.keys()];
		return new Set([
			...proposals.map(({ stream }) => stream),
			...known.filter((stream) => parties.has(partiesOf(stream)))
		]);
	}

	async #foldAnew(
		streams: ReadonlySet<string>,
		head: Head,
		progress: Progress
	): Promise<Result<void, FoldedLogFailure>> {
		this.#head = head;
		if (streams.size > fewCycles) return this.#refold(progress);
		if (streams.size === 0) {
			if (head.position !== this.#projection.position)
				this.#projection = withFolded(this.#projection, new Map(), head);
			return ok(undefined);
		}
		const events = await this.#log.readStreams(streams, head.position);
		if (!events.ok) return events;
		const { foldStreams } = await import('./foldStreams.ts');
		const folded = foldStreams(streams, events.value);
		this.#projection = withFolded(this.#projection, folded, head);
		this.#parts += streams.size;
		// Where they are not kept they are folded again at the next start.
		void this.#log.cache.setParts(toKeptParts(folded, head.position));
		return ok(undefined);
	}

	async #refold(progress: Progress): Promise<Result<void, FoldedLogFailure>> {
		const head = await this.#log.head();
		if (!head.ok) return head;
		this.#head = head.value;
		// A new log needs no thread to be read.
		if (head.value.events === 0) {
			this.#projection = { ...emptyProjection, position: head.value.position, hash: head.value.hash };
			return ok(undefined);
		}
		const kept = await this.#background.run('refold', {}, progress);
		if (!kept.ok) return kept;
		this.#projection = fromKept({ whole: kept.value, parts: new Map() })!;
		this.#parts = 0;
		return ok(undefined);
	}
}

const silently: Progress = () => {};
