import { m } from '#lib/words/catalogue/messages.js';
import { day } from '#lib/words/dates.ts';
import { refusalSentence } from '#lib/words/refusals.ts';
import type { deadlineKinds } from './deadline.ts';
import type { FieldFault } from './faults.ts';

/** Why an input is not taken, as a sentence. */
export function faultSentence(fault: FieldFault): string {
	switch (fault.kind) {
		case 'missing':
			return m.cycle_fault_missing();
		case 'notAUnit':
			return m.cycle_fault_not_a_unit({ text: fault.text });
		case 'notANumber':
			return m.cycle_fault_not_a_number({ text: fault.text });
		case 'notAnInterval':
			return m.cycle_fault_not_an_interval({ text: fault.text });
		case 'noGrade':
			return m.cycle_fault_no_grade();
		case 'notASymbol':
			return m.state_file_not_a_symbol({ text: fault.text });
		case 'symbolOfOtherDocument':
			return m.state_file_symbol_of_other_document({ text: fault.text });
		case 'symbolOfAnother':
			return m.state_file_symbol_of_another({ text: fault.text });
		case 'inTheFuture':
			return m.refusal_in_the_future({ on: day(fault.on), today: day(fault.today) });
		default:
			return refusalSentence(fault);
	}
}

const labels: Readonly<Record<string, () => string>> = {
	on: m.cycle_field_on,
	symbol: m.cycle_field_symbol,
	session: m.cycle_field_session,
	numbers: m.cycle_field_numbers,
	dates: m.cycle_field_dates,
	meetings: m.cycle_field_meetings,
	meeting: m.cycle_field_meeting,
	recommendations: m.cycle_field_recommendations,
	units: m.cycle_field_units,
	sections: m.cycle_field_sections,
	deadline: m.cycle_field_deadline,
	repliesDue: m.cycle_field_replies_due,
	until: m.cycle_field_until,
	from: m.cycle_field_from,
	to: m.cycle_field_to,
	reason: m.cycle_field_reason,
	distributed: m.cycle_field_distributed,
	received: m.cycle_field_received,
	languages: m.cycle_field_languages,
	optOutWithin: m.cycle_field_opt_out_within,
	optOutUntil: m.cycle_field_opt_out_until,
	listAhead: m.cycle_field_list_ahead,
	repliesWithin: m.cycle_field_replies_within,
	grades: m.cycle_field_grades
};

/** What an input asks for. */
export const fieldLabel = (name: string): string => labels[name]?.() ?? name;

const hints: Readonly<Record<string, () => string>> = {
	date: m.cycle_hint_date,
	dates: m.cycle_hint_dates,
	units: m.cycle_hint_units,
	sections: m.cycle_hint_sections,
	recommendations: m.cycle_hint_units,
	reportNumbers: m.cycle_hint_report_numbers,
	numbers: m.cycle_hint_numbers
};

/** How to write what an input takes; nothing where that is plain. */
export const fieldHint = (kind: string): string | undefined => hints[kind]?.();

const kinds: Readonly<Record<(typeof deadlineKinds)[number], () => string>> = {
	exact: m.cycle_deadline_exact,
	provisional: m.cycle_deadline_provisional,
	relative: m.cycle_deadline_relative,
	unstated: m.cycle_deadline_unstated
};

export const deadlineKindName = (kind: (typeof deadlineKinds)[number]): string => kinds[kind]();
