import { goto } from '$app/navigation';
import { page } from '$app/state';
import type { Filter } from '#lib/ui/logTable/entries.ts';

/** What the address narrows the log to: `?q=…&cycle=CMW/AZE/3&type=FollowUpReceived`. */
export function filterInAddress(): Filter {
	const { searchParams } = page.url;
	return {
		text: searchParams.get('q') ?? '',
		cycle: searchParams.get('cycle') ?? '',
		type: searchParams.get('type') ?? ''
	};
}

/** Puts a filter into the address, so that a view can be linked to; everything else in it stays. */
export function putInAddress({ text, cycle, type }: Filter): void {
	const url = new URL(page.url);
	for (const [name, value] of Object.entries({ q: text, cycle, type }))
		if (value) url.searchParams.set(name, value);
		else url.searchParams.delete(name);
	void goto(url, { replaceState: true, keepFocus: true, noScroll: true });
}
