import { parseDate, type DateRefusal, type IsoDate } from '#lib/calendar/date.ts';
import type { Deadline } from '#lib/cycle/deadline.ts';
import type { EventType } from '#lib/cycle/events/catalogue.ts';
import { checkData } from '#lib/cycle/events/read.ts';
import { isUnit, printUnit } from '#lib/cycle/units.ts';
import { ok, refuse, type Result } from '#lib/result.ts';

type Data = Record<string, unknown>;

/** How a value is typed. A deadline takes two: what kind it is, and its day. */
export type FieldKind = 'date' | 'dates' | 'units' | 'numbers' | 'number' | 'text' | 'texts' | 'deadline';

/** One value of an event that can be corrected. `name` is its key in the data; `on` is the event's own date. */
export interface Field {
	name: string;
	kind: FieldKind;
}

/** What stands in the form, by field; a deadline's day stands under `name.due`. */
export type Typed = Record<string, string>;

/** Why what was typed cannot stand, and in which field. */
export type FieldRefusal = { field: string } & (
	| { kind: 'date'; refusal: DateRefusal }
	| { kind: 'units'; text: string }
	| { kind: 'numbers'; text: string }
	| { kind: 'missing' }
);

/** Values that a person can type. What is not among them, as the recommendations, is taken or left as it was read. */
const kinds: Readonly<Record<string, FieldKind>> = {
	symbol: 'text',
	numbers: 'numbers',
	units: 'units',
	deadline: 'deadline',
	repliesDue: 'deadline',
	dates: 'dates',
	meetings: 'numbers',
	meeting: 'number',
	summaryRecords: 'texts',
	distributed: 'date'
};

/** The fields of a form for an event: its date, then its main values in the order they were read. */
export const fieldsFor = (data: Data): Field[] => [
	{ name: 'on', kind: 'date' },
	...Object.keys(data).flatMap((name) => (kinds[name] ? [{ name, kind: kinds[name] }] : []))
];

/** A form filled with what was read. */
export function fill(on: string | null, data: Data): Typed {
	const typed: Typed = { on: on ?? '' };
	for (const { name, kind } of fieldsFor(data).slice(1))
		Object.assign(typed, typedFrom(name, kind, data[name]));
	return typed;
}

function typedFrom(name: string, kind: FieldKind, value: unknown): Typed {
	if (kind === 'deadline') {
		const deadline = value as Deadline;
		return { [name]: deadline.kind, [`${name}.due`]: 'due' in deadline ? deadline.due : '' };
	}
	if (kind === 'units') return { [name]: (value as string[]).map(printUnit).join(', ') };
	return { [name]: Array.isArray(value) ? value.join(', ') : String(value ?? '') };
}

/**
 * What was typed, as an event's date and data. An empty field leaves its value out, where the event can do
 * without it.
 * @param data as it was read: what the form does not ask about stays
 */
export function readForm(
	type: EventType,
	data: Data,
	typed: Typed
): Result<{ on: IsoDate; data: Data }, FieldRefusal> {
	const day = parseDate(typed.on ?? '');
	if (!day.ok) return refuse({ field: 'on', kind: 'date', refusal: day.error });
	const values = new Map(Object.entries(data));
	for (const { name, kind } of fieldsFor(data).slice(1)) {
		const value = readField(name, kind, typed, data[name]);
		if (!value.ok) return value;
		if (value.value === undefined) values.delete(name);
		else values.set(name, value.value);
	}
	const corrected = Object.fromEntries(values);
	const checked = checkData(type, corrected);
	if ('field' in checked) return refuse({ field: checked.field.split('.')[0] || 'on', kind: 'missing' });
	return ok({ on: day.value, data: corrected });
}

function readField(name: string, kind: FieldKind, typed: Typed, was: unknown): Result<unknown, FieldRefusal> {
	const text = (typed[name] ?? '').trim();
	if (text === '') return ok(undefined);
	switch (kind) {
		case 'text':
			return ok(text);
		case 'texts':
			return ok(parts(text));
		case 'date':
			return readDate(name, text);
		case 'dates':
			return all(parts(text).map((part) => readDate(name, part)));
		case 'number':
			return readNumber(name, text);
		case 'numbers':
			return all(parts(text).map((part) => readNumber(name, part)));
		case 'units':
			return all(parts(text).map((part) => readUnit(name, part)));
		case 'deadline':
			return readDeadline(name, text, typed, was as Deadline);
	}
}

function readDeadline(
	name: string,
	kind: string,
	typed: Typed,
	was: Deadline
): Result<Deadline, FieldRefusal> {
	if (kind === 'unstated') return ok({ kind });
	if (kind === 'relative' && was.kind === 'relative') return ok(was);
	const field = `${name}.due`;
	const due = readDate(field, (typed[field] ?? '').trim());
	if (!due.ok) return due;
	const basis = 'basis' in was ? was.basis : 'stated';
	return ok({ kind: kind === 'provisional' ? 'provisional' : 'exact', due: due.value, basis });
}

function readDate(field: string, text: string): Result<IsoDate, FieldRefusal> {
	const day = parseDate(text);
	return day.ok ? day : refuse({ field, kind: 'date', refusal: day.error });
}

function readNumber(field: string, text: string): Result<number, FieldRefusal> {
	return /^\d{1,5}$/.test(text) ? ok(Number(text)) : refuse({ field, kind: 'numbers', text });
}

function readUnit(field: string, text: string): Result<string, FieldRefusal> {
	const unit = text.replace(/\s/g, '').toLowerCase();
	return isUnit(unit) ? ok(unit) : refuse({ field, kind: 'units', text });
}

/** What stands between commas, semicolons or "and". */
const parts = (text: string): string[] =>
	text
		.split(/[,;]|\s+and\s+/)
		.map((part) => part.trim())
		.filter((part) => part !== '');

function all<Value>(results: readonly Result<Value, FieldRefusal>[]): Result<Value[], FieldRefusal> {
	const values: Value[] = [];
	for (const result of results) {
		if (!result.ok) return result;
		values.push(result.value);
	}
	return ok(values);
}

/** Report numbers as a person types them, "4" or "4, 5"; null where they are none. */
export function readReportNumbers(text: string): number[] | null {
	const numbers = parts(text).map(Number);
	const inRow = numbers.every((number, index) => number === numbers[0]! + index);
	const whole = numbers.every((number) => Number.isInteger(number) && number > 0 && number < 1000);
	return numbers.length > 0 && whole && inRow ? numbers : null;
}
