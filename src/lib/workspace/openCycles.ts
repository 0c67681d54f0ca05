import { SvelteMap } from 'svelte/reactivity';
import type { FoldFailure, Timeline } from '#lib/cycle/timeline/fold.ts';
import type { Outline } from '#lib/cycle/outline/outline.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { ReadFailure } from '#lib/log/index.ts';
import type { Result } from '#lib/result.ts';

/** One cycle in full: everything recorded of it, and what that comes to. */
export interface OpenCycle {
	events: readonly Envelope[];
	timeline: Timeline | FoldFailure;
}

/** So many cycles are held in full, or as many as their State has; of the others only their outlines. */
const most = 64;

const stateOf = (stream: string) => stream.split('/')[1];

/** Gives all events of some streams, in the order of recording. */
type Read = (streams: readonly string[]) => Promise<Result<readonly Envelope[], ReadFailure>>;

/**
 * The cycles that a page looks at, read in full as soon as one asks for them and again when they change. What is
 * asked for at once is read at once. Whoever asks in an effect or in markup is told when they come.
 */
export class OpenCycles {
	readonly #read: Read;
	readonly #cycles = new SvelteMap<string, OpenCycle>();
	/** What each cycle was read for: its outline, which is another object once it has changed. */
	readonly #readFor = new Map<string, Outline | FoldFailure>();
	/** What was asked for and is not being read yet. */
	#asked = new Map<string, Outline | FoldFailure>();

	constructor(read: Read) {
		this.#read = read;
	}

	/** The cycle; undefined while it is being read. @param outline as it is known now */
	get(stream: string, outline: Outline | FoldFailure): OpenCycle | undefined {
		if (this.#readFor.get(stream) !== outline) {
			this.#readFor.set(stream, outline);
			if (this.#asked.size === 0) queueMicrotask(() => void this.#open());
			this.#asked.set(stream, outline);
		}
		return this.#cycles.get(stream);
	}

	async #open(): Promise<void> {
		const asked = this.#asked;
		this.#asked = new Map();
		const [events, { foldCycle }] = await Promise.all([
			this.#read([...asked.keys()]),
			// The statechart engine is not fetched before somebody looks into a cycle.
			import('#lib/cycle/timeline/fold.ts')
		]);
		// What has changed again meanwhile is read by whoever asked for that.
		const wanted = [...asked].filter(([stream, outline]) => this.#readFor.get(stream) === outline);
		// What cannot be read now is asked for again with the next change.
		if (!events.ok) return wanted.forEach(([stream]) => this.#readFor.delete(stream));
		const byStream = Map.groupBy(events.value, ({ stream }) => stream);
		for (const [stream, outline] of wanted) {
			const own = byStream.get(stream) ?? [];
			const timeline = 'kind' in outline ? outline : foldCycle(stream, own);
			this.#cycles.set(stream, { events: own, timeline });
			this.#makeRoom(stream);
		}
	}

	/** The cycles of one State are looked at together, however many they are, and make no room for each other. */
	#makeRoom(stream: string): void {
		const others = [...this.#cycles.keys()].filter((other) => stateOf(other) !== stateOf(stream));
		for (const other of others.slice(0, Math.max(0, this.#cycles.size - most))) {
			this.#cycles.delete(other);
			this.#readFor.delete(other);
		}
	}
}
