import type { DayNumber } from './dayNumber.ts';
import { shiftMonths } from './shiftMonths.ts';

/**
 * How long before the day something is due a reminder comes: in months, weeks or days, as ISO 8601 writes it.
 * `P0D` is the day itself.
 */
export type Lead = `P${number}${'M' | 'W' | 'D'}`;

/** A lead taken apart: months, which are of different lengths, or days. */
export interface LeadLength {
	months: number;
	days: number;
}

const pattern = /^P(\d{1,3})([MWD])$/;

/** Whether a text is a lead, written in the one way there is for it: a number without zeros before it. */
export const isLead = (text: string): text is Lead => /^P(0D|[1-9]\d{0,2}[MWD])$/.test(text);

/** Takes a lead apart. Throws on a malformed one. */
export function lengthOf(lead: Lead): LeadLength {
	const [, count, unit] = pattern.exec(lead) ?? [];
	if (!unit) throw new RangeError(`not a lead: ${lead}`);
	if (unit === 'M') return { months: Number(count), days: 0 };
	return { months: 0, days: Number(count) * (unit === 'W' ? 7 : 1) };
}

/** The day that lies a lead before another, counted as `shiftDate` counts: months by the corresponding day. */
export const dayBefore = (day: DayNumber, { months, days }: LeadLength): DayNumber =>
	months ? shiftMonths(day, -months) : day - days;
