import type { IsoDate } from '#lib/calendar/date.ts';
import { dayNumber, dayOf } from '#lib/calendar/dayNumber.ts';
import { daysBetween } from '#lib/calendar/distance.ts';
import type { WorkingDays } from '#lib/calendar/workingDays.ts';

/** The time that is left, and who works when. */
export interface Room {
	/** The day to work back from. */
	due: IsoDate;
	/** The first day on which something can be done: today. Not after `due`. */
	from: IsoDate;
	working: WorkingDays;
}

/**
 * The days on which steps fall that lie so many days before a deadline: where nobody works, on the working day
 * before. Where the longest lead does not fit into the time that is left, all are shortened in proportion, so that
 * no plan begins in the past.
 * @param leads how many days before the deadline, each 0 or more
 * @returns a day for each lead, in their order; none before `from` or after `due`
 */
export function workBack(leads: readonly number[], { due, from, working }: Room): IsoDate[] {
	const [deadline, first] = [dayNumber(due), dayNumber(from)];
	const share = shareOf(leads, { due, from });
	const earliest = Math.min(deadline, working.firstFrom(first));
	return leads.map((lead) => {
		const day = working.lastUpTo(deadline - Math.round(lead * share));
		return dayOf(Math.max(day, earliest));
	});
}

/** Which part of the lead times fits into the time that is left: 1 where all of them do. */
export function shareOf(leads: readonly number[], { due, from }: Pick<Room, 'due' | 'from'>): number {
	const longest = Math.max(0, ...leads);
	return longest === 0 ? 1 : Math.max(0, Math.min(1, daysBetween(from, due) / longest));
}

/** A step as it is planned. */
export interface PlannedStep {
	id: string;
	name: string;
	/** Empty where nobody is named. */
	responsible: string;
	due: IsoDate;
}
