import * as v from 'valibot';
import { envelopeSchema, type Envelope } from './envelope.ts';

/**
 * The first field that keeps a value from being an event, as a path (`source.quote`); empty where it is not
 * even an object, `undefined` where there is no fault.
 */
export function faultOf(value: unknown): string | undefined {
	const checked = v.safeParse(envelopeSchema, value, { abortEarly: true });
	return checked.success ? undefined : (v.getDotPath(checked.issues[0]) ?? '');
}

/** Whether a value has the form of an event, whatever its type tells. */
export const isEnvelope = (value: unknown): value is Envelope => faultOf(value) === undefined;
