import type { IsoDate } from '#lib/calendar/date.ts';
import { dayNumber, type DayNumber } from '#lib/calendar/dayNumber.ts';

/** The part of the line of time that is in sight. */
export interface View {
	from: DayNumber;
	to: DayNumber;
}

/** A mark on the axis. */
export interface Tick {
	day: DayNumber;
	iso: IsoDate;
}

/** How far apart the ticks are, and so what is written at them: a year, or a month with its year. */
export type TickUnit = 'year' | 'month';

const msPerDay = 86_400_000;
const daysPerMonth = 30.44;

export const isoOf = (day: DayNumber): IsoDate =>
	new Date(Math.round(day) * msPerDay).toISOString().slice(0, 10) as IsoDate;

/** How near and how far one can look: two months, and sixty years. */
export const nearest = 60;
export const furthest = 60 * 365;
/** What is shown where nothing is far away: a quarter to each side. */
const leastReach = 92;
/**
 * No first look reaches further than twenty-five years to each side; what lies beyond is a pan away. With a shorter one
 * the longest overdue of many would all be cut off at the edge, and all be alike.
 */
const mostReach = 25 * 365;

/**
 * The first look: today in the middle, and everything in sight with a little room at the edges.
 * @param days every day that something is drawn on
 */
export function viewOfAll(today: DayNumber, days: readonly DayNumber[]): View {
	const reach = Math.max(leastReach, ...days.map((day) => Math.abs(day - today)));
	const half = Math.min(mostReach, reach * 1.08);
	return { from: today - half, to: today + half };
}

/** Where on the line a day is, from 0 at the start of the picture to `width` at its end. */
export const along = ({ from, to }: View, width: number, day: DayNumber): number =>
	((day - from) / (to - from)) * width;

/** The day at a place of the line. */
export const dayAt = ({ from, to }: View, width: number, place: number): DayNumber =>
	from + (place / width) * (to - from);

/**
 * Looks nearer (`factor` above 1) or further, within bounds; the day given stays where it is on the screen.
 */
export function zoomed({ from, to }: View, factor: number, around: DayNumber): View {
	const span = to - from;
	const wanted = Math.min(furthest, Math.max(nearest, span / factor));
	const start = around - ((around - from) / span) * wanted;
	return { from: start, to: start + wanted };
}

/** Moves along the line by a part of what is in sight: 0.25 is a quarter of it towards the future. */
export function panned({ from, to }: View, part: number): View {
	const by = part * (to - from);
	return { from: from + by, to: to + by };
}

/** The same width of time, moved just so far that a day comes into sight. */
export function broughtIntoSight(view: View, day: DayNumber): View {
	if (day >= view.from && day <= view.to) return view;
	return panned(view, (day - (view.from + view.to) / 2) / (view.to - view.from));
}

/** Months between ticks, from fine to coarse; all of them divide a year or are whole years. */
const steps = [1, 3, 12, 24, 60, 120, 240];

/**
 * The ticks in sight: months, quarters or years, whichever is the finest whose labels have room.
 * @param room how wide a label may be, in the same measure as `width`
 */
export function ticksOf(view: View, width: number, room: number): { unit: TickUnit; ticks: Tick[] } {
	const perMonth = (width / (view.to - view.from)) * daysPerMonth;
	const step = steps.find((months) => months * perMonth >= room) ?? steps.at(-1)!;
	const first = monthsOf(isoOf(Math.ceil(view.from)));
	const ticks: Tick[] = [];
	for (let months = Math.floor(first / step) * step; ; months += step) {
		const iso = firstOfMonth(months);
		const day = dayNumber(iso);
		if (day > view.to) return { unit: step < 12 ? 'month' : 'year', ticks };
		if (day >= view.from) ticks.push({ day, iso });
	}
}

const monthsOf = (iso: IsoDate): number => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
const firstOfMonth = (months: number): IsoDate =>
	`${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01` as IsoDate;
