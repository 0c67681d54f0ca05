import type { IsoDate } from '#lib/calendar/date.ts';
import type { ObligationOnDay } from '#lib/cycle/timeline/views.ts';
import type { TableWords } from '#lib/exchange/table/docxOf.ts';
import type { Table } from '#lib/exchange/table/table.ts';
import type { Selection } from '#lib/monitor/selection.ts';
import type { StepsTaken } from '#lib/monitor/stepsTaken.ts';
import { m } from './catalogue/messages.js';
import { count, day, formatLocale, list, moment } from './dates.ts';
import { narrowedBy, stepsWords } from './monitor.ts';
import { bodyCode, stateName } from './names.ts';
import { obligationTitle } from './obligation.ts';
import { fieldName } from './statuses.ts';

/**
 * The "late and non-reporting" table: everything overdue on a day, in the order given. Read in as a table of statuses
 * it changes nothing: the code of the State, the body, the reports of the cycle, the duty and the due day stand under
 * the heads by which they are known there.
 * @param rows what is overdue
 * @param stepsOf the steps taken about a row
 */
export function lateTable(
	rows: readonly ObligationOnDay[],
	asOf: IsoDate,
	stepsOf: (row: ObligationOnDay) => StepsTaken
): Table {
	return {
		name: m.monitor_late_caption({ day: day(asOf) }),
		columns: [
			{ key: 'name', name: m.monitor_column_state() },
			{ key: 'state', name: m.tables_column_state_code() },
			{ key: 'body', name: fieldName('body') },
			{ key: 'report', name: fieldName('report') },
			{ key: 'title', name: m.tables_column_title() },
			{ key: 'duty', name: fieldName('duty') },
			{ key: 'due', name: fieldName('due') },
			{ key: 'daysLate', name: m.monitor_column_days() },
			{ key: 'reminders', name: m.monitor_column_reminders() }
		],
		rows: rows.map((row) => {
			const { obligation, date, standing } = row;
			const [body = '', state = '', reports = ''] = obligation.stream.split('/');
			return [
				stateName(state),
				state,
				body,
				reports,
				obligationTitle(obligation),
				// As code knows it: the same in every language.
				obligation.duty,
				date.due ?? '',
				standing.kind === 'overdue' ? `${standing.days}` : '',
				stepsOf(row).reminders.join('; ')
			];
		})
	};
}

/** The same for people who read it on paper: dates and steps in words as the monitor has them, and no codes. */
export function lateTableInWords(
	rows: readonly ObligationOnDay[],
	asOf: IsoDate,
	stepsOf: (row: ObligationOnDay) => StepsTaken
): Table {
	return {
		name: m.monitor_late_caption({ day: day(asOf) }),
		columns: [
			{ key: 'state', name: m.monitor_column_state() },
			{ key: 'body', name: fieldName('body') },
			{ key: 'report', name: fieldName('report') },
			{ key: 'what', name: m.monitor_column_what() },
			{ key: 'due', name: m.monitor_column_due() },
			{ key: 'daysLate', name: m.monitor_column_days() },
			{ key: 'steps', name: m.monitor_column_steps() }
		],
		rows: rows.map((row) => {
			const { obligation, date, standing } = row;
			const [body = '', state = '', reports = ''] = obligation.stream.split('/');
			return [
				stateName(state),
				bodyCode(body),
				reports,
				obligationTitle(obligation),
				date.due ? day(date.due) : '',
				standing.kind === 'overdue' ? count(standing.days) : '',
				stepsWords(stepsOf(row))
			];
		})
	};
}

/** What a late table is a table of. */
export interface LateView {
	asOf: IsoDate;
	/** What it is narrowed by. That it is overdue goes without saying. */
	selection: Selection;
	/** The instant whose knowledge it tells; null for what is known now. */
	knownAt: string | null;
	/** Whether the record holds an invented world. */
	isInvented: boolean;
	isRightToLeft: boolean;
}

/** What stands around the late table on paper. */
export function lateWords({ asOf, selection, knownAt, isInvented, isRightToLeft }: LateView): TableWords {
	const narrowed = narrowedBy({ ...selection, group: null }).map(({ name }) => name);
	return {
		title: m.monitor_late_caption({ day: day(asOf) }),
		lead: [
			...(isInvented ? [`${m.shell_invented()}. ${m.shell_invented_means()}`] : []),
			...(knownAt ? [m.tables_known({ moment: moment(knownAt) })] : []),
			...(narrowed.length ? [m.tables_narrowed({ narrowed: list(narrowed) })] : [])
		],
		foot: m.shell_not_official(),
		language: formatLocale(),
		isRightToLeft
	};
}
