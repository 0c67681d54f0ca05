import type { IsoDate } from '#lib/calendar/date.ts';
import { distanceTo } from '#lib/calendar/distance.ts';
import type { Appointment } from '#lib/exchange/calendar/appointment.ts';
import type { CalendarWords } from '#lib/exchange/calendar/words.ts';
import { m } from './catalogue/messages.js';
import { formatLocale } from './dates.ts';
import { cycleShortOf, dutyName, stateName } from './names.ts';
import { owedWords } from './obligation.ts';
import { standingWords } from './standing.ts';
import { why } from './why.ts';

/** What a calendar file says, in the reader's language. @param stream the cycle it is of; null for several */
export const calendarWords = (stream: string | null): CalendarWords => ({
	language: formatLocale(),
	name: stream === null ? m.calendar_name() : m.calendar_name_cycle({ cycle: cycleShortOf(stream) }),
	summary,
	description: ({ date }) => [...why(date), m.calendar_by_servanda()].join('\n'),
	reminder: ({ obligation, date }: Appointment, on: IsoDate) => {
		const distance = standingWords(distanceTo(date.due, on));
		return m.reminders_title({
			distance: distance.charAt(0).toLocaleUpperCase() + distance.slice(1),
			owed: owedWords(obligation)
		});
	},
	categories: ({ obligation }) => {
		const [body = '', state = ''] = obligation.stream.split('/');
		return [body, stateName(state), dutyName(obligation.duty)];
	}
});

function summary({ obligation, date, standing }: Appointment): string {
	const owed = owedWords(obligation);
	if (standing === 'open' && date.certainty === 'provisional') return m.calendar_provisional({ owed });
	return summaries[standing]({ owed });
}

const summaries = {
	open: m.calendar_open,
	met: m.calendar_met,
	overtaken: m.calendar_overtaken,
	closed: m.calendar_closed,
	undated: m.calendar_undated,
	withdrawn: m.calendar_withdrawn
};
