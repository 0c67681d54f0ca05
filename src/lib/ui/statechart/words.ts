import { chartEventLabel, eventSentence } from '#lib/words/events.ts';
import { day } from '#lib/words/dates.ts';
import { dutyName } from '#lib/words/names.ts';
import { m } from '#lib/words/catalogue/messages.js';
import type { Cause, Spell } from '#lib/cycle/timeline/fold.ts';
import type { Coming, Mark, StateOnDay } from './onDay.ts';

const marks: Readonly<Record<Mark, () => string>> = {
	now: m.cycle_mark_now,
	was: m.cycle_mark_was,
	next: m.cycle_mark_next,
	rest: m.cycle_mark_rest
};

/** What a state is to the cycle: "now", "can come next". */
export const markName = (mark: Mark): string => marks[mark]();

/** Where a cycle stands to a state, with its dates: "now, since 2 November 2023". */
export function stateWhen({ mark, spell, unless }: StateOnDay): string {
	if (mark === 'now')
		return spell?.from ? m.cycle_when_since({ from: day(spell.from) }) : m.cycle_when_from_start();
	if (mark === 'was') return spell ? spellWhen(spell) : markName(mark);
	if (unless) return m.cycle_when_unless({ on: day(unless) });
	return markName(mark);
}

function spellWhen({ from, to }: Spell): string {
	if (!to) return from ? m.cycle_when_since({ from: day(from) }) : m.cycle_when_from_start();
	if (!from) return m.cycle_when_until({ to: day(to) });
	return from === to
		? m.cycle_when_on({ on: day(from) })
		: m.cycle_when_between({ from: day(from), to: day(to) });
}

/** The date that stands in a state's box. */
export function boxDate({ mark, spell, unless }: StateOnDay): string {
	if (mark === 'next') return unless ? day(unless) : '';
	if (mark === 'rest' || !spell) return '';
	if (spell.from) return day(spell.from);
	return mark === 'was' && spell.to ? m.cycle_when_until({ to: day(spell.to) }) : '';
}

/** What moved the cycle: the fact, or the clock. */
export const causeSentence = (cause: Cause): string =>
	cause.kind === 'fact'
		? eventSentence(cause.event)
		: m.cycle_clock_struck({ duty: dutyName(cause.duty), due: day(cause.due) });

/** What can come, as one says it in a list. */
export const comingWords = ({ type, on }: Coming, body: string): string =>
	on ? m.cycle_coming_clock({ on: day(on) }) : chartEventLabel(type, body);
