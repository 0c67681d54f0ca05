import type { Envelope } from '#lib/envelope/envelope.ts';

/** What was recorded in one passage through the gate: as much of each event as names it. */
export type Passage = readonly Pick<Envelope, 'id' | 'stream' | 'type' | 'on'>[];

/** Some events as a passage: thousands of them travel from thread to thread without what they say. */
export const passageOf = (events: Passage): Passage =>
	events.map(({ id, stream, type, on }) => ({ id, stream, type, on }));
