import type { Envelope } from '#lib/envelope/envelope.ts';

const typeOfField: Record<Exclude<keyof Envelope, 'corrects' | 'source'>, string> = {
	id: 'string',
	stream: 'string',
	version: 'number',
	type: 'string',
	schema: 'number',
	on: 'string',
	recordedAt: 'string',
	by: 'string',
	replica: 'string',
	data: 'object'
};
const fields = Object.keys(typeOfField) as (keyof typeof typeOfField)[];

/**
 * The first field that keeps something stored from being an event; `undefined` where there is none. Every event
 * was checked in full when it was written, and that costs 8 µs, as much as the reading itself. Here only the
 * types are looked at, which finds a record that was lost or written by something else.
 */
export function damageOf(stored: unknown): string | undefined {
	if (typeof stored !== 'object' || stored === null) return '';
	const record = stored as Partial<Record<string, unknown>>;
	return fields.find((field) => typeof record[field] !== typeOfField[field] || record[field] === null);
}
