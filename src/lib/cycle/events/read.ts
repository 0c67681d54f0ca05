import * as v from 'valibot';
import type { IsoDate } from '#lib/calendar/date.ts';
import type { Envelope, Source } from '#lib/envelope/envelope.ts';
import { catalogue, isEventType, type DataOf, type EventType } from './catalogue.ts';

/** An event whose type and data this version of Servanda understands. */
export type KnownEvent = {
	[Type in EventType]: Omit<Envelope, 'type' | 'data'> & { type: Type; data: DataOf<Type> };
}[EventType];
export type EventOf<Type extends EventType> = Extract<KnownEvent, { type: Type }>;

/** Why a stored event is not understood. It is kept and passed on as it is; it just tells us nothing. */
export type Unread =
	| { kind: 'unknownType'; type: string }
	| { kind: 'newerSchema'; type: EventType; schema: number; newest: number }
	| { kind: 'badData'; type: EventType; field: string }
	/** Its content was taken out. */
	| { kind: 'redacted'; type: string };

/**
 * Reads stored events: brings old shapes up to date, checks them, and sets aside what is not understood. The
 * only way from the log into the cycle, so no upcaster can be gone round.
 */
export function readEvents(envelopes: readonly Envelope[]): {
	known: KnownEvent[];
	unread: { envelope: Envelope; why: Unread }[];
} {
	const known: KnownEvent[] = [];
	const unread: { envelope: Envelope; why: Unread }[] = [];
	for (const envelope of envelopes) {
		const read = readEvent(envelope);
		if ('why' in read) unread.push({ envelope, why: read.why });
		else known.push(read.event);
	}
	return { known, unread };
}

function readEvent(envelope: Envelope): { event: KnownEvent } | { why: Unread } {
	const { type } = envelope;
	if (envelope.redacted) return { why: { kind: 'redacted', type } };
	if (!isEventType(type)) return { why: { kind: 'unknownType', type } };
	const newest = catalogue[type].schema;
	if (envelope.schema > newest)
		return { why: { kind: 'newerSchema', type, schema: envelope.schema, newest } };
	const checked = checkData(type, upcast(type, envelope.schema, envelope.data));
	if ('field' in checked) return { why: { kind: 'badData', type, field: checked.field } };
	return { event: { ...envelope, type, schema: newest, data: checked.data } as KnownEvent };
}

function upcast(type: EventType, from: number, data: Record<string, unknown>): Record<string, unknown> {
	const { schema, upcasters } = catalogue[type];
	let current = data;
	for (let version = from; version < schema; version += 1) current = upcasters[version]!(current);
	return current;
}

/** Checks data against the newest shape of a type; gives the first field at fault as a path, `deadline.due`. */
export function checkData(type: EventType, data: unknown): { data: unknown } | { field: string } {
	const parsed = v.safeParse(catalogue[type].data as v.GenericSchema, data);
	if (parsed.success) return { data: parsed.output };
	return { field: v.getDotPath(parsed.issues[0]) ?? '' };
}

/** The events whose content some events take out: the targets of the redactions among them, and their corrections. */
export const redactedBy = (events: readonly Pick<Envelope, 'type' | 'data'>[]): string[] =>
	events
		.filter(({ type }) => type === 'RecordRedacted')
		.flatMap(({ data }) => [data.event, ...(Array.isArray(data.corrections) ? data.corrections : [])])
		.filter((id) => typeof id === 'string');

/** A fact as it stands once corrections are resolved, with where it was said and what it replaced. */
export type EffectiveEvent = KnownEvent & {
	/** The corrections that made it what it is, oldest first; empty for most. */
	correctedBy: readonly string[];
	on: IsoDate;
	source: Source | null;
};
