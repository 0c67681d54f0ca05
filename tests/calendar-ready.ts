import { prepareCalendar } from '#lib/calendar/temporal.ts';

await prepareCalendar();
