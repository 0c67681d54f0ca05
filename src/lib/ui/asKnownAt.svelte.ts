import { page } from '$app/state';
import type { IsoDate } from '#lib/calendar/date.ts';
import { parseInstant, type InstantRefusal } from '#lib/calendar/instant.ts';
import { genevaToday, instantNow } from '#lib/calendar/today.ts';
import { refuse, type Result } from '#lib/result.ts';
import { today } from './asOf.svelte.ts';

/** Why one cannot look at what was known then. */
export type KnownAtRefusal = InstantRefusal | { kind: 'notYetKnown'; on: IsoDate };

/** Reads an instant to look back to: a day, whose end in Geneva is meant, or an instant. None after today. */
export function readKnownAt(typed: string): Result<string, KnownAtRefusal> {
	const read = parseInstant(typed);
	if (!read.ok) return read;
	const on = genevaToday(read.value);
	return on > today() ? refuse({ kind: 'notYetKnown', on }) : read;
}

/** What the address asks to look back to: an instant, why it is none, or nothing where it does not ask. */
export function askedKnownAt(): Result<string, KnownAtRefusal> | undefined {
	const typed = page.url.searchParams.get('asKnownAt');
	return typed === null ? undefined : readKnownAt(typed);
}

/** The instant whose knowledge every page shows; null for what is known now, as also until the end of today. */
export function asKnownAt(): string | null {
	const asked = askedKnownAt();
	return asked?.ok && asked.value < instantNow() ? asked.value : null;
}
