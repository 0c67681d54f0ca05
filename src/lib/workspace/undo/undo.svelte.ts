import { genevaToday } from '#lib/calendar/today.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { ReadFailure } from '#lib/log/index.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import { BackgroundThread, type Background } from '../background.ts';
import type { RecordFailure, Workspace } from '../workspace.svelte.ts';
import type { TakenBack } from './inThread.ts';
import type { Passage } from './passage.ts';

type Verb = 'undo' | 'redo';
type UndoFailure = RecordFailure | ReadFailure | { kind: 'nothingRead' };
type Source = Pick<
	Workspace,
	| 'record'
	| 'eventsOf'
	| 'onRecorded'
	| 'asKnownAt'
	| 'by'
	| 'replica'
	| 'streams'
	| 'refresh'
	| 'changedElsewhere'
>;

/** More than these are taken back in a thread of their own: the page would stand still. */
const few = 100;
/** Nothing is said of a wait shorter than this, in milliseconds. */
const patience = 300;

/** What became of the last asking, for the page to tell. */
export type Told =
	/** What no longer counts, or counts again. */
	| { kind: Verb; events: Passage }
	/** It is being done; from 0 to 1 how far it is, and whether it can still be stopped. */
	| { kind: 'working'; verb: Verb; events: Passage; done: number; canStop: boolean }
	| { kind: 'nothing'; verb: Verb }
	/** Content that was taken out of an event does not come back. */
	| { kind: 'forGood' }
	| { kind: 'refused'; verb: Verb; events: Passage; failure: UndoFailure };

/**
 * Undoes what was recorded on this page, the last passage first, and redoes it. Nothing is deleted: to undo is to
 * record corrections that take back, to redo is to take those back. Either goes through the gate as one passage.
 */
export class Undo {
	readonly #workspace: Source;
	readonly #reasons: Readonly<Record<Verb, () => string>>;
	readonly #makeBackground: () => Background;
	#done: Passage[] = [];
	#undone: { passage: Passage; by: Passage }[] = [];
	/** What this asks to record itself, which is not to be undone by the next press. */
	readonly #own = new WeakSet<object>();
	#stopping: AbortController | undefined;
	#turn: Promise<unknown> = Promise.resolve();
	#told = $state.raw<Told | null>(null);

	/**
	 * @param reasons what is given as the reason in the corrections
	 * @param makeBackground the thread in which much is taken back, one each time
	 */
	constructor(
		workspace: Source,
		reasons: Readonly<Record<Verb, () => string>>,
		makeBackground: () => Background = () => new BackgroundThread()
	) {
		this.#workspace = workspace;
		this.#reasons = reasons;
		this.#makeBackground = makeBackground;
		workspace.onRecorded((events, asked) => {
			if (this.#own.has(asked)) return;
			this.#done.push(events);
			this.#undone = [];
			this.#told = null;
		});
	}

	/** What became of the last asking; null where that has been seen, or something was recorded since. */
	get told(): Told | null {
		return this.#told;
	}

	seen(): void {
		this.#told = null;
	}

	/** Stops what is being taken back, while it can be: nothing was recorded of it. */
	stop(): void {
		this.#stopping?.abort();
	}

	/** Undoes the last passage that was recorded here and still counts. */
	undo(): Promise<void> {
		return this.#inTurn(async () => {
			for (;;) {
				const passage = this.#done.at(-1);
				if (!passage) return { kind: 'nothing', verb: 'undo' };
				if (passage.some(({ type }) => type === 'RecordRedacted')) {
					this.#done.pop();
					return { kind: 'forGood' };
				}
				const told = await this.#undoPassage(passage);
				if (!told || told.kind === 'refused') return told;
				this.#done.pop();
				if (told.kind !== 'nothing') return told;
			}
		});
	}

	/** Undoes one event, whenever and wherever it was recorded. */
	undoEvent(event: Envelope): Promise<void> {
		return this.undoPassage([event]);
	}

	/** Undoes what was recorded together, also where something else was recorded since. */
	undoPassage(passage: Passage): Promise<void> {
		return this.#inTurn(() => this.#undoPassage(passage));
	}

	/** Redoes what was undone last, unless something else was recorded since. */
	redo(): Promise<void> {
		return this.#inTurn(async () => {
			const last = this.#undone.at(-1);
			if (!last) return { kind: 'nothing', verb: 'redo' };
			const taken = await this.#takeBack(last.by, 'redo');
			if (!taken) return null;
			if (!taken.ok) return { kind: 'refused', verb: 'redo', events: last.passage, failure: taken.error };
			this.#undone.pop();
			if (taken.value.by.length === 0) return { kind: 'nothing', verb: 'redo' };
			this.#done.push(last.passage);
			return { kind: 'redo', events: last.passage };
		});
	}

	/** One after the other, however quickly the keys are pressed. */
	#inTurn(work: () => Promise<Told | null>): Promise<void> {
		const done = this.#turn.then(work).then((told) => {
			this.#told = told;
		});
		this.#turn = done.catch(() => {});
		return done;
	}

	/** Null where it was stopped. */
	async #undoPassage(passage: Passage): Promise<Told | null> {
		const taken = await this.#takeBack(passage, 'undo');
		if (!taken) return null;
		if (!taken.ok) return { kind: 'refused', verb: 'undo', events: passage, failure: taken.error };
		const { events, by } = taken.value;
		if (events.length === 0) return { kind: 'nothing', verb: 'undo' };
		this.#undone.push({ passage: events, by });
		return { kind: 'undo', events };
	}

	/**
	 * Records that the events of a passage are taken back; gives which, in the order of recording, and by what. Null
	 * where it was stopped.
	 */
	#takeBack(passage: Passage, verb: Verb): Promise<Result<TakenBack, UndoFailure> | null> {
		return passage.length > few ? this.#takeBackInThread(passage, verb) : this.#takeBackHere(passage, verb);
	}

	async #takeBackHere(passage: Passage, verb: Verb): Promise<Result<TakenBack, UndoFailure>> {
		const recorded = await this.#workspace.eventsOf(new Set(passage.map(({ stream }) => stream)));
		if (!recorded.ok) return recorded;
		const { takingBack, withdrawalsOf } = await import('./withdrawals.ts');
		const events = withdrawalsOf(passage, recorded.value);
		if (events.length === 0) return ok({ events, by: [] });
		const proposals = takingBack(events, genevaToday(), this.#reasons[verb]());
		this.#own.add(proposals);
		const by = await this.#workspace.record(proposals);
		return by.ok ? ok({ events: events.toReversed(), by: by.value }) : by;
	}

	async #takeBackInThread(passage: Passage, verb: Verb): Promise<Result<TakenBack, UndoFailure> | null> {
		const { takeBackInThread } = await import('./inThread.ts');
		const [begun, background, stopping] = [performance.now(), this.#makeBackground(), new AbortController()];
		const tell = (done: number, canStop: boolean) => {
			if (performance.now() - begun > patience)
				this.#told = { kind: 'working', verb, events: passage, done, canStop };
		};
		this.#stopping = stopping;
		const taken = await takeBackInThread(
			this.#workspace,
			{ passage, reason: this.#reasons[verb]() },
			{
				background,
				progress: (done, total) => tell(done / total, true),
				writing: () => tell(1, false),
				signal: stopping.signal
			}
		);
		background.close();
		if (!taken.ok) return taken.error.kind === 'stopped' ? null : refuse(taken.error);
		this.#own.add(taken.value.by);
		await this.#workspace.changedElsewhere(taken.value.by);
		return taken;
	}
}
