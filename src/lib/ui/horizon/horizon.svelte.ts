import type { IsoDate } from '#lib/calendar/date.ts';
import { dayNumber, type DayNumber } from '#lib/calendar/dayNumber.ts';
import type { ObligationOnDay } from '#lib/cycle/timeline/views.ts';
import { daysOf, marksOf, rowsOf, type Mark, type Marks, type Rows } from './marks.ts';
import { along, broughtIntoSight, dayAt, panned, ticksOf, viewOfAll, zoomed, type View } from './scale.ts';

/** How much a press of a key or a button zooms, and how far it moves along. */
const [zoomStep, panStep] = [1.6, 0.25];
/** How wide the name of a year or a month may be, in pixels. */
const tickRoom = 76;

/** What the picture is drawn from, read anew whenever it changes. */
interface Given {
	seen: readonly ObligationOnDay[];
	asOf: IsoDate;
}

/** What is in sight of the line of time, and what of it is pointed at. */
export class Horizon {
	/** How wide the picture is drawn, in pixels, and whether time runs from right to left. */
	width = $state(0);
	fromTheRight = $state(false);
	/** The mark that the pointer or the focus is on. */
	pointed = $state.raw<Mark | null>(null);

	readonly #given: () => Given;
	/** Where the reader has gone; until then everything is in sight. */
	#chosen = $state.raw<View | null>(null);
	/** The mark that Tab comes to. */
	#entered = $state<string | null>(null);

	readonly marks: Marks = $derived.by(() => marksOf(this.#given().seen, this.#given().asOf));
	readonly rows: Rows = $derived(rowsOf(this.marks, this.width));
	readonly today: DayNumber = $derived.by(() => dayNumber(this.#given().asOf));
	readonly all: View = $derived(viewOfAll(this.today, daysOf(this.marks)));
	readonly view: View = $derived(this.#chosen ?? this.all);
	readonly axis = $derived(ticksOf(this.view, this.width, tickRoom));
	/** How many marks lie outside of what is in sight. */
	readonly outside: number = $derived(
		[...this.marks.owed, ...this.marks.done].filter(
			({ from, to }) => to < this.view.from || from > this.view.to
		).length
	);
	readonly entry: string | undefined = $derived.by(() => {
		const ids = [...this.marks.owed, ...this.marks.done, ...this.marks.undated].map(({ id }) => id);
		return ids.find((id) => id === this.#entered) ?? ids[0];
	});
	/** Whether the reader has gone anywhere. */
	get moved(): boolean {
		return this.#chosen !== null;
	}

	constructor(given: () => Given) {
		this.#given = given;
	}

	/** Where a day is drawn, in pixels from the left edge. */
	place(day: DayNumber): number {
		const start = along(this.view, this.width, day);
		return this.fromTheRight ? this.width - start : start;
	}

	/** @param place in pixels from the left edge; the middle where none is given */
	zoom(factor: number, place = this.width / 2): void {
		const start = this.fromTheRight ? this.width - place : place;
		this.#chosen = zoomed(this.view, factor, dayAt(this.view, this.width, start));
	}

	nearer(): void {
		this.zoom(zoomStep);
	}

	further(): void {
		this.zoom(1 / zoomStep);
	}

	/** Moves what is in sight, as a finger drags it, by pixels to the right. */
	drag(pixels: number): void {
		if (this.width) this.#chosen = panned(this.view, (this.fromTheRight ? pixels : -pixels) / this.width);
	}

	/** Looks further to the right (1) or to the left (-1). */
	step(side: 1 | -1): void {
		this.drag(-side * panStep * this.width);
	}

	showAll(): void {
		this.#chosen = null;
	}

	/** The focus came to a mark: it is brought into sight, and Tab will come back to it. */
	enter(mark: Mark): void {
		this.#entered = mark.id;
		this.pointed = mark;
		if (mark.shape === 'undated') return;
		const brought = broughtIntoSight(this.view, mark.at);
		if (brought !== this.view) this.#chosen = brought;
	}
}
