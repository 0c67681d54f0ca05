import { isIsoDate, type IsoDate } from '#lib/calendar/date.ts';
import { daysBetween } from '#lib/calendar/distance.ts';
import { genevaToday } from '#lib/calendar/today.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { Finding } from '#lib/log/index.ts';
import { m } from './catalogue/messages.js';
import { count, day, instant } from './dates.ts';
import { eventLabel } from './events.ts';

/** What a verification finds: in the log itself, or by what is known of it from before. */
export type Found = Finding | { kind: 'notContinued'; position: number; at: string };

/** A hash in groups of eight, to be read aloud and compared by eye. */
export const groupsOf = (hash: string): string[] => hash.match(/.{1,8}/g) ?? [];

/** How long ago an instant was, in whole days: "yesterday". */
export function agoWords(at: string, today: IsoDate): string {
	const days = daysBetween(genevaToday(at), today);
	if (days <= 0) return m.verification_today();
	return days === 1 ? m.verification_yesterday() : m.verification_days_ago({ days, number: count(days) });
}

/** What was found, as a sentence: what it means, and what to do. */
export function foundSentence(found: Found): string {
	switch (found.kind) {
		case 'changed':
			return m.verification_found_changed({ what: eventWords(found.event) });
		case 'forked':
			return m.verification_found_forked({ what: eventWords(found.event) });
		case 'unconnected':
			return m.verification_found_unconnected({ what: eventWords(found.event) });
		case 'broken':
			return m.verification_found_broken({ position: count(found.position) });
		case 'cut':
			return m.verification_found_cut({ stated: count(found.stated), after: count(found.after) });
		case 'unreadable':
			return m.verification_found_unreadable({ first: count(found.first), last: count(found.last) });
		case 'notContinued':
			return m.verification_found_not_continued({ at: instant(found.at), position: count(found.position) });
	}
}

/** Places of a chain that are not here: "events 5 to 9 of that device". */
export const missingWords = ([from, to]: readonly [number, number]): string =>
	from === to
		? m.verification_chain_missing_one({ from: count(from) })
		: m.verification_chain_missing_range({ from: count(from), to: count(to) });

/** The event by its name. What was changed in it may be its date, so that it is none any more. */
const eventWords = ({ type, on, stream, recordedAt }: Envelope): string =>
	m.verification_found_event({
		event: eventLabel(type),
		on: isIsoDate(on) ? day(on) : on,
		cycle: stream,
		at: Number.isNaN(Date.parse(recordedAt)) ? recordedAt : instant(recordedAt)
	});
