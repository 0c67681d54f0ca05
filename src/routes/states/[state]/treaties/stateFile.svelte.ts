import type { Proposal } from '#lib/cycle/gate.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { Status, StatusRefusal } from '#lib/exchange/statuses/status.ts';
import { ok, type Result } from '#lib/result.ts';
import type { Failure } from '#lib/words/refusals.ts';
import { lookAt, type Look } from '#lib/workspace/statuses/fillIn.ts';
import type { Workspace } from '#lib/workspace/workspace.svelte.ts';

/** The one form that is open in a State's file, with what is recorded of the State before that body. */
export class StateFile {
	readonly #workspace: Workspace;
	/** The last asking, so that an answer to one before it is not taken. */
	#asked = 0;
	#body = $state<string | null>(null);
	#recorded = $state.raw<readonly Envelope[]>([]);
	#failure = $state.raw<Failure | null>(null);
	#count = 0;

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
	}

	/** The body whose form is open. */
	get body(): string | null {
		return this.#body;
	}
	get failure(): Failure | null {
		return this.#failure;
	}
	/** How many of the events that were looked at were recorded last; what opens their cycle comes with them. */
	get recorded(): number {
		return this.#count;
	}

	/** Opens the form for a body, once it is known what is recorded. */
	async open(state: string, body: string): Promise<void> {
		const asked = (this.#asked += 1);
		this.#failure = null;
		const streams = this.#workspace.streams.filter((stream) => stream.startsWith(`${body}/${state}/`));
		const events = await this.#workspace.eventsOf(streams);
		if (asked !== this.#asked) return;
		if (!events.ok) {
			this.#failure = events.error;
			return;
		}
		this.#recorded = events.value;
		this.#body = body;
	}

	close(): void {
		this.#asked += 1;
		this.#body = null;
	}

	lookAt(status: Status): Result<Look, StatusRefusal> {
		return lookAt(status, this.#recorded);
	}

	/** Records all of it or nothing. */
	async record(proposals: readonly Proposal[], anyway: boolean): Promise<Result<unknown, Failure>> {
		if (proposals.length === 0) return ok((this.#count = 0));
		const recorded = await this.#workspace.record(proposals, { anyway });
		if (recorded.ok) this.#count = proposals.length;
		return recorded;
	}
}
