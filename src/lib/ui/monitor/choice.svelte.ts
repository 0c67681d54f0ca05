import { SvelteMap } from 'svelte/reactivity';
import type { Rows } from '#lib/monitor/board.ts';
import type { ObligationOnDay } from '#lib/cycle/timeline/views.ts';

/** The rows that were chosen to record something for, by the ids of their obligations. */
export class Choice {
	readonly #chosen = new SvelteMap<string, ObligationOnDay>();
	/** The row that was pressed last: from there a press with Shift chooses up to another. */
	#last: { id: string; place: number } | null = null;

	get size(): number {
		return this.#chosen.size;
	}

	/** All that is chosen, in the order of choosing. */
	get rows(): readonly ObligationOnDay[] {
		return [...this.#chosen.values()];
	}

	has({ obligation }: ObligationOnDay): boolean {
		return this.#chosen.has(obligation.id);
	}

	/**
	 * Chooses a row, or no longer; with Shift all rows from the one pressed last get what this one gets.
	 * @param place of the row that was pressed
	 */
	toggle(rows: Rows<ObligationOnDay>, place: number, withShift: boolean): void {
		const [pressed] = rows.slice(place, place + 1) as [ObligationOnDay];
		const choose = !this.has(pressed);
		const last = this.#last;
		// Where the rows have changed since, it may stand elsewhere, or not at all.
		const isThere = last && rows.slice(last.place, last.place + 1)[0]?.obligation.id === last.id;
		const from = withShift && isThere ? last.place : place;
		for (const row of rows.slice(Math.min(from, place), Math.max(from, place) + 1)) {
			if (choose) this.#chosen.set(row.obligation.id, row);
			else this.#chosen.delete(row.obligation.id);
		}
		this.#last = { id: pressed.obligation.id, place };
	}

	chooseAll(rows: Rows<ObligationOnDay>): void {
		for (const row of rows.slice(0, rows.length)) this.#chosen.set(row.obligation.id, row);
	}

	clear(): void {
		this.#chosen.clear();
		this.#last = null;
	}
}
