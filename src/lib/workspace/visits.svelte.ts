import type { IsoDate } from '#lib/calendar/date.ts';
import { genevaToday } from '#lib/calendar/today.ts';
import { changesSince, type Change } from '#lib/cycle/changes.ts';
import type { Outline } from '#lib/cycle/outline/outline.ts';
import type { Device } from '#lib/log/index.ts';
import { keepLastVisit, readLastVisit, type LastVisit } from './lastVisit.ts';
import { withFolded } from './projection.ts';
import type { Workspace } from './workspace.svelte.ts';

/** What changed since somebody last looked on this device. */
export class Visits {
	readonly #workspace: Workspace;
	#device: Device | undefined;
	#last = $state.raw<LastVisit | null>(null);
	/** What was known then: the cycles as they are, but for those that something was recorded in since. */
	#then = $state.raw<{ now: ReadonlyMap<string, Outline>; then: ReadonlyMap<string, Outline> } | null>(null);

	/** Whether nobody has looked yet: all there is counts as seen then, and news is what comes after it. */
	isFirst = $state(false);

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
	}

	/** Reads when the last visit was. */
	async recall(device: Device): Promise<void> {
		this.#device = device;
		this.#last = await readLastVisit(device);
		this.isFirst = this.#last === null;
	}

	/** What changed since, seen from a day; nothing as long as what was known then is not. */
	changes(asOf: IsoDate): Change[] {
		const then = this.#then;
		return this.#last && then ? changesSince(then.now, then.then, this.#last, asOf) : [];
	}

	/** Finds out what was known at the last visit. To be called whenever the cycles or the last visit changed. */
	async compare(): Promise<void> {
		const { outlinesNow: now } = this.#workspace;
		const last = this.#last;
		if (!last) return;
		const then = await this.#knownAt(last, now);
		if (then && last === this.#last) this.#then = { now, then };
	}

	/** Somebody looked: all there is now is seen, and shown so once the device remembers it. */
	async markSeen(): Promise<void> {
		const visit = { on: genevaToday(), position: this.#workspace.head?.position ?? 0 };
		this.isFirst = false;
		if (this.#device) await keepLastVisit(this.#device, visit);
		this.#last = visit;
	}

	async #knownAt(
		{ position }: LastVisit,
		outlines: ReadonlyMap<string, Outline>
	): Promise<ReadonlyMap<string, Outline> | undefined> {
		const recent = await this.#workspace.recordedAfter(position);
		if (!recent.ok) return undefined;
		// So much is new that all of it is read again.
		if (!recent.value) {
			const known = await this.#workspace.knownUntil({ position });
			return known.ok ? known.value.outlines : undefined;
		}
		const streams = new Set(recent.value.changed.keys());
		if (streams.size === 0) return outlines;
		const folded = await this.#workspace.foldedAt(position, streams);
		if (!folded.ok) return undefined;
		const known = { position, hash: '', outlines, failures: new Map(), damaged: [] };
		return withFolded(known, folded.value, known).outlines;
	}
}
