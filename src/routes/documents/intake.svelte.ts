import { Reviewing, type Records } from '#lib/workspace/reviewing.svelte.ts';
import { startReader, type ReaderFailure, type RunningReader } from './reader.ts';

/** A file that was not read, and why; `stopped` where the user had enough of waiting. */
export interface Refused {
	name: string;
	failure: ReaderFailure | { kind: 'stopped' };
}

/** Below this nothing is said of the wait: it would only flash up. */
const patience = 300;

/** The documents that were handed in: one is read and reviewed after the other. */
export class Intake {
	readonly #records: Records;
	#running: RunningReader | undefined;
	#waiting = $state.raw<readonly File[]>([]);
	#reading = $state.raw<{ name: string; slow: boolean } | null>(null);
	#refused = $state.raw<readonly Refused[]>([]);
	#review = $state.raw<Reviewing | null>(null);

	constructor(records: Records) {
		this.#records = records;
	}

	/** How many documents come after the one at hand. */
	get waiting(): number {
		return this.#waiting.length;
	}
	/** What is being read; told only once it takes long enough to notice. */
	get reading(): string | null {
		return this.#reading?.slow ? this.#reading.name : null;
	}
	get refused(): readonly Refused[] {
		return this.#refused;
	}
	get review(): Reviewing | null {
		return this.#review;
	}

	/** Takes files in; the first is read at once, unless one is at hand already. */
	take(files: readonly File[]): void {
		if (!this.#review && !this.#reading) this.#refused = [];
		this.#waiting = [...this.#waiting, ...files];
		void this.#goOn();
	}

	/** Stops reading, and goes on with the next. */
	stop(): void {
		const { name } = this.#reading ?? {};
		if (name === undefined) return;
		this.#running?.stop();
		this.#reading = null;
		this.#refused = [...this.#refused, { name, failure: { kind: 'stopped' } }];
		void this.#goOn();
	}

	/** Leaves the review, whatever became of it, and goes on with the next document. */
	close(): void {
		this.#review = null;
		this.#refused = [];
		void this.#goOn();
	}

	/** Stops whatever runs: the page is left. */
	leave(): void {
		this.#running?.stop();
		this.#waiting = [];
	}

	async #goOn(): Promise<void> {
		const [file, ...rest] = this.#waiting;
		if (!file || this.#review || this.#reading) return;
		this.#waiting = rest;
		const reading = { name: file.name, slow: false };
		this.#reading = reading;
		const timer = setTimeout(() => {
			if (this.#reading === reading) this.#reading = { ...reading, slow: true };
		}, patience);
		this.#running = startReader(file);
		const read = await this.#running.done;
		clearTimeout(timer);
		this.#reading = null;
		if (read.ok) this.#review = new Reviewing(read.value, this.#records);
		else this.#refused = [...this.#refused, { name: file.name, failure: read.error }];
		void this.#goOn();
	}
}
