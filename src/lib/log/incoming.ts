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

/** Each event once; refuses those that claim to be one and tell something else. */
export function eachOnce(events: readonly Envelope[]): Result<Envelope[], EventRefusal> {
	const byId = new Map<string, Envelope>();
	const conflicts: string[] = [];
	for (const event of events) {
		const twin = byId.get(event.id);
		if (!twin) byId.set(event.id, event);
		else if (!isSameEvent(twin, event)) conflicts.push(event.id);
	}
	return conflicts.length > 0
		? refuse({ kind: 'sameIdOtherContent', ids: conflicts })
		: ok([...byId.values()]);
}

function asJson(given: Envelope): Envelope | undefined {
	try {
		// Over the text as a whole: nothing that JSON puts between texts composes with anything.
		return JSON.parse(JSON.stringify(given).normalize('NFC'));
	} catch {
		return undefined; // A circle, or a number too large for JSON.
	}
}
