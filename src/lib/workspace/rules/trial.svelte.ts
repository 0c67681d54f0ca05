import type { CycleTrial, RuleChange } from '#lib/cycle/rules/dryRun.ts';
import { amendedOf } from '#lib/cycle/rules/taken.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import { BackgroundThread, type Background } from '../background.ts';
import type { RecordFailure, Workspace } from '../workspace.svelte.ts';

/** A change that was tried: what it does to each cycle that would run under it. */
export interface Tried {
	change: RuleChange;
	trials: readonly CycleTrial[];
	/** Where the log stood; what is recorded later was not reckoned with. */
	position: number;
}

/** A change of the rules of one body: tried in all of its cycles, then taken in all of them at once, or left. */
export class Trial {
	readonly #workspace: Workspace;
	readonly #makeBackground: () => Background;
	#background: Background | undefined;
	/** The last asking, so that an answer to one before it is not taken. */
	#asked = 0;
	#progress = $state.raw<{ done: number; total: number } | null>(null);
	#tried = $state.raw<Tried | null>(null);
	#taken = $state.raw(0);

	/** @param makeBackground the thread that tries, one for each change */
	constructor(workspace: Workspace, makeBackground: () => Background = () => new BackgroundThread()) {
		this.#workspace = workspace;
		this.#makeBackground = makeBackground;
	}

	/** How far it is; null where nothing is being tried. */
	get progress(): { done: number; total: number } | null {
		return this.#progress;
	}
	get tried(): Tried | null {
		return this.#tried;
	}
	/** In how many cycles the last change was recorded; 0 where none was, or something was tried since. */
	get taken(): number {
		return this.#taken;
	}
	/** Whether something was recorded since, so that it must be tried again. */
	get isStale(): boolean {
		return this.#tried !== null && this.#tried.position !== this.#workspace.head?.position;
	}

	/** Tries a change in every cycle of its body. One that is stopped finds nothing. */
	async try(change: RuleChange): Promise<Result<void, RecordFailure>> {
		this.leave();
		const asked = this.#asked;
		const { by, replica, head, outlinesNow } = this.#workspace;
		if (!replica || !head) return refuse({ kind: 'notOpen' });
		this.#progress = { done: 0, total: 1 };
		const { position } = head;
		const own = (stream: string) => stream.startsWith(`${change.body}/`);
		const given = {
			change,
			streams: this.#workspace.streams.filter(own).sort(),
			position,
			identity: { by, replica },
			amended: amendedOf(outlinesNow.values()).filter(({ stream }) => own(stream))
		};
		const background = (this.#background = this.#makeBackground());
		const trials = await background.run('tryChange', given, (done, total) => {
			if (asked === this.#asked) this.#progress = { done, total };
		});
		if (asked !== this.#asked) return ok(undefined);
		this.leave();
		if (!trials.ok) return trials;
		this.#tried = { change, trials: trials.value, position };
		return ok(undefined);
	}

	/** Stops what is being tried, and puts away what was. */
	leave(): void {
		this.#asked += 1;
		this.#background?.close();
		[this.#background, this.#progress, this.#tried, this.#taken] = [undefined, null, null, 0];
	}

	/** Records what was tried, in all cycles or in none; nothing where something else was recorded since. */
	async take(): Promise<Result<void, RecordFailure>> {
		const tried = this.#tried;
		if (!tried || tried.trials.length === 0 || this.isStale) return ok(undefined);
		// What would no longer fit was found by the trial and seen, so the gate need not look for it again, which
		// in hundreds of cycles takes seconds. It is kept and marked.
		const recorded = await this.#workspace.record(
			tried.trials.map(({ proposal }) => proposal),
			{ anyway: true }
		);
		if (!recorded.ok) return recorded;
		[this.#tried, this.#taken] = [null, tried.trials.length];
		return ok(undefined);
	}
}
