import { delays, type Delay } from './selection.ts';

/** The most days late that still belong to each, in the order of `delays`; beyond all of them is the last. */
const most = [0, 30, 90, 180, 365, 730, 1826];

/** Which of the delays a number of days is. @param days whole days late, 0 in time */
export function delayOf(days: number): Delay {
	const place = most.findIndex((limit) => days <= limit);
	return delays.at(place)!;
}
