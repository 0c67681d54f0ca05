import { ok, type Result } from '#lib/result.ts';
import type { Failure } from '#lib/words/refusals.ts';
import type { Workspace } from '#lib/workspace/workspace.svelte.ts';

/** A view of the monitor under a name: its address without the day. */
interface SavedView {
	name: string;
	query: string;
}

const key = 'monitorViews';

/** Views of the monitor that are kept on this device. */
export class SavedViews {
	readonly #device: Pick<NonNullable<Workspace['device']>, 'get' | 'set'>;
	#all = $state.raw<readonly SavedView[]>([]);

	constructor(device: Pick<NonNullable<Workspace['device']>, 'get' | 'set'>) {
		this.#device = device;
	}

	/** In the order of their names. */
	get all(): readonly SavedView[] {
		return this.#all;
	}

	/** Brings back what was saved. What is not a view is left out. */
	async recall(): Promise<Result<void, Failure>> {
		const kept = await this.#device.get(key);
		if (!kept.ok) return kept;
		this.#all = Array.isArray(kept.value) ? kept.value.filter(isView) : [];
		return ok(undefined);
	}

	/** Saves a view; one of the same name is replaced. */
	save(view: SavedView): Promise<Result<void, Failure>> {
		return this.#keep(view.name, [view]);
	}

	remove(name: string): Promise<Result<void, Failure>> {
		return this.#keep(name, []);
	}

	/** Puts something in the place of a name, beside what another tab has saved since. */
	async #keep(name: string, instead: readonly SavedView[]): Promise<Result<void, Failure>> {
		const recalled = await this.recall();
		if (!recalled.ok) return recalled;
		const others = this.#all.filter((view) => view.name !== name);
		const views = [...others, ...instead].sort((one, other) => (one.name < other.name ? -1 : 1));
		const kept = await this.#device.set(key, views);
		if (kept.ok) this.#all = views;
		return kept;
	}
}

const isView = (value: unknown): value is SavedView =>
	typeof value === 'object' &&
	value !== null &&
	'name' in value &&
	typeof value.name === 'string' &&
	'query' in value &&
	typeof value.query === 'string';
