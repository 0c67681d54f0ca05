import type { IsoDate } from '#lib/calendar/date.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';
import type { Group, ObligationOnDay } from '#lib/cycle/timeline/views.ts';
import type { Cell } from '#lib/monitor/board.ts';
import type { Act } from '#lib/monitor/several.ts';
import type { Delay, Selection, StageOrScheduled } from '#lib/monitor/selection.ts';
import type { StepsTaken } from '#lib/monitor/stepsTaken.ts';
import { procedures } from '#lib/procedures/index.ts';
import { treatiesOf } from '#lib/states/parties.ts';
import { m } from './catalogue/messages.js';
import { count, day, formatLocale } from './dates.ts';
import { bodyCode, dutyName, stateName } from './names.ts';
import { obligationTitle, owedTitle } from './obligation.ts';
import { scaleValidity } from './procedures.ts';
import { regionName } from './regions.ts';
import { spanWords, yearsWords } from './span.ts';
import { groupName } from './standing.ts';

/** "42%". @param part from 0 to 1 */
export const share = (part: number): string =>
	new Intl.NumberFormat(formatLocale(), { style: 'percent' }).format(part);

/** "3 States". */
export const statesWords = (states: number): string =>
	m.monitor_states({ days: states, number: count(states) });

/**
 * What is most overdue, as a sentence: "Chad’s initial report to CED is 11 years and 3 months overdue."
 * @param span for how long, in words
 */
export function overdueSentence({ obligation }: ObligationOnDay, span: string): string {
	const isPlural =
		obligation.duty === 'replies' ||
		(obligation.duty === 'nextReport' && obligation.reportNumbers.length > 1);
	const words = { owed: owedTitle(obligation), span };
	return isPlural ? m.monitor_lead_plural(words) : m.monitor_lead_singular(words);
}

/** "412 duties of 131 States are overdue". */
export const overdueTotal = (duties: number, states: number): string =>
	m.monitor_overdue_total({
		days: duties,
		duties: m.monitor_duties({ days: duties, number: count(duties) }),
		states: statesWords(states)
	});

/** How a State stands before a body, as a sentence. @param cell null where nothing of it is shown */
export function cellSentence(state: string, body: string, cell: Cell | null, asOf: IsoDate): string {
	const parties = { state: stateName(state), body: bodyCode(body) };
	if (!cell) return isParty(state, body) ? m.monitor_cell_nothing(parties) : m.monitor_cell_no_party(parties);
	const words = {
		...parties,
		days: cell.count,
		number: count(cell.count),
		owed: titleWithin(cell.worst)
	};
	if (cell.group === 'overdue') return m.monitor_cell_overdue({ ...words, span: spanWords(cell.due!, asOf) });
	return cellWords[cell.group](words);
}

const cellWords = {
	soon: m.monitor_cell_soon,
	later: m.monitor_cell_later,
	undated: m.monitor_cell_undated,
	met: m.monitor_cell_met
};

/** How many are in a group, in a few words: "12 due soon". */
export const totalWords = (group: Exclude<Group, 'overdue'>, total: number): string =>
	totals[group]({ number: count(total) });

const totals = {
	soon: m.monitor_total_soon,
	later: m.monitor_total_later,
	undated: m.monitor_total_undated,
	met: m.monitor_total_met
};

/** The review of all States comes without a treaty. */
const isParty = (state: string, body: string): boolean =>
	body === 'UPR' || treatiesOf(state).some((party) => party.body === body);

/** What is owed, in the middle of a sentence. */
function titleWithin(owed: Owed): string {
	const title = obligationTitle(owed);
	return title.charAt(0).toLocaleLowerCase() + title.slice(1);
}

const delayNames: Readonly<Record<Delay, () => string>> = {
	inTime: m.monitor_delay_in_time,
	month: m.monitor_delay_month,
	quarter: m.monitor_delay_quarter,
	halfYear: m.monitor_delay_half_year,
	year: m.monitor_delay_year,
	twoYears: m.monitor_delay_two_years,
	fiveYears: m.monitor_delay_five_years,
	more: m.monitor_delay_more
};

/** "31 to 90 days late". */
export const delayName = (delay: Delay): string => delayNames[delay]();

const stageNames: Readonly<Record<StageOrScheduled, () => string>> = {
	report: m.monitor_stage_report,
	list: m.monitor_stage_list,
	replies: m.monitor_stage_replies,
	dialogue: m.monitor_stage_dialogue,
	held: m.monitor_stage_held,
	scheduled: m.monitor_stage_scheduled
};

/** What a review waits for. */
export const stageName = (stage: StageOrScheduled): string => stageNames[stage]();

const actNames: Readonly<Record<Act, () => string>> = {
	ReminderSent: m.monitor_several_reminder,
	ListOfIssuesAdopted: m.monitor_several_list,
	ListOfIssuesPriorToReportingAdopted: m.monitor_several_list_prior,
	ReviewScheduled: m.monitor_several_scheduled
};

/** What an office did about several at once: "A reminder was sent". */
export const actName = (act: Act): string => actNames[act]();

/** The steps taken, in a few words; that there were none, where there were none. */
export function stepsWords({ reminders, meetings, notices, reviews }: StepsTaken): string {
	const told = (days: readonly IsoDate[], say: typeof m.monitor_steps_reminders) =>
		days.length ? [say({ days: days.length, number: count(days.length), last: day(days.at(-1)!) })] : [];
	const words = [
		...told(reminders, m.monitor_steps_reminders),
		...told(meetings, m.monitor_steps_meetings),
		...notices.slice(-1).map((on) => m.monitor_steps_notice({ on: day(on) })),
		...reviews.slice(-1).map((on) => m.monitor_steps_review({ on: day(on) }))
	];
	return words.length ? words.join('; ') : m.monitor_steps_none();
}

/** Each thing a selection narrows by, in words, and the selection without it. */
export function narrowedBy(selection: Selection): { name: string; without: Selection }[] {
	const { bodies, regions, state, duty, group, late, delay, year, stage, session, grade, scale } = selection;
	const by = (is: boolean, name: () => string, without: Partial<Selection>) =>
		is ? [{ name: name(), without: { ...selection, ...without } }] : [];
	return [
		...bodies.map((body) => ({
			name: body,
			without: { ...selection, bodies: bodies.filter((one) => one !== body) }
		})),
		...regions.map((region) => ({
			name: regionName(region),
			without: { ...selection, regions: regions.filter((one) => one !== region) }
		})),
		...by(state !== '', () => m.monitor_narrowed_state({ text: stateName(state) }), { state: '' }),
		...by(duty !== null, () => dutyName(duty!), { duty: null }),
		...by(group !== null, () => groupName(group!), { group: null }),
		...by(late !== null, () => m.monitor_narrowed_late({ span: yearsWords(late!) }), { late: null }),
		...by(selection.neverReported, m.monitor_narrowed_never, { neverReported: false }),
		...by(
			delay !== null,
			() =>
				delay === 'any'
					? m.monitor_narrowed_received()
					: m.monitor_narrowed_delay({ delay: delayName(delay!) }),
			{ delay: null }
		),
		...by(year !== null, () => m.monitor_narrowed_year({ year: `${year}` }), { year: null }),
		...by(stage !== null, () => stageName(stage!), { stage: null }),
		...by(session !== null, () => m.monitor_narrowed_session({ session: `${session}` }), { session: null }),
		...by(grade !== null, () => m.monitor_narrowed_grade({ grade: grade! }), { grade: null }),
		...by(scale !== null, () => scaleWords(scale!), { scale: null })
	];
}

/** A scale that a selection names. */
function scaleWords(id: string): string {
	const scale = procedures.flatMap(({ followUp }) => followUp?.scales ?? []).find((one) => one.id === id);
	return scale ? m.monitor_narrowed_scale({ validity: scaleValidity(scale) }) : m.monitor_narrowed_no_scale();
}
