import type { IsoDate } from '#lib/calendar/date.ts';
import { isEventType } from '#lib/cycle/events/catalogue.ts';
import { checkData, type EffectiveEvent, type KnownEvent } from '#lib/cycle/events/read.ts';
import type { Timeline } from '#lib/cycle/timeline/fold.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { day } from '#lib/words/dates.ts';
import { eventLabel, eventSentence } from '#lib/words/events.ts';
import { stateName } from '#lib/words/names.ts';

/** How an event of the log stands today, after whatever was recorded since. */
export type Standing =
	| { kind: 'counts' }
	/** It reads otherwise now. */
	| { kind: 'corrected'; as: EffectiveEvent }
	/** A correction took it back. */
	| { kind: 'withdrawn'; by: string }
	/** It is kept, but the cycle could not take it, or it could not be read. */
	| { kind: 'odd' }
	| { kind: 'unread' }
	/** What it said was taken out. */
	| { kind: 'redacted' };

/** How the events of a log stand, each found by its id. Folded cycles know it; nothing is folded again. */
export function standings(timelines: Iterable<Timeline>): (id: string) => Standing {
	const found = new Map<string, Standing>();
	for (const { opening, changes, facts, anomalies, withdrawn } of timelines) {
		const effective = [...facts, ...(opening ? [opening, ...changes] : changes)] as EffectiveEvent[];
		for (const event of effective)
			if (event.correctedBy.length) found.set(event.id, { kind: 'corrected', as: event });
		for (const anomaly of anomalies) {
			if (anomaly.kind === 'unread')
				found.set(anomaly.envelope.id, { kind: anomaly.why.kind === 'redacted' ? 'redacted' : 'unread' });
			else found.set(anomaly.event.id, { kind: 'odd' });
		}
		for (const [id, by] of withdrawn) found.set(id, { kind: 'withdrawn', by });
	}
	return (id) => found.get(id) ?? { kind: 'counts' };
}

/** What an event says. One that cannot be read has only its name. */
export function sayEvent(event: Pick<Envelope, 'type' | 'data'> & { stream?: string }): string {
	const readable = isEventType(event.type) && 'data' in checkData(event.type, event.data);
	return readable ? eventSentence(event as Pick<KnownEvent, 'type' | 'data'>) : eventLabel(event.type);
}

/** What the log is narrowed to; an empty text is no condition. */
export interface Filter {
	text: string;
	cycle: string;
	type: string;
}

const haystacks = new WeakMap<Envelope, string>();

/** Everything of an event that can be found by typing. Made once for each: an event never changes. */
function haystackOf(event: Envelope): string {
	let haystack = haystacks.get(event);
	if (haystack === undefined) {
		const { id, on, stream, by, source, corrects, data } = event;
		const state = stateName(stream.split('/')[1] ?? '');
		const words = [
			sayEvent(event),
			on,
			day(on as IsoDate),
			state,
			stream,
			by,
			source?.document,
			source?.quote,
			source?.note,
			// By the id of an event one finds it, and what was recorded about it.
			id,
			corrects,
			typeof data.event === 'string' ? data.event : ''
		];
		haystack = words.join(' ').toLocaleLowerCase();
		haystacks.set(event, haystack);
	}
	return haystack;
}

/** Whether an event is like a filter. Every typed word must be found. */
export function isLike(event: Envelope, { text, cycle, type }: Filter): boolean {
	if ((cycle && event.stream !== cycle) || (type && event.type !== type)) return false;
	const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
	return words.length === 0 || words.every((word) => haystackOf(event).includes(word));
}
