import { SvelteMap } from 'svelte/reactivity';
import type { ObligationOnDay } from '#lib/cycle/timeline/views.ts';
import type { Rows } from '#lib/monitor/board.ts';
import type { Review } from '#lib/monitor/reviews.ts';
import type { Chosen } from '#lib/monitor/several.ts';

/** What can be chosen: an obligation, or a review that a body has in hand. */
export type Choosable = ObligationOnDay | Review;

/** The rows that were chosen to record something for. */
export class Choice {
	/** By the ids of their obligations, or the streams of their cycles. */
	readonly #chosen = new SvelteMap<string, Choosable>();
	/** The row that was pressed last: from there a press with Shift chooses up to another. */
	#last: { id: string; place: number } | null = null;

	get size(): number {
		return this.#chosen.size;
	}

	/** All that is chosen, in the order of choosing. */
	get chosen(): readonly Chosen[] {
		return [...this.#chosen.values()].map((row) => {
			if ('obligation' in row) return row.obligation;
			const { stream, reportNumbers } = row.outline;
			return { stream, reportNumbers, duty: null };
		});
	}

	has(row: Choosable): boolean {
		return this.#chosen.has(idOf(row));
	}

	/**
	 * Chooses a row, or no longer; with Shift all rows from the one pressed last get what this one gets.
	 * @param place of the row that was pressed
	 */
	toggle(rows: Rows<Choosable>, place: number, withShift: boolean): void {
		const [pressed] = rows.slice(place, place + 1) as [Choosable];
		const choose = !this.has(pressed);
		const last = this.#last;
		// Where the rows have changed since, it may stand elsewhere, or not at all.
		const [there] = last ? rows.slice(last.place, last.place + 1) : [];
		const from = withShift && last && there && idOf(there) === last.id ? last.place : place;
		for (const row of rows.slice(Math.min(from, place), Math.max(from, place) + 1)) {
			if (choose) this.#chosen.set(idOf(row), row);
			else this.#chosen.delete(idOf(row));
		}
		this.#last = { id: idOf(pressed), place };
	}

	chooseAll(rows: Rows<Choosable>): void {
		for (const row of rows.slice(0, rows.length)) this.#chosen.set(idOf(row), row);
	}

	clear(): void {
		this.#chosen.clear();
		this.#last = null;
	}
}

const idOf = (row: Choosable): string => ('obligation' in row ? row.obligation.id : row.outline.stream);
