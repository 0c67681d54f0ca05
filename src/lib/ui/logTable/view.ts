import type { Envelope } from '#lib/envelope/envelope.ts';

/** Why nothing was recorded, as a sentence, and whether it can be recorded all the same. */
export interface Refusal {
	sentence: string;
	anyway: boolean;
}

/** What the table needs to know of the log, and what one can do in it. */
export interface LogVerbs {
	/** Whether anything can be recorded: not while one looks at what was known earlier. */
	readonly canRecord: boolean;
	/** Takes an event back; a correction that is taken back is undone. Null where that was recorded. */
	withdraw(event: Envelope, reason: string, anyway: boolean): Promise<Refusal | null>;
	/** Takes out what an event says, for good. Why it could not be as a sentence; null where it is done. */
	redact(event: Envelope, reason: string): Promise<string | null>;
	/** An event by its id, where it is among those shown. */
	find(id: string): Envelope | undefined;
	/** Where a cycle is looked at. */
	pathOf(stream: string): string;
	/** Where an event is looked at in the log, with what was recorded about it. */
	pathOfEvent(id: string): string;
}
