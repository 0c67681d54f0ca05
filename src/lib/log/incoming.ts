import { faultOf } from '#lib/envelope/fault.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { isSameEvent } from '#lib/envelope/same.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import type { EventRefusal } from './failures.ts';

/**
 * New events as they will be stored: as JSON has them, each once, their texts in Unicode's normal form C. What is
 * read back is then what an export carries, what looks the same is the same, and the proxies that Svelte puts
 * round the state of a page, which IndexedDB cannot store, are gone.
 */
export function asStored(events: readonly Envelope[]): Result<Envelope[], EventRefusal> {
	const copies: Envelope[] = [];
	for (const [index, given] of events.entries()) {
		const event = asJson(given);
		const field = faultOf(event);
		if (!event || field !== undefined) return refuse({ kind: 'notAnEvent', index, field: field ?? '' });
		copies.push(event);
	}
	return eachOnce(copies);
}

/** Each event once, redacted where one of its copies is; refuses those that claim to be one and tell something else. */
export function eachOnce(events: readonly Envelope[]): Result<Envelope[], EventRefusal> {
	if (new Set(events.map(({ id }) => id)).size === events.length) return ok([...events]);
	const byId = new Map<string, Envelope>();
	const conflicts: string[] = [];
	for (const event of events) {
		const twin = byId.get(event.id);
		if (!twin) byId.set(event.id, event);
		else if (!isSameEvent(twin, event)) conflicts.push(event.id);
		else if (event.redacted) byId.set(event.id, event);
	}
	return conflicts.length > 0
		? refuse({ kind: 'sameIdOtherContent', ids: conflicts })
		: ok([...byId.values()]);
}

/** JSON in pieces: an escape such as `\n`, or what stands between two of them. */
const pieces = /\\(?:u.{4}|[^u])|[^\\]+/g;

function asJson(given: Envelope): Envelope | undefined {
	try {
		// Over texts and what is between them: nothing of JSON composes with anything but the letter of an escape.
		const normal = JSON.stringify(given).replaceAll(pieces, (piece) =>
			piece.startsWith('\\') ? piece : piece.normalize('NFC')
		);
		return JSON.parse(normal);
	} catch {
		return undefined; // A circle, or a number too large for JSON.
	}
}
