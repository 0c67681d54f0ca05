import type { Envelope } from '#lib/envelope/envelope.ts';

/** What was known at an instant: the events recorded by then. */
export const knownAt = (envelopes: readonly Envelope[], asKnownAt: string): Envelope[] =>
	envelopes.filter(({ recordedAt }) => recordedAt <= asKnownAt);
