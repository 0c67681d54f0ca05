import type { IsoDate } from '#lib/calendar/date.ts';

/** A day as a number, days since 1970: a world of a quarter of a million events is reckoned in these. */
export type Day = number;

export const millisecondsADay = 86_400_000;

export const dayOf = (date: IsoDate): Day => Date.parse(date) / millisecondsADay;

export const isoOf = (day: Day): IsoDate =>
	new Date(day * millisecondsADay).toISOString().slice(0, 10) as IsoDate;
