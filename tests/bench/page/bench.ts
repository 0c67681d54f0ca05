import type { IsoDate } from '#lib/calendar/date.ts';
import type { Contender, Measure, Row } from '../contender.ts';
import type { Size } from '../../world/world.ts';

/** Where a contender stands: its file, and its place among those of the file. */
export interface Place {
	file: string;
	index: number;
}

/** What is known of a contender outside of the page. */
export interface Listed extends Pick<Contender, 'name'> {
	place: Place;
	takesPart: readonly Measure[];
	baselineOf: readonly Measure[];
	slow: boolean;
	peer: boolean;
	situations: string[];
}

/** What a store holds: a world of a size, and so many events after it. */
export interface Holding {
	size: Size;
	further: number;
}

/** What a page tells of its start. Times are milliseconds since the browser began to load the page. */
export interface StartReport {
	/** The page's own code was there, and the contender began. */
	began: number;
	/** The list was on the screen. */
	shown: number;
	rows: Row[];
}

/** What the page does for the program that runs it. Times are milliseconds. */
export interface Bench {
	list(): Promise<Listed[]>;
	import(place: Place, size: Size): Promise<number>;
	/** Brings a situation about; gives how many events more the store holds after it. */
	arrange(place: Place, situation: string, holding: Holding): Promise<number>;
	/** Opens a store to append so many events to. */
	openToAppend(place: Place, holding: Holding, count: number): Promise<void>;
	/** Appends the next so many, one after the other; gives how long each took. */
	append(count: number): Promise<number[]>;
	/** Folds a world to see it on many days. */
	openToSlide(size: Size): Promise<void>;
	/** Sees it on some days; gives how long each took. */
	slide(days: readonly IsoDate[]): Promise<number[]>;
}

declare global {
	interface Window {
		bench?: Bench;
		started?: StartReport | { failed: string };
		/** Held, so that it is in memory when the memory is measured. */
		kept?: unknown;
	}
}
