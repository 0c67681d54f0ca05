import type { IsoDate } from '#lib/calendar/date.ts';
import { dayNumber, dayOf } from '#lib/calendar/dayNumber.ts';
import { dayBefore, lengthOf, type Lead } from '#lib/calendar/lead.ts';

/** The hour at which an alarm goes off, on the clock of whoever is reminded. */
const alarmHour = 9;

/** A day on which something is spoken of ahead. */
export interface LeadDay {
	lead: Lead;
	on: IsoDate;
	/** Whole days from there to the day it is due. */
	days: number;
}

/** The days some leads before the day something is due, the earliest first, in whatever order the leads are given. */
export function leadDays(due: IsoDate, leads: readonly Lead[]): LeadDay[] {
	const last = dayNumber(due);
	return [...new Set(leads)]
		.map((lead) => {
			const day = dayBefore(last, lengthOf(lead));
			return { lead, on: dayOf(day), days: last - day };
		})
		.sort((one, other) => other.days - one.days || (one.lead < other.lead ? -1 : 1));
}

/**
 * When an alarm goes off: so many days before at nine in the morning, counted from the midnight with which the day
 * itself begins. In whole days first, which are days of the calendar whatever their length, so that it is nine also
 * where the clocks were changed in between. In no months: RFC 5545 has none.
 */
export const triggerOf = (days: number): string =>
	days === 0 ? `PT${alarmHour}H` : `-P${days > 1 ? `${days - 1}D` : ''}T${24 - alarmHour}H`;
