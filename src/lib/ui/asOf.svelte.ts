import { page } from '$app/state';
import { createSubscriber } from 'svelte/reactivity';
import { parseDate, type DateRefusal, type IsoDate } from '#lib/calendar/date.ts';
import { parseInstant } from '#lib/calendar/instant.ts';
import { genevaToday, readersToday } from '#lib/calendar/today.ts';
import type { Result } from '#lib/result.ts';

/**
 * How often to look whether a new day has begun. A timer set for midnight would sleep with the computer and
 * wake on the wrong day; a short one is at most this much late, and coming back to the page looks at once.
 */
const lookAgainAfter = 60_000;

const bothDays = () => `${genevaToday()} ${readersToday()}`;

/** Tells whoever reads a day when Geneva's, or the reader's own, has changed since. */
const followDays = createSubscriber((update) => {
	let shown = bothDays();
	const look = () => {
		const now = bothDays();
		if (now === shown) return;
		shown = now;
		update();
	};
	const timer = setInterval(look, lookAgainAfter);
	window.addEventListener('focus', look);
	document.addEventListener('visibilitychange', look);
	return () => {
		clearInterval(timer);
		window.removeEventListener('focus', look);
		document.removeEventListener('visibilitychange', look);
	};
});

/** Geneva's today; whoever reads it in an effect or in markup is told when the day rolls over. */
export function today(): IsoDate {
	followDays();
	return genevaToday();
}

/** Today where the reader is, which may be the day before or after Geneva's. */
export function readersDay(): IsoDate {
	followDays();
	return readersToday();
}

/** What the address asks to be looked at as of: a day, why it is none, or nothing where it does not ask. */
export function askedFor(): Result<IsoDate, DateRefusal> | undefined {
	const typed = page.url.searchParams.get('asOf');
	return typed === null ? undefined : parseDate(typed);
}

/** The day every page looks from: the one in the address where it is a day, Geneva's today otherwise. */
export function asOf(): IsoDate {
	const asked = askedFor();
	return asked?.ok ? asked.value : today();
}

/**
 * A link that keeps the day one looks from, and the instant whose knowledge one looks at.
 * @param path as `resolve()` gives it; a search and a fragment of its own may follow
 */
export function withAsOf(path: string): string {
	const asked = askedFor();
	const kept = asked?.ok ? lookingFrom(path, asked.value) : path;
	const known = page.url.searchParams.get('asKnownAt');
	return known !== null && parseInstant(known).ok ? knowingAsOf(kept, known) : kept;
}

/** A link that looks from a day, as typed; from whatever day it is, where that is null. */
export const lookingFrom = (path: string, day: string | null): string => withParameter(path, 'asOf', day);

/** A link that looks at what was known at an instant, as typed; at what is known now, where that is null. */
export const knowingAsOf = (path: string, instant: string | null): string =>
	withParameter(path, 'asKnownAt', instant);

/** A link with a parameter of its search set to a value, or without it. */
export function withParameter(path: string, name: string, value: string | null): string {
	const [, before = '', fragment = ''] = /^([^#]*)(#.*)?$/.exec(path) ?? [];
	const [pathname = '', search = ''] = before.split('?');
	const params = new URLSearchParams(search);
	if (value) params.set(name, value);
	else params.delete(name);
	// A colon may stand in a search as it is, and an instant is easier to read with them.
	const query = params.toString().replaceAll('%3A', ':');
	return `${pathname}${query && `?${query}`}${fragment}`;
}
