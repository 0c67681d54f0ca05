import type { ProposedEvent, Reading } from '../types.ts';
import { fromConcludingObservations } from './concluding-observations.ts';
import { fromFollowUpReply } from './follow-up-reply.ts';

/**
 * The events a document speaks of, for a person to look at and accept: nothing is recorded by reading. An event
 * whose day the document does not state has none, and cannot be accepted before a person gives it.
 */
export function propose(reading: Reading): ProposedEvent[] {
	return reading.kind === 'CO' ? fromConcludingObservations(reading) : fromFollowUpReply(reading);
}
