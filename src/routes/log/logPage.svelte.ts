import type { Timeline } from '#lib/cycle/timeline/fold.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { Result } from '#lib/result.ts';
import { isLike, standings, type Filter, type Standing } from '#lib/ui/logTable/entries.ts';
import type { Failure } from '#lib/words/refusals.ts';
import type { Workspace } from '#lib/workspace/workspace.svelte.ts';

/** So many rows are read at first, and so many more each time one asks. */
export const pageSize = 100;

/** What the page of the log shows: as much of it as was asked for, the newest first. */
export class LogPage {
	readonly #workspace: Workspace;
	/** The last asking, so that an answer to one before it is not taken. */
	#asked = 0;
	#events = $state.raw<readonly Envelope[]>([]);
	#hasMore = $state.raw(false);
	#loaded = $state.raw(false);
	#failure = $state.raw<Failure | null>(null);
	#standingOf = $state.raw<(id: string) => Standing>(() => ({ kind: 'counts' }));

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
	}

	get events(): readonly Envelope[] {
		return this.#events;
	}
	/** Whether the log has more that are like the filter. */
	get hasMore(): boolean {
		return this.#hasMore;
	}
	/** Whether anything was read yet. */
	get loaded(): boolean {
		return this.#loaded;
	}
	/** Why the log could not be read. */
	get failure(): Failure | null {
		return this.#failure;
	}
	get standingOf(): (id: string) => Standing {
		return this.#standingOf;
	}

	/**
	 * Reads the newest events that are like a filter, as far as they were known at the instant one looks back to.
	 * @param wanted how many
	 */
	async load(filter: Filter, wanted: number): Promise<void> {
		const asked = ++this.#asked;
		const isKnown = this.#isKnown();
		const found: Envelope[] = [];
		const read = await this.#workspace.readBack((newestFirst) => {
			found.push(...newestFirst.filter((event) => isKnown(event) && isLike(event, filter)));
			return found.length <= wanted && asked === this.#asked;
		});
		const shown = found.slice(0, wanted);
		const timelines = await this.#timelinesOf(new Set(shown.map(({ stream }) => stream)));
		if (asked !== this.#asked) return;
		this.#failure = read.ok ? null : read.error;
		this.#events = shown;
		this.#hasMore = found.length > wanted;
		this.#standingOf = standings(timelines.map(({ timeline }) => timeline));
		this.#loaded = true;
	}

	#isKnown(): (event: Envelope) => boolean {
		const { knownAt } = this.#workspace;
		return ({ recordedAt }) => knownAt === null || recordedAt <= knownAt;
	}

	async #timelinesOf(
		streams: ReadonlySet<string>
	): Promise<{ timeline: Timeline; events: readonly Envelope[] }[]> {
		if (streams.size === 0) return [];
		const isKnown = this.#isKnown();
		const [events, { foldCycle }] = await Promise.all([
			this.#workspace.eventsOf(streams) as Promise<Result<readonly Envelope[], Failure>>,
			import('#lib/cycle/timeline/fold.ts')
		]);
		if (!events.ok) return [];
		const byStream = Map.groupBy(events.value.filter(isKnown), ({ stream }) => stream);
		return [...byStream].flatMap(([stream, ofStream]) => {
			const timeline = foldCycle(stream, ofStream);
			return 'kind' in timeline ? [] : [{ timeline, events: ofStream }];
		});
	}
}
