import type { IsoDate } from '#lib/calendar/date.ts';
import type { Envelope, NewEvent } from '#lib/envelope/envelope.ts';

export type { Envelope };

/** How many obligations the first list shows. */
export const listed = 50;

/** What the list shows of one obligation. Two contenders that kept the same log show the same rows. */
export interface Row {
	/** The obligation: `CMW/AZE/3#followUp-1`. */
	id: string;
	group: string;
	/** The day that puts it where it stands in the list; null where it has none. */
	day: IsoDate | null;
}

/** What a start leaves: the rows, and everything that an app would keep in memory to go on from there. */
export interface Started {
	rows: Row[];
	kept: unknown;
}

/** A place where events are kept, open. What a contender does not take part in, its store does not have. */
export interface Store {
	/** Records one more event, and comes back when it is as durable as this contender can make it. */
	append?(event: NewEvent): Promise<void>;
	/** Takes in a whole log at once, into an empty store; comes back when it is durable. */
	import(events: readonly Envelope[]): Promise<void>;
	/** From what is stored to the rows of the first list. */
	start?(asOf: IsoDate): Promise<Started>;
	close(): Promise<void> | void;
}

/** What a start finds. It is brought about in a page of its own, before the page that is measured. */
export interface Situation {
	name: string;
	arrange?(store: Store, further: (count: number) => NewEvent[]): Promise<void>;
}

export type Measure = 'import' | 'append' | 'start';

/** Somebody who keeps the events: Servanda, bare IndexedDB, or a library. */
export interface Contender {
	name: string;
	takesPart: readonly Measure[];
	/** The bare database in the layout that this measure is compared with; of several, the quickest. */
	baselineOf?: readonly Measure[];
	/** So slow that one round has to do. */
	slow?: boolean;
	/** One, as it was imported, where nothing is said. */
	situations?: readonly Situation[];
	/** Opens the store of this page's origin, made where there is none. */
	open(): Promise<Store>;
}
