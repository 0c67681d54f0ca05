/**
 * What this browser was known to hold, noted outside of the database. A browser that finds a database damaged, as
 * after the power went at the wrong moment, may discard the whole of it and give an empty one without a word.
 */
export interface Mark {
	/** How many events there were. */
	events: number;
	/** The hash of the log. */
	hash: string;
	/** When, as an instant in UTC. */
	at: string;
}

const key = 'servanda-log';

/** What was noted last; null where nothing was, or where this browser lets nothing be noted. */
export function readMark(): Mark | null {
	try {
		const mark: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
		return typeof mark === 'object' && mark !== null && 'events' in mark && 'at' in mark
			? (mark as Mark)
			: null;
	} catch {
		return null; // Storage is switched off, or something else wrote there: nothing is known then.
	}
}

/** Notes what there is now, in place of what was noted before. */
export function keepMark(mark: Mark): void {
	try {
		localStorage.setItem(key, JSON.stringify(mark));
	} catch {
		// Without a note a loss would go unnoticed; that is no reason not to record.
	}
}
