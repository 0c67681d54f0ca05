import type { Group, Standing } from '#lib/cycle/timeline/views.ts';
import { m } from './catalogue/messages.js';
import { count, day } from './dates.ts';

/** What a colour may mean; each has a shape and a word of its own as well. */
export type Meaning = 'overdue' | 'soon' | 'met' | 'plain';

/** How something stands, in a few words: "21 days overdue", "due today", "in 34 days". */
export function standingWords(standing: Standing): string {
	switch (standing.kind) {
		case 'overdue':
			return m.distance_overdue({ days: standing.days, number: count(standing.days) });
		case 'dueToday':
			return m.distance_due_today();
		case 'dueIn':
			return m.distance_due_in({ days: standing.days, number: count(standing.days) });
		case 'noDate':
			return m.standing_no_date();
		case 'overtaken':
			return m.standing_overtaken({ on: day(standing.on) });
		case 'notNeeded':
			return m.preparation_not_needed({ on: day(standing.on) });
		case 'done': {
			const { on, daysLate } = standing;
			const told = { on: day(on), days: daysLate, number: count(daysLate) };
			return daysLate ? m.preparation_done_late(told) : m.preparation_done_in_time(told);
		}
		case 'closed':
			return m.standing_closed({ on: day(standing.on) });
		case 'met':
			return metWords(standing);
	}
}

function metWords({ on, daysLate }: Extract<Standing, { kind: 'met' }>): string {
	if (daysLate === null) return m.standing_received({ on: day(on) });
	if (daysLate === 0) return m.standing_received_in_time({ on: day(on) });
	return m.standing_received_late({ on: day(on), days: daysLate, number: count(daysLate) });
}

const groups: Readonly<Record<Group, { name: () => string; meaning: Meaning }>> = {
	overdue: { name: m.group_overdue, meaning: 'overdue' },
	soon: { name: m.group_soon, meaning: 'soon' },
	later: { name: m.group_later, meaning: 'plain' },
	undated: { name: m.group_undated, meaning: 'plain' },
	met: { name: m.group_met, meaning: 'met' }
};

export const groupName = (group: Group): string => groups[group].name();

export const meaningOf = (group: Group): Meaning => groups[group].meaning;
