import type { IsoDate } from '#lib/calendar/date.ts';
import { shiftDate } from '#lib/calendar/interval.ts';
import type { DutyOnDesk, StateDesk } from '#lib/cycle/preparation/desk.ts';
import { progresses, type RegisterRow } from '#lib/cycle/preparation/onDay.ts';
import { inOrderOfBodies } from '#lib/procedures/index.ts';
import { m } from './catalogue/messages.js';
import { count, day, list, moment } from './dates.ts';
import { bodyName, stateName } from './names.ts';
import { obligationSentence } from './obligation.ts';
import { planWords } from './plan.ts';
import { progressName } from './preparation.ts';

/** One page on how a State stands, to print or to send. */
export interface StatusNote {
	title: string;
	/** The day it is about, and what was known when. */
	on: string;
	/** What keeps it from being whole. */
	gaps: readonly string[];
	sections: readonly {
		heading: string;
		/** By committee, in full, in the order in which they are usually listed. */
		bodies: readonly { body: string; items: readonly { sentence: string; details: readonly string[] }[] }[];
	}[];
	/** Whose word it is. */
	source: string;
}

/** Of what, as of when, and from what a status note tells. */
export interface Told {
	/** The code of the State. */
	state: string;
	asOf: IsoDate;
	/** The instant whose knowledge is told; null for what is known now. */
	knownAt: string | null;
	/** How many cycles of the State were read, and how many could not be. */
	read: number;
	failed: number;
}

/** The status note of a State. Of one of which nothing is recorded it says just that: nothing due would be a claim. */
export function statusNote(
	{ open, register }: Pick<StateDesk, 'open' | 'register'>,
	{ state, asOf, knownAt, read, failed }: Told
): StatusNote {
	const aYearOn = shiftDate(asOf, 'P12M');
	const isOverdue = ({ seen }: DutyOnDesk) => seen.group === 'overdue';
	const isWithin = ({ seen }: DutyOnDesk) => seen.date.due !== null && seen.date.due <= aYearOn;
	const isSoon = (duty: DutyOnDesk) => !isOverdue(duty) && isWithin(duty);
	const section = (heading: string, duties: readonly DutyOnDesk[]) => ({
		heading,
		bodies: [...Map.groupBy(duties, ({ seen }) => seen.obligation.stream.split('/')[0]!)]
			.sort(([one], [other]) => inOrderOfBodies(one, other))
			.map(([body, ofBody]) => ({
				body: bodyName(body),
				items: ofBody.map((duty) => itemOf(duty, register))
			}))
	});
	const on = m.preparation_note_on({ day: day(asOf) });
	const isLater = (duty: DutyOnDesk) => !isOverdue(duty) && !isWithin(duty);
	return {
		title: m.preparation_note_title({ state: stateName(state) }),
		on: knownAt ? `${on}, ${m.preparation_note_known({ moment: moment(knownAt) })}` : on,
		gaps: [
			...(read + failed === 0 ? [m.preparation_note_nothing_kept({ state: stateName(state) })] : []),
			...(failed ? [m.preparation_desk_unfolded({ days: failed, number: count(failed) })] : [])
		],
		sections: read
			? [
					section(m.preparation_note_overdue(), open.filter(isOverdue)),
					section(m.preparation_note_within(), open.filter(isSoon)),
					section(m.preparation_note_later(), open.filter(isLater))
				]
			: [],
		source: m.preparation_note_source()
	};
}

/** A note as plain text, for a letter or a message. */
export function noteText({ title, on, gaps, sections, source }: StatusNote): string {
	const lines = [title, on, '', ...gaps.flatMap((gap) => [gap, ''])];
	for (const { heading, bodies } of sections) {
		lines.push(heading.toUpperCase(), '');
		if (!bodies.length) lines.push(m.preparation_note_nothing(), '');
		for (const { body, items } of bodies) {
			lines.push(body);
			for (const { sentence, details } of items)
				lines.push(`- ${sentence}`, ...details.map((detail) => `  ${detail}`));
			lines.push('');
		}
	}
	// What keeps a line on a page from breaking is no use in a text.
	return [...lines, source, ''].join('\n').replaceAll('\u00a0', ' ').replaceAll('\u2011', '-');
}

function itemOf({ seen, plan }: DutyOnDesk, register: readonly RegisterRow[]) {
	const rows = register.filter(({ obligation }) => obligation.obligation.id === seen.obligation.id);
	return {
		sentence: obligationSentence(seen),
		details: [
			plan ? m.preparation_note_plan({ plan: planWords(plan) }) : m.preparation_no_plan(),
			...(rows.length ? [m.preparation_note_answers({ answers: answersWords(rows) })] : [])
		]
	};
}

/** "3 not begun, 5 drafted and 1 approved". */
function answersWords(rows: readonly RegisterRow[]): string {
	const said = [null, ...progresses].flatMap((progress) => {
		const number = rows.filter((row) => row.progress === progress).length;
		const name = progress ? progressName(progress) : m.preparation_progress_none();
		return number ? [m.preparation_note_answers_of({ number: count(number), progress: name })] : [];
	});
	return list(said);
}
