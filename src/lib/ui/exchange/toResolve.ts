import type { IsoDate } from '#lib/calendar/date.ts';
import type { Anomaly } from '#lib/cycle/timeline/fold.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { Refusal } from '../logTable/view.ts';

/** What does not fit in one cycle. */
export interface OddCycle {
	stream: string;
	entries: readonly { anomaly: Anomaly; event: Envelope | undefined }[];
}

/** Where the choices lead. */
export interface ResolveVerbs {
	/** Takes an event back. Null where that was recorded. */
	withdraw(event: Envelope, reason: string, anyway: boolean): Promise<Refusal | null>;
	/** It was taken back. */
	withdrawn(): void;
	/** Where a cycle is looked at. */
	pathOf(stream: string): string;
	/** Where one records what happened, as of a day. */
	recordPath(stream: string, on: IsoDate): string;
	/** Where an event is corrected. */
	eventPath(stream: string, id: string): string;
	/** The events of a cycle in the log. */
	logPath(stream: string): string;
}
