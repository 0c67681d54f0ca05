import * as v from 'valibot';
import { isIsoDate, type IsoDate } from '#lib/calendar/date.ts';
import type { Interval } from '#lib/calendar/interval.ts';
import { duties, intervalSchema, type Deadline, type Duty } from '#lib/cycle/deadline.ts';
import { datingRules, type DatingRule } from '#lib/procedures/amendments.ts';
import { compareUnits, isUnit } from '#lib/cycle/units.ts';
import { progresses, type Progress } from '#lib/cycle/preparation/onDay.ts';
import { m } from '#lib/words/catalogue/messages.js';
import { day, intervalWords, list } from '#lib/words/dates.ts';
import { deadlineWords } from '#lib/words/events.ts';
import { dutyName, reportName, unitList } from '#lib/words/names.ts';
import { progressName } from '#lib/words/preparation.ts';
import { ruleName } from '#lib/words/rules.ts';

/** One value of an event, readable: words, or further values inside it. */
export type Value = { name: string; label: string } & ({ text: string } | { inside: Value[][] });

/** The values of an event's data in readable form, whatever they are. What has no words of its own is shown as it is stored. */
export function valuesOf(data: Readonly<Record<string, unknown>>): Value[] {
	return Object.entries(data)
		.filter(([, value]) => value !== undefined && value !== null)
		.map(([name, value]) => ({ name, label: labelOf(name), ...contentOf(name, value) }));
}

/** What a value is called. */
export const labelOf = (name: string): string => labels[name]?.() ?? name;

function contentOf(name: string, value: unknown): { text: string } | { inside: Value[][] } {
	const special = wordsFor(name, value);
	if (special !== undefined) return { text: special };
	if (Array.isArray(value)) {
		if (value.some(isRecord)) return { inside: value.filter(isRecord).map(valuesOf) };
		return { text: list(value.map(plain)) };
	}
	return isRecord(value) ? { inside: [valuesOf(value)] } : { text: plain(value) };
}

/** Values that the field has its own way of saying. */
function wordsFor(name: string, value: unknown): string | undefined {
	if ((name === 'deadline' || name === 'repliesDue') && isDeadline(value)) return deadlineWords(value);
	if (name === 'duty' && duties.includes(value as Duty)) return dutyName(value as Duty);
	if (name === 'rule' && datingRules.includes(value as DatingRule)) return ruleName(value as DatingRule);
	if (intervals.has(name) && isInterval(value)) return intervalWords(value);
	if (name === 'verified') return value ? m.procedures_verified() : m.procedures_not_verified();
	if (name === 'progress' && progresses.includes(value as Progress)) return progressName(value as Progress);
	if (name === 'action') return value === 'withdraw' ? m.log_action_withdraw() : m.log_action_replace();
	if (!Array.isArray(value) || value.length === 0) return undefined;
	if ((name === 'numbers' || name === 'reportNumbers') && value.every(isNumber)) return reportName(value);
	if (name === 'units' && value.every(isUnitText)) return unitList([...value].sort(compareUnits));
	if (name === 'paragraphs' && value.length === 2) {
		const [first, last] = value.map(plain) as [string, string];
		return first === last ? first : m.documents_range({ first, last });
	}
	return undefined;
}

const plain = (value: unknown): string => {
	if (typeof value === 'string') return isIsoDate(value) ? day(value as IsoDate) : value;
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

const intervals: ReadonlySet<string> = new Set(['value', 'optOutWithin', 'listAhead', 'repliesWithin']);
const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isInterval = (value: unknown): value is Interval => v.is(intervalSchema, value);
const isUnitText = (value: unknown): value is string => typeof value === 'string' && isUnit(value);
const isDeadline = (value: unknown): value is Deadline => isRecord(value) && typeof value.kind === 'string';

const labels: Readonly<Record<string, () => string>> = {
	procedure: m.log_value_procedure,
	amendments: m.procedures_value_amendments,
	rule: m.procedures_value_rule,
	value: m.procedures_value_value,
	validFrom: m.procedures_value_valid_from,
	verified: m.procedures_value_verified,
	body: m.log_value_body,
	version: m.log_value_version,
	reportNumbers: m.log_value_report_numbers,
	symbol: m.log_value_symbol,
	session: m.log_value_session,
	ordinal: m.log_value_ordinal,
	from: m.log_value_from,
	to: m.log_value_to,
	repliesDue: m.log_value_replies_due,
	received: m.log_value_received,
	languages: m.log_value_languages,
	optOutWithin: m.log_value_opt_out_within,
	optOutUntil: m.log_value_opt_out_until,
	listAhead: m.log_value_list_ahead,
	repliesWithin: m.log_value_replies_within,
	numbers: m.log_value_numbers,
	submittedIn: m.log_value_submitted_in,
	dates: m.log_value_dates,
	meetings: m.log_value_meetings,
	meeting: m.log_value_meeting,
	summaryRecords: m.log_value_summary_records,
	recommendations: m.log_value_recommendations,
	paragraph: m.log_value_paragraph,
	topic: m.log_value_topic,
	units: m.log_value_units,
	unit: m.log_value_unit,
	reiterates: m.log_value_reiterates,
	deadline: m.log_value_deadline,
	duty: m.log_value_duty,
	until: m.log_value_until,
	reason: m.log_value_reason,
	event: m.log_value_event,
	distributed: m.log_value_distributed,
	sections: m.log_value_sections,
	heading: m.log_value_heading,
	paragraphs: m.log_value_paragraphs,
	grades: m.log_value_grades,
	grade: m.log_value_grade,
	remark: m.log_value_remark,
	action: m.log_value_action,
	on: m.log_value_on,
	data: m.log_value_data,
	source: m.log_value_source,
	document: m.log_value_document,
	quote: m.log_value_quote,
	note: m.log_value_note,
	for: m.log_value_for,
	due: m.log_value_due,
	steps: m.log_value_steps,
	step: m.log_value_step,
	id: m.log_value_step_id,
	name: m.log_value_name,
	responsible: m.log_value_responsible,
	progress: m.log_value_progress
};
