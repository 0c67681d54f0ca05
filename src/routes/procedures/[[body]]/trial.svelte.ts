import { genevaToday, instantNow } from '#lib/calendar/today.ts';
import { tryInCycle, type CycleTrial, type RuleChange } from '#lib/cycle/rules/dryRun.ts';
import { newId } from '#lib/envelope/envelope.ts';
import { ok, type Result } from '#lib/result.ts';
import type { Failure } from '#lib/words/refusals.ts';
import type { Workspace } from '#lib/workspace/workspace.svelte.ts';

/** So many cycles are read at once, and so many tried before the page gets to breathe. */
const readAtOnce = 200;
const triedAtOnce = 10;
const breathe = () => new Promise((resolve) => setTimeout(resolve));

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
	/** The last asking, so that an answer to one before it is not taken. */
	#asked = 0;
	#progress = $state.raw<{ done: number; total: number } | null>(null);
	#tried = $state.raw<Tried | null>(null);
	#taken = $state.raw(0);

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
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
	async try(change: RuleChange): Promise<Result<void, Failure>> {
		const asked = ++this.#asked;
		[this.#tried, this.#taken] = [null, 0];
		const position = this.#workspace.head?.position ?? 0;
		const streams = this.#workspace.streams.filter((stream) => stream.startsWith(`${change.body}/`)).sort();
		const trials: CycleTrial[] = [];
		try {
			for (let first = 0; first < streams.length; first += readAtOnce) {
				const tried = await this.#tryIn(streams.slice(first, first + readAtOnce), change, (done) => {
					if (asked === this.#asked) this.#progress = { done: first + done, total: streams.length };
					return asked === this.#asked;
				});
				if (!tried.ok) return tried;
				if (asked !== this.#asked) return ok(undefined);
				trials.push(...tried.value);
			}
			this.#tried = { change, trials, position };
			return ok(undefined);
		} finally {
			if (asked === this.#asked) this.#progress = null;
		}
	}

	/** Stops what is being tried, and puts away what was. */
	leave(): void {
		this.#asked += 1;
		[this.#progress, this.#tried, this.#taken] = [null, null, 0];
	}

	/** Records what was tried, in all cycles or in none; nothing where something else was recorded since. */
	async take(): Promise<Result<void, Failure>> {
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

	/** @param tell is told how many cycles of these are done, and gives whether to go on */
	async #tryIn(
		streams: readonly string[],
		change: RuleChange,
		tell: (done: number) => boolean
	): Promise<Result<CycleTrial[], Failure>> {
		const events = await this.#workspace.eventsOf(streams);
		if (!events.ok) return events;
		const byStream = Map.groupBy(events.value, ({ stream }) => stream);
		const { by, replica = '', outlinesNow } = this.#workspace;
		const now = instantNow();
		const context = { today: genevaToday(now), now, by, replica, newId, outlines: outlinesNow };
		const trials: CycleTrial[] = [];
		for (const [place, stream] of streams.entries()) {
			if (place % triedAtOnce === 0) {
				await breathe();
				if (!tell(place)) return ok(trials);
			}
			const trial = tryInCycle(stream, byStream.get(stream) ?? [], change, context);
			if (trial) trials.push(trial);
		}
		return ok(trials);
	}
}
