import { v7 } from 'uuid';
import * as v from 'valibot';
import { isIsoDate, type IsoDate } from '#lib/calendar/date.ts';

const isoDate = v.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value));
/** In UTC and to the millisecond, always: two of them compare with `<`. */
const instant = v.pipe(v.string(), v.isoTimestamp(), v.endsWith('Z'), v.length(24));
/** SHA-256, in hexadecimal. */
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** Where a recorded fact comes from, close enough to find it again: a document and the place in it, or a note. */
export const sourceSchema = v.strictObject({
	/** The document's symbol, `CMW/C/AZE/CO/3`. */
	document: v.optional(v.pipe(v.string(), v.minLength(1))),
	/** The paragraph the sentence stands in, as the document numbers it. */
	paragraph: v.optional(v.string()),
	/** The words the fact was read from. */
	quote: v.optional(v.string()),
	/** What a person says of how they know, where there is no document. */
	note: v.optional(v.string())
});
export type Source = v.InferOutput<typeof sourceSchema>;

/** The place of an event in the chain of the replica that recorded it. It travels with the event. */
const linkSchema = v.strictObject({
	/** From 1, one after the other. */
	sequence: v.pipe(v.number(), v.integer(), v.minValue(1)),
	/** The hash of the one before; null for the first. */
	previous: v.nullable(hash),
	/** What the content was hashed with, so that nobody can guess it from its hash. Gone once it is redacted. */
	salt: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))),
	hash
});
export type Link = v.InferOutput<typeof linkSchema>;

/**
 * What every recorded event has, whatever it tells. The log knows this much and no more; what `data` means is
 * the business of the cycle's catalogue.
 */
export const envelopeSchema = v.strictObject({
	/** UUIDv7: the same event is recognised by it wherever it travels. */
	id: v.pipe(v.string(), v.uuid()),
	/** The cycle it belongs to: `CMW/AZE/3`. */
	stream: v.pipe(v.string(), v.regex(/^[A-Z-]{2,8}\/[A-Z]{2,3}(-[A-Z]{3})?\/\d+(-\d+)?$/)),
	type: v.pipe(v.string(), v.regex(/^[A-Z][A-Za-z]+$/)),
	/** The version of the shape of `data`. */
	schema: v.pipe(v.number(), v.integer(), v.minValue(1)),
	/** The day it happened, or the day the document states. */
	on: isoDate,
	/** When we learnt it: an instant in UTC. */
	recordedAt: instant,
	/** Who recorded it, as they call themselves on this device. */
	by: v.string(),
	/** The installation that recorded it. */
	replica: v.pipe(v.string(), v.uuid()),
	source: v.nullable(sourceSchema),
	data: v.record(v.string(), v.unknown()),
	/** The event that this one corrects. */
	corrects: v.optional(v.pipe(v.string(), v.uuid())),
	/** Absent in what was recorded before there were chains. */
	link: v.optional(linkSchema),
	/**
	 * Its data and source were taken out: this is the salted hash of what they were, by which the chain still
	 * closes. `data` is then empty and `source` null.
	 */
	redacted: v.optional(hash)
});
export type Envelope = v.InferOutput<typeof envelopeSchema>;

/** An event before the log has given it its place in the chain. */
export type NewEvent = Omit<Envelope, 'link' | 'redacted'>;

/** A new event id: sortable by the time it was made. */
export const newId = (): string => v7();

/** A new salt: 16 random bytes in hexadecimal. */
export const newSalt = (): string =>
	[...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
