import type { GateRefusal, Proposal } from '#lib/cycle/gate.ts';
import { amendedOf } from '#lib/cycle/rules/taken.ts';
import { partiesOf } from '#lib/cycle/stream.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { isTailLong, type AppendFailure, type Head, type Log, type ReadFailure } from '#lib/log/index.ts';
import { ok, type Result } from '#lib/result.ts';
import type { Background, BackgroundFailure, Ran } from './background.ts';
import type { Identity } from './identity.ts';
import { fromKept } from './kept.ts';
import type { Progress } from './progress.ts';
import { emptyProjection, withFolded, type Folded, type Projection } from './projection.ts';
import type { Until } from './refold.ts';
import type { Passage } from './recording/passage.ts';
import type { createRecordingTasks, ToCheck } from './recording/tasks.ts';
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

/** More events or cycles than these are worked on in a thread of its own: here they would be felt as a pause. */
const few = 50;
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
		anyway: boolean,
		progress: Progress = silently
	): Promise<Result<Envelope[], RecordFailure>> {
		return this.#inTurn(() => this.#record(proposals, identity, anyway, progress));
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

	/** Some cycles as they stood at a position of the log. */
	foldedAt(
		position: number,
		streams: ReadonlySet<string>
	): Promise<Result<Map<string, Folded>, FoldedLogFailure>> {
		return this.#do('foldAt', { streams, position }, streams.size);
	}

	/** Which events of a passage are to be taken back, so that all of it is, in the order in which to do that. */
	withdrawals(passage: Passage): Promise<Result<Passage, FoldedLogFailure>> {
		return this.#do('withdrawals', { passage }, passage.length);
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
		anyway: boolean,
		progress: Progress
	): Promise<Result<Envelope[], RecordFailure>> {
		for (;;) {
			// Another tab may have recorded what this passage leans on, and this tab not have heard of it yet.
			const current = await this.#catchUp(silently);
			if (!current.ok) return current;
			const expected = this.#projection.position;
			const asked = { ...this.#asking(proposals, identity), expected, anyway };
			const recorded = await this.#do('record', asked, proposals.length, progress);
			if (!recorded.ok) {
				if (recorded.error.kind === 'logMoved') continue;
				return recorded;
			}
			const folded = await this.#catchUp(progress);
			// It is on disk all the same; what is shown catches up with the next change.
			return folded.ok ? recorded : folded;
		}
	}

	async #check(
		proposals: readonly Proposal[],
		identity: Identity
	): Promise<Result<(GateRefusal | null)[], FoldedLogFailure>> {
		const current = await this.#catchUp(silently);
		return current.ok ? this.#do('check', this.#asking(proposals, identity), proposals.length) : current;
	}

	async #tidy(): Promise<void> {
		const keepsWhole = this.#parts >= fewParts;
		if (!keepsWhole && !(this.#head && isTailLong(this.#head))) return;
		const tidied = await this.#background.run('tidy', { keepsWhole });
		// What could not be tidied or kept stays as it was: it costs time at the next start, and nothing else.
		if (!tidied.ok) return;
		if (keepsWhole) this.#parts = 0;
		await this.#catchUp(silently);
	}

	/** Does some work: here where it is little, and in a thread of its own where it is much. */
	async #do<Name extends keyof RecordingTasks>(
		name: Name,
		given: Parameters<RecordingTasks[Name]>[0],
		size: number,
		progress: Progress = silently
	): Ran<Name> {
		if (size > few) return this.#background.run(name, given, progress);
		// The statechart engine is not fetched before there is something to fold or to record.
		const { createRecordingTasks } = await import('./recording/tasks.ts');
		return (createRecordingTasks(this.#log, progress)[name] as (asked: typeof given) => Ran<Name>)(given);
	}

	/** Some proposals with all that the gate must know of the States and bodies that they speak of. */
	#asking(proposals: readonly Proposal[], identity: Identity): ToCheck {
		const { outlines, failures } = this.#projection;
		const own = proposals.map(({ stream }) => stream);
		const parties = new Set(own.map(partiesOf));
		const known = [...outlines.keys(), ...failures.keys()];
		const bodies = new Set(own.map((stream) => stream.split('/')[0]));
		return {
			proposals,
			// A report is told in two cycles.
			streams: new Set([...own, ...known.filter((stream) => parties.has(partiesOf(stream)))]),
			identity,
			amended: amendedOf(outlines.values()).filter(({ body }) => bodies.has(body))
		};
	}

	async #foldAnew(
		streams: ReadonlySet<string>,
		head: Head,
		progress: Progress
	): Promise<Result<void, FoldedLogFailure>> {
		this.#head = head;
		// All at once comes back quicker than many by themselves.
		if (streams.size > few && streams.size > this.#projection.outlines.size / 2)
			return this.#refold(progress);
		if (streams.size === 0) {
			if (head.position !== this.#projection.position)
				this.#projection = withFolded(this.#projection, new Map(), head);
			return ok(undefined);
		}
		const { position } = head;
		const folded = await this.#do('foldAndKeep', { streams, position }, streams.size, progress);
		if (!folded.ok) return folded;
		this.#projection = withFolded(this.#projection, folded.value, head);
		this.#parts += streams.size;
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

type RecordingTasks = ReturnType<typeof createRecordingTasks>;
