import type { Result } from '#lib/result.ts';
import { canBeForced } from '#lib/cycle/gate.ts';
import type { Failure } from '#lib/words/refusals.ts';
import type { Faults } from './faults.ts';

/** What the workspace says to a passage through the gate. */
export type Sent = Result<unknown, Failure>;

/** No sign of waiting is shown before this: most writing is done by then. */
const patience = 300;

/**
 * One form while it is filled in and sent: what was typed, what is wrong with it, whether it is being written.
 * A refusal leaves everything as it was typed.
 */
export class FormState<Read> {
	typed = $state<Record<string, string>>({});
	#faults = $state.raw<Faults>({});
	#refusal = $state.raw<Failure | null>(null);
	#writing = $state(false);
	#waiting = $state(false);
	readonly #read: (typed: Record<string, string>) => Result<Read, Faults>;
	readonly #send: (read: Read, anyway: boolean) => Promise<Sent>;

	/**
	 * @param start what stands in the form at first
	 * @param read turns what was typed into what is sent, or into faults by input
	 */
	constructor(
		start: Record<string, string>,
		read: (typed: Record<string, string>) => Result<Read, Faults>,
		send: (read: Read, anyway: boolean) => Promise<Sent>
	) {
		this.typed = start;
		this.#read = read;
		this.#send = send;
	}

	/** What is wrong, by the name of the input. */
	get faults(): Faults {
		return this.#faults;
	}
	/** Why it was not recorded, where that concerns no single input. */
	get refusal(): Failure | null {
		return this.#refusal;
	}
	/** Whether a person may insist: what the statechart does not take is then kept and marked. */
	get canInsist(): boolean {
		return this.#refusal !== null && canBeForced(this.#refusal);
	}
	/** Whether it takes long enough to say so. */
	get waiting(): boolean {
		return this.#waiting;
	}

	/** Sends the form once, however often the button is pressed; gives whether it was recorded. */
	async submit(anyway = false): Promise<boolean> {
		if (this.#writing) return false;
		this.#refusal = null;
		const read = this.#read($state.snapshot(this.typed));
		this.#faults = read.ok ? {} : read.error;
		if (!read.ok) return false;
		this.#writing = true;
		const timer = setTimeout(() => (this.#waiting = true), patience);
		try {
			const sent = await this.#send(read.value, anyway);
			if (!sent.ok) this.#take(sent.error);
			return sent.ok;
		} finally {
			clearTimeout(timer);
			this.#writing = this.#waiting = false;
		}
	}

	/** Puts a refusal at the input it is about, where the form has that: it is said in either case. */
	#take(failure: Failure): void {
		const isDay = failure.kind === 'badDate' || failure.kind === 'inTheFuture';
		if (isDay && 'on' in this.typed)
			this.#faults = { on: failure.kind === 'badDate' ? failure.refusal : failure };
		else this.#refusal = failure;
	}
}
