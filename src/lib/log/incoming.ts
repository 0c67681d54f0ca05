import { faultOf } from '#lib/envelope/fault.ts';
import { isSameEvent, type NewEvent } from '#lib/envelope/same.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import type { EventRefusal } from './failures.ts';

/**
 * The events as they will be stored: as JSON has them, each once, without a version. Made before a transaction
 * opens. What is read back is then what an export carries, and the proxies that Svelte puts round the state of
 * a page, which IndexedDB cannot store, are gone.
 */
export function asStored(events: readonly NewEvent[]): Result<NewEvent[], EventRefusal> {
	const byId = new Map<string, NewEvent>();
	const conflicts: string[] = [];
	for (const [index, given] of events.entries()) {
		const event = asJson(given);
		const field = faultOf({ ...event, version: 1 });
		if (!event || field !== undefined) return refuse({ kind: 'notAnEvent', index, field: field ?? '' });
		const twin = byId.get(event.id);
		if (!twin) byId.set(event.id, event);
		else if (!isSameEvent(twin, event)) conflicts.push(event.id);
	}
	return conflicts.length > 0
		? refuse({ kind: 'sameIdOtherContent', ids: conflicts })
		: ok([...byId.values()]);
}

function asJson(given: NewEvent): NewEvent | undefined {
	try {
		return JSON.parse(JSON.stringify({ ...given, version: undefined }));
	} catch {
		return undefined; // A circle, or a number too large for JSON.
	}
}
