import type { IsoDate } from '#lib/calendar/date.ts';
import { dayNumber, type DayNumber } from '#lib/calendar/dayNumber.ts';
import { dateInForce, type Owed } from '#lib/cycle/timeline/owed.ts';

/** Something that is owed by a day. */
export interface OpenObligation {
	obligation: Owed;
	due: IsoDate;
	day: DayNumber;
	/** What the keys of its reminders begin with, as long as it is due by that day. */
	key: string;
}

/** What stands open on a day and has a date: asked for by then, not ended, with the date in force that day. */
export function openOn(obligations: Iterable<Owed>, asOf: IsoDate): OpenObligation[] {
	const open: OpenObligation[] = [];
	for (const obligation of obligations) {
		const { openedBy, ending } = obligation;
		if (asOf < openedBy.on || (ending && ending.on <= asOf)) continue;
		const { due } = dateInForce(obligation, asOf);
		if (due) open.push({ obligation, due, day: dayNumber(due), key: `${obligation.id}~${due}~` });
	}
	return open;
}
