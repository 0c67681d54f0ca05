import * as v from 'valibot';
import { envelopeSchema, type Envelope } from '#lib/envelope/envelope.ts';

/** What a bundle is of. A State is named as in a stream, a cycle is a stream. */
export const scopeSchema = v.variant('kind', [
	v.strictObject({ kind: v.literal('everything') }),
	v.strictObject({ kind: v.literal('state'), state: v.pipe(v.string(), v.regex(/^[A-Z]{2,3}(-[A-Z]{3})?$/)) }),
	v.strictObject({ kind: v.literal('cycle'), stream: envelopeSchema.entries.stream })
]);
export type Scope = v.InferOutput<typeof scopeSchema>;

/**
 * The events that belong to a scope, in the order given. With a cycle goes what tells the receiver of the same
 * submission in the cycles beside it.
 */
export function scopeOf(events: readonly Envelope[], scope: Scope): Envelope[] {
	switch (scope.kind) {
		case 'everything':
			return [...events];
		case 'state':
			return events.filter(({ stream }) => stream.split('/')[1] === scope.state);
		case 'cycle':
			return events.filter(({ stream }) => stream === scope.stream);
	}
}
