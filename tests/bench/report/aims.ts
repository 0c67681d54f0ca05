import type { Entry } from './entry.ts';
import { figure } from './table.ts';
import { median, ratios } from './statistics.ts';

/** What is to be reached, and what was. */
export interface Aim {
	what: string;
	limit: number;
	reached: number;
	met: boolean;
}

/** To take no more than so many times what another takes. */
export const atMostTimes = (what: string, limit: number, one: Entry, other: Entry): Aim => {
	const reached = median(ratios(one.rounds, other.rounds));
	return { what, limit, reached, met: reached <= limit };
};

/** To be at least so many times as fast as another. */
export const timesAsFastAs = (what: string, limit: number, one: Entry, other: Entry): Aim => {
	const reached = median(ratios(other.rounds, one.rounds));
	return { what, limit, reached, met: reached >= limit };
};

/** To stay below a figure. */
export const below = (what: string, limit: number, reached: number): Aim => ({
	what,
	limit,
	reached,
	met: reached < limit
});

export const sentence = ({ what, limit, reached, met }: Aim): string =>
	`${met ? 'met   ' : 'missed'}  ${what}: ${figure(reached)} (aim ${limit})`;
