import type { Envelope } from '#lib/envelope/envelope.ts';
import type { Commit } from './schema.ts';

/** Something stored that is not an event. It is reported and left where it is; the rest is read. */
export type Damaged =
	/** A segment that cannot be unpacked: the commits from this position to that. */
	| { kind: 'segment'; first: number; last: number }
	/** A commit without events, or what stands in it at a place; `field` is the first at fault. */
	| { kind: 'commit'; position: number; index?: number; field: string };

export interface Contents {
	events: Envelope[];
	damaged: Damaged[];
}

const typeOfField: Record<
	Exclude<keyof Envelope, 'corrects' | 'source' | 'link' | 'redacted'>,
	'string' | 'number' | 'object'
> = {
	id: 'string',
	stream: 'string',
	type: 'string',
	schema: 'number',
	on: 'string',
	recordedAt: 'string',
	by: 'string',
	replica: 'string',
	data: 'object'
};
const fields = Object.keys(typeOfField) as (keyof typeof typeOfField)[];

/** The events of commits, and what in them is none. */
export function contentsOf(commits: readonly Commit[]): Contents {
	const contents: Contents = { events: [], damaged: [] };
	for (const { position, events } of commits) {
		if (!Array.isArray(events)) {
			contents.damaged.push({ kind: 'commit', position, field: 'events' });
			continue;
		}
		for (const [index, event] of events.entries()) {
			const field = damageOf(event);
			if (field === undefined) contents.events.push(event);
			else contents.damaged.push({ kind: 'commit', position, index, field });
		}
	}
	return contents;
}

/**
 * The first field that keeps something stored from being an event; `undefined` where there is none. Every event
 * was checked in full when it was written, and that costs 8 µs, as much as the reading itself. Here only the
 * types are looked at, which finds a record that was lost or written by something else.
 */
function damageOf(stored: unknown): string | undefined {
	if (typeof stored !== 'object' || stored === null) return '';
	const record = stored as Partial<Record<string, unknown>>;
	return fields.find((field) => typeof record[field] !== typeOfField[field] || record[field] === null);
}
