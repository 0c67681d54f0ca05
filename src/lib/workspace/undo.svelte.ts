import { genevaToday } from '#lib/calendar/today.ts';
import type { Proposal } from '#lib/cycle/gate.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { ok, type Result } from '#lib/result.ts';
import { passageOf, type Passage } from './recording/passage.ts';
import type { RecordFailure, Workspace } from './workspace.svelte.ts';

type Verb = 'undo' | 'redo';
type Source = Pick<Workspace, 'record' | 'withdrawals' | 'onRecorded'>;

/** What became of the last asking, for the page to tell. */
export type Told =
	/** What no longer counts, or counts again. */
	| { kind: Verb; events: Passage }
	| { kind: 'nothing'; verb: Verb }
	/** Content that was taken out of an event does not come back. */
	| { kind: 'forGood' }
	| { kind: 'refused'; verb: Verb; events: Passage; failure: RecordFailure };

/**
 * Undoes what was recorded on this page, the last passage first, and redoes it. Nothing is deleted: to undo is to
 * record corrections that take back, to redo is to take those back. Either goes through the gate as one passage.
 */
export class Undo {
	readonly #workspace: Source;
	readonly #reasons: Readonly<Record<Verb, () => string>>;
	#done: Passage[] = [];
	#undone: { passage: Passage; by: Passage }[] = [];
	/** What this asks to record itself, which is not to be undone by the next press. */
	readonly #own = new WeakSet<object>();
	#turn: Promise<unknown> = Promise.resolve();
	#told = $state.raw<Told | null>(null);

	/** @param reasons what is given as the reason in the corrections */
	constructor(workspace: Source, reasons: Readonly<Record<Verb, () => string>>) {
		this.#workspace = workspace;
		this.#reasons = reasons;
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
				if (told.kind !== 'refused') this.#done.pop();
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
			if (!taken.ok) return { kind: 'refused', verb: 'redo', events: last.passage, failure: taken.error };
			this.#undone.pop();
			if (taken.value.by.length === 0) return { kind: 'nothing', verb: 'redo' };
			this.#done.push(last.passage);
			return { kind: 'redo', events: last.passage };
		});
	}

	/** One after the other, however quickly the keys are pressed. */
	#inTurn(work: () => Promise<Told>): Promise<void> {
		const done = this.#turn.then(work).then((told) => {
			this.#told = told;
		});
		this.#turn = done.catch(() => {});
		return done;
	}

	async #undoPassage(passage: Passage): Promise<Told> {
		const taken = await this.#takeBack(passage, 'undo');
		if (!taken.ok) return { kind: 'refused', verb: 'undo', events: passage, failure: taken.error };
		const { events, by } = taken.value;
		if (events.length === 0) return { kind: 'nothing', verb: 'undo' };
		this.#undone.push({ passage: events, by });
		return { kind: 'undo', events };
	}

	/** Records that the events of a passage are taken back; gives which, in the order of recording, and by what. */
	async #takeBack(
		passage: Passage,
		verb: Verb
	): Promise<Result<{ events: Passage; by: Passage }, RecordFailure>> {
		const withdrawals = await this.#workspace.withdrawals(passage);
		if (!withdrawals.ok) return withdrawals;
		const events = withdrawals.value;
		if (events.length === 0) return ok({ events, by: [] });
		const proposals = events.map(({ stream, id }): Proposal => ({
			stream,
			type: 'RecordCorrected',
			on: genevaToday(),
			data: { action: 'withdraw', reason: this.#reasons[verb]() },
			source: null,
			corrects: id
		}));
		this.#own.add(proposals);
		const by = await this.#workspace.record(proposals);
		return by.ok ? ok({ events: events.toReversed(), by: passageOf(by.value) }) : by;
	}
}
