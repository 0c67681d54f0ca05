import type { IsoDate } from '#lib/calendar/date.ts';
import { genevaToday } from '#lib/calendar/today.ts';
import { changesSince, type Change, type LastVisit } from '#lib/cycle/changes.ts';
import type { Device } from '#lib/log/index.ts';
import { keepLastVisit, readLastVisit } from './lastVisit.ts';
import type { Workspace } from './workspace.svelte.ts';

/** What changed since somebody last looked on this device. */
export class Visits {
	readonly #workspace: Workspace;
	#device: Device | undefined;
	#last = $state.raw<LastVisit | null>(null);

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

	/** What changed since, seen from a day; nothing as long as the last visit is not known. */
	changes(asOf: IsoDate): Change[] {
		const { world, events } = this.#workspace;
		return this.#last ? changesSince(world, events, this.#last, asOf) : [];
	}

	/** Somebody looked: all there is now is seen, and shown so once the device remembers it. */
	async markSeen(): Promise<void> {
		const visit = { on: genevaToday(), lastEvent: this.#workspace.events.at(-1)?.id ?? null };
		this.isFirst = false;
		if (this.#device) await keepLastVisit(this.#device, visit);
		this.#last = visit;
	}
}
