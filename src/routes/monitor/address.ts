import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { page } from '$app/state';
import type { IsoDate } from '#lib/calendar/date.ts';
import { sortings, type Sorting } from '#lib/monitor/board.ts';
import { orders, rankings, type Order, type Ranking } from '#lib/monitor/ranking.ts';
import { fromQuery, toQuery, type Selection } from '#lib/monitor/selection.ts';
import { lookingFrom, today, withAsOf } from '#lib/ui/asOf.svelte.ts';
import { kindsOfRows, sections, type KindOfRows, type Section } from '#lib/ui/monitor/sections.ts';

/** How the monitor is looked at, besides what it is narrowed to and from which day. */
export interface Look {
	section: Section;
	of: KindOfRows;
	by: Ranking;
	order: Order;
	sorting: Sorting;
	/** Whether the States of the picture stand in the order of how late they are. */
	isRanked: boolean;
}

const parameter = (name: string): string | null => page.url.searchParams.get(name);

/** What the address narrows the monitor to. */
export const selectionAsked = (): Selection => fromQuery(parameter);

/** How the address looks at the monitor. What it leaves out is as at first. */
export function lookAsked(): Look {
	const oneOf = <One extends string>(all: readonly One[], name: string): One =>
		all.find((one) => one === parameter(name)) ?? all[0]!;
	return {
		section: oneOf(sections, 'as'),
		of: oneOf(kindsOfRows, 'of'),
		by: oneOf(rankings, 'rank'),
		order: oneOf(orders, 'order'),
		sorting: oneOf(sortings, 'sort'),
		isRanked: parameter('states') === 'ranked'
	};
}

/** The monitor's address without the day: what a saved view keeps. It begins with `?`, or is empty. */
export function queryOf(selection: Selection, look: Look): string {
	const told = {
		as: look.section === sections[0] ? '' : look.section,
		of: look.section === 'rows' && look.of !== kindsOfRows[0] ? look.of : '',
		rank: look.by === rankings[0] ? '' : look.by,
		order: look.order === orders[0] ? '' : look.order,
		sort: look.sorting === sortings[0] ? '' : look.sorting,
		states: look.isRanked ? 'ranked' : '',
		...toQuery(selection)
	};
	const params = new URLSearchParams(Object.entries(told).filter(([, value]) => value));
	// A comma may stand in an address as it is.
	const query = params.toString().replaceAll('%2C', ',');
	return query && `?${query}`;
}

/** Where the monitor is looked at in some way, from the day and with the knowledge one has. */
export const monitorPath = (query: string): string => withAsOf(`${resolve('/')}monitor${query}`);

/** Puts something into the address in place of what stands there. */
export const put = (selection: Selection, look: Look): Promise<void> =>
	goto(monitorPath(queryOf(selection, look)), { replaceState: true, keepFocus: true, noScroll: true });

/** Looks from another day. */
export const lookFrom = (day: IsoDate): Promise<void> =>
	goto(lookingFrom(page.url.pathname + page.url.search, day === today() ? null : day), {
		replaceState: true,
		keepFocus: true,
		noScroll: true
	});
