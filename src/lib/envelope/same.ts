import { canonicalJson } from './canonical.ts';
import type { Envelope } from './envelope.ts';

/** An event before it has its place in its stream. */
export type NewEvent = Omit<Envelope, 'version'>;

/**
 * Whether two events with one id tell the same. The version is left out: it is the place in this device's
 * stream, and the same event may stand at another place elsewhere.
 */
export const isSameEvent = (one: NewEvent, other: NewEvent): boolean =>
	canonicalJson({ ...one, version: undefined }) === canonicalJson({ ...other, version: undefined });
