/**
 * The one place that decides where Temporal comes from: the platform where it has one, the polyfill where
 * not. Never both, since objects of the two do not mix. Only ISO strings leave the calendar.
 *
 * Call it once, before anything else of the calendar, wherever a program starts (page, worker, command line,
 * tests). It fetches the polyfill only where it is needed, which keeps it out of the first load elsewhere.
 */
export async function prepareCalendar(): Promise<void> {
	if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
}
