import { prepareCalendar } from '#lib/calendar/temporal.ts';

/** The calendar stands ready before the first page reads a date. */
export const init = prepareCalendar;
