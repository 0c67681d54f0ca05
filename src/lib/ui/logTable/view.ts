import type { Envelope } from '#lib/envelope/envelope.ts';

/** Why nothing was recorded, as a sentence, and whether it can be recorded all the same. */
export interface Refusal {
	sentence: string;
	anyway: boolean;
}

/** What the table needs to know of the log, and the one thing one can do in it. */
export interface LogVerbs {
	/** Takes an event back; a correction that is taken back is undone. Null where that was recorded. */
	withdraw(event: Envelope, reason: string, anyway: boolean): Promise<Refusal | null>;
	/** An event by its id. */
	find(id: string): Envelope | undefined;
	/** Where a cycle is looked at. */
	pathOf(stream: string): string;
}
