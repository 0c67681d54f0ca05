import type { Envelope } from '#lib/envelope/envelope.ts';
import { m } from '#lib/words/catalogue/messages.js';

/** What of an event a person knows by name. */
const names = {
	on: m.exchange_differ_on,
	stream: m.exchange_differ_cycle,
	type: m.exchange_differ_type,
	data: m.exchange_differ_data,
	source: m.exchange_differ_source,
	by: m.exchange_differ_by,
	recordedAt: m.exchange_differ_recorded_at,
	replica: m.exchange_differ_replica,
	corrects: m.exchange_differ_corrects,
	schema: m.exchange_differ_schema,
	link: m.exchange_differ_link,
	redacted: m.exchange_differ_taken_out
} as const satisfies Partial<Record<keyof Envelope, () => string>>;

/** The names of what two events with one id tell differently. */
export function differences(one: Envelope, other: Envelope): string[] {
	return (Object.keys(names) as (keyof typeof names)[])
		.filter((field) => differs(one[field], other[field]))
		.map((field) => names[field]());
}

/** What one event says that another does not: values of its data, and its source. */
export function saysAlone(one: Envelope, other: Envelope): Record<string, unknown> {
	const fields = Object.entries(one.data).filter(([field, value]) => differs(value, other.data[field]));
	if (one.source && differs(one.source, other.source)) fields.push(['source', one.source]);
	return Object.fromEntries(fields);
}

const differs = (one: unknown, other: unknown): boolean => inOrder(one) !== inOrder(other);

/** A value as a text that is the same for the same content, whatever the order of its fields. */
const inOrder = (value: unknown): string =>
	JSON.stringify(value, (_, inner: unknown) =>
		typeof inner === 'object' && inner !== null && !Array.isArray(inner)
			? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
			: inner
	) ?? '';
