import { isEventType } from '#lib/cycle/events/catalogue.ts';
import { duties, type Duty } from '#lib/cycle/deadline.ts';
import type { Difference } from '#lib/exchange/statuses/against.ts';
import type { CellDateRefusal } from '#lib/exchange/statuses/dates.ts';
import { fields, folded, type Field } from '#lib/exchange/statuses/fields.ts';
import type { Refusal } from '#lib/exchange/statuses/plan.ts';
import type { Encoding } from '#lib/exchange/table/decode.ts';
import { isIsoDate } from '#lib/calendar/date.ts';
import { procedures } from '#lib/procedures/index.ts';
import { m } from './catalogue/messages.js';
import { count, day } from './dates.ts';
import { eventLabel } from './events.ts';
import { bodyName, dutyName, reportName } from './names.ts';
import { refusalSentence, type Failure } from './refusals.ts';

const names: Readonly<Record<Field, () => string>> = {
	state: m.statuses_field_state,
	body: m.statuses_field_body,
	report: m.statuses_field_report,
	symbol: m.statuses_field_symbol,
	entryIntoForce: m.statuses_field_entry,
	submitted: m.statuses_field_submitted,
	considered: m.statuses_field_considered,
	adopted: m.statuses_field_adopted,
	followUpUnits: m.statuses_field_units,
	followUpDue: m.statuses_field_follow_up_due,
	followUpReceived: m.statuses_field_follow_up_received,
	nextReportDue: m.statuses_field_next_due,
	nextReportDueInPrinciple: m.statuses_field_next_in_principle,
	duty: m.statuses_field_duty,
	due: m.statuses_field_due
};

/** What a column of a table says: "Follow-up due". */
export const fieldName = (field: Field): string => names[field]();

/** Everything that a column can say, in the order in which a form offers it. */
export const fieldChoices = (): { field: Field; name: string }[] =>
	fields.map((field) => ({ field, name: fieldName(field) }));

const encodingNames: Readonly<Record<Encoding, () => string>> = {
	'utf-8': m.statuses_encoding_utf_8,
	'utf-16le': m.statuses_encoding_utf_16le,
	'utf-16be': m.statuses_encoding_utf_16be,
	'windows-1252': m.statuses_encoding_windows_1252,
	'windows-1251': m.statuses_encoding_windows_1251,
	'windows-1256': m.statuses_encoding_windows_1256,
	gb18030: m.statuses_encoding_gb18030
};

/** How the characters of a file are written: "Cyrillic (Windows-1251)". */
export const encodingName = (encoding: Encoding): string => encodingNames[encoding]();

/** The words of the reader's language that tables are read with, folded. */
export function tableWords() {
	const numbered = (numbers: number[]): [string, number[]] => [folded(reportName(numbers)), numbers];
	const first = Array.from({ length: 12 }, (_, place) => place + 1);
	return {
		heads: Object.fromEntries(fields.map((field) => [field, fieldName(field)])),
		words: {
			bodies: new Map(procedures.map(({ body }) => [folded(bodyName(body)), body])),
			duties: new Map(
				duties.flatMap((duty): [string, Duty][] => [
					[folded(duty), duty],
					[folded(dutyName(duty)), duty]
				])
			),
			reports: new Map(first.flatMap((one) => [numbered([one]), numbered([one, one + 1])]))
		}
	};
}

/** Why a line of a table is not recorded, to go on a sentence with. */
export function lineRefusalWords(why: Refusal): string {
	switch (why.kind) {
		case 'missing':
			return m.statuses_why_missing({ field: fieldName(why.field) });
		case 'unknownState':
			return m.statuses_why_unknown_state({ text: why.text });
		case 'unknownBody':
			return m.statuses_why_unknown_body({ text: why.body });
		case 'notAReport':
			return m.statuses_why_not_a_report({ text: why.text });
		case 'notASymbol':
			return m.statuses_why_not_a_symbol({ text: why.text });
		case 'symbolOfAnother':
			return m.statuses_why_symbol_of_another({ text: why.text, field: fieldName(why.field) });
		case 'notParagraphs':
			return m.statuses_why_not_paragraphs({ text: why.text });
		case 'unknownDuty':
			return m.statuses_why_unknown_duty({ text: why.text });
		case 'badCell':
			return m.statuses_why_in_column({ field: fieldName(why.field), why: dateRefusalWords(why.why) });
		case 'nothingStated':
			return m.statuses_why_nothing_stated();
		case 'adoptionMissing':
			return m.statuses_why_adoption_missing();
		case 'unitsMissing':
			return m.statuses_why_units_missing();
		case 'notTheFirstCycle':
			return m.statuses_why_not_the_first();
		case 'fileFault':
			return why.fault === 'tooManyCells' ? m.statuses_why_too_many() : m.statuses_why_quote();
		case 'contradicted':
			return m.statuses_why_contradicted({ line: count(why.line) });
		case 'notOwed':
			return m.statuses_why_not_owed({ duty: dutyName(why.duty) });
		case 'gate':
			return refusalSentence(why.refusal);
	}
}

function dateRefusalWords(why: CellDateRefusal): string {
	switch (why.kind) {
		case 'orderUnknown':
			return m.statuses_why_order_unknown({ text: why.text });
		case 'shortYear':
			return m.statuses_why_short_year({ text: why.text });
		default:
			return refusalSentence(why);
	}
}

/** What is recorded otherwise than a table or a form has it, as a sentence. */
export function differenceWords({ type, what, was, is }: Difference): string {
	const event = isEventType(type) ? eventLabel(type) : dutyName(type as Duty);
	const parts = {
		on: m.statuses_difference_on,
		due: m.statuses_difference_due,
		symbol: m.statuses_difference_symbol,
		units: m.statuses_difference_units
	};
	const shown = (value: string) => (isIsoDate(value) ? day(value) : value || m.standing_no_date());
	return m.statuses_difference({ what: parts[what]({ event }), was: shown(was), is: shown(is) });
}

/** Why a table was not taken, as a sentence. */
export const tableFailureSentence = (
	failure: Failure | { kind: 'workbook' | 'encodingUnknown' | 'notInEncoding' }
): string => {
	switch (failure.kind) {
		case 'workbook':
			return m.statuses_refusal_workbook();
		case 'encodingUnknown':
			return m.statuses_encoding_unsaid();
		case 'notInEncoding':
			return m.statuses_encoding_none();
		default:
			return refusalSentence(failure);
	}
};
