import type { Change } from '#lib/cycle/changes.ts';
import { obligationOn } from '#lib/cycle/timeline/views.ts';
import type { IsoDate } from '#lib/calendar/date.ts';
import { m } from './catalogue/messages.js';
import { day } from './dates.ts';
import { cycleShortOf } from './names.ts';
import { owedTitle } from './obligation.ts';
import { standingWords } from './standing.ts';
import { statesLabel } from './states.ts';

/** A change in a sentence. @param asOf the day one looks from */
export function changeSentence(change: Change, asOf: IsoDate): string {
	if (change.kind === 'deadlineNear') {
		const standing = obligationOn(change.obligation, asOf)?.standing;
		return m.change_near({
			owed: owedTitle(change.obligation),
			due: day(change.due),
			distance: standing ? standingWords(standing) : ''
		});
	}
	const cycle = cycleShortOf(change.stream);
	return m.change_transition({ cycle, state: statesLabel(change.states), on: day(change.on) });
}
