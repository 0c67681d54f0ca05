import { parseDate, type IsoDate } from '#lib/calendar/date.ts';
import { paragraphOf, type Unit } from '#lib/cycle/units.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import type { Interval } from '#lib/calendar/interval.ts';
import { parseDeadline, parseMonths } from './deadline.ts';
import type { Faults, FieldFault, Typed } from './faults.ts';
import { fieldsOf, type Field } from './fields.ts';
import { parseUnits } from './units.ts';

export interface Parsed {
	on: IsoDate;
	data: Record<string, unknown>;
	source: Record<string, string> | null;
}

/**
 * Reads a form: the day, the fields of the event's kind, the source. All faults are found at once.
 * @param former the data of the event that is corrected: what the form does not show of it stays as it was
 */
export function parseForm(
	type: string,
	typed: Typed,
	former: Readonly<Record<string, unknown>> = {}
): Result<Parsed, Faults> {
	const faults: Record<string, FieldFault> = {};
	const own: Record<string, unknown> = {};
	const on = parseDate(typed.on ?? '');
	if (!on.ok) faults.on = isEmpty(typed.on) ? { kind: 'missing' } : on.error;
	for (const field of fieldsOf(type)) {
		const read = readField(field, typed, former[field.name]);
		if (!read.ok) Object.assign(faults, read.error);
		else own[field.name] = read.value;
	}
	if (!on.ok || Object.keys(faults).length) return refuse(faults);
	const data = Object.entries({ ...former, ...own }).filter(([, value]) => value !== undefined);
	return ok({ on: on.value, data: Object.fromEntries(data), source: sourceOf(typed) });
}

function readField({ name, kind, required }: Field, typed: Typed, former: unknown): Result<unknown, Faults> {
	if (kind === 'deadline') return parseDeadline(name, typed, former);
	if (kind === 'grades') return parseGrades(name, typed, former);
	const text = typed[name]?.trim() ?? '';
	if (kind === 'sections') return at(name, units(text), (named) => sectionsOf(named, former));
	if (!text) return required ? refuse({ [name]: { kind: 'missing' } }) : ok(undefined);
	switch (kind) {
		case 'date':
			return at(name, parseDate(text));
		case 'dates':
			return at(name, each(text, parseDate));
		case 'number':
			return at(name, number(text));
		case 'months':
			return at(name, parseMonths(text, former as Interval | undefined));
		case 'numbers':
			return at(name, each(text, number));
		case 'reportNumbers':
			return at(name, reportNumbers(text));
		case 'units':
			return at(name, units(text));
		case 'recommendations':
			return at(name, units(text), (named) => recommendationsOf(named, former));
		case 'text':
		case 'closingReason':
			return ok(text);
	}
}

const isEmpty = (text: string | undefined): boolean => !text?.trim();

const at = <Value, Given = Value>(
	name: string,
	read: Result<Value, FieldFault>,
	give: (value: Value) => Given | Value = (value) => value
): Result<unknown, Faults> => (read.ok ? ok(give(read.value)) : refuse({ [name]: read.error }));

/** Commas, semicolons or lines part several values. */
function each<Value>(
	text: string,
	read: (one: string) => Result<Value, FieldFault>
): Result<Value[], FieldFault> {
	const values: Value[] = [];
	for (const piece of text.split(/[,;\n]/).filter((one) => one.trim())) {
		const value = read(piece.trim());
		if (!value.ok) return value;
		values.push(value.value);
	}
	return values.length ? ok(values) : refuse({ kind: 'missing' });
}

const number = (text: string): Result<number, FieldFault> =>
	/^[1-9]\d{0,5}$/.test(text) ? ok(Number(text)) : refuse({ kind: 'notANumber', text });

/** `4`, `2-3` or `2, 3`. */
function reportNumbers(text: string): Result<number[], FieldFault> {
	const range = /^(\d+)\s*[-–]\s*(\d+)$/.exec(text);
	if (!range) return each(text, number);
	const [first, last] = [Number(range[1]), Number(range[2])];
	if (first < 1 || last < first || last - first > 20) return refuse({ kind: 'notANumber', text });
	return ok(Array.from({ length: last - first + 1 }, (_, index) => first + index));
}

function units(text: string): Result<Unit[], FieldFault> {
	const read = parseUnits(text);
	return read.ok ? read : refuse({ kind: 'notAUnit', text: read.error });
}

type Recommendation = { paragraph: number; units: Unit[] };

/** Units by their paragraph; its topic and what it reiterates stay as they were. */
function recommendationsOf(named: readonly Unit[], former: unknown): Recommendation[] {
	const known = (former ?? []) as readonly Recommendation[];
	return [...Map.groupBy(named, paragraphOf)].map(([paragraph, units]) => ({
		...known.find((one) => one.paragraph === paragraph),
		paragraph,
		units
	}));
}

type Section = { units: readonly Unit[] };

/** Sections known already keep their headings and paragraphs; what is newly named makes one more. */
function sectionsOf(named: readonly Unit[], former: unknown): Section[] {
	const known = ((former ?? []) as readonly Section[])
		.map((section) => ({ ...section, units: section.units.filter((unit) => named.includes(unit)) }))
		.filter((section) => section.units.length);
	const fresh = named.filter((unit) => !known.some((section) => section.units.includes(unit)));
	return fresh.length ? [...known, { units: fresh }] : known;
}

type Grade = { unit: Unit; grade: string };

/** One input for each unit, `grades.16(b)`; those left open are not graded. */
function parseGrades(name: string, typed: Typed, former: unknown): Result<Grade[], Faults> {
	const known = (former ?? []) as readonly Grade[];
	const grades = Object.entries(typed).flatMap(([input, value]) => {
		if (!input.startsWith(`${name}.`) || !value?.trim()) return [];
		const unit = input.slice(name.length + 1);
		return [{ ...known.find((one) => one.unit === unit), unit, grade: value.trim() }];
	});
	return grades.length ? ok(grades) : refuse({ [name]: { kind: 'noGrade' } });
}

function sourceOf(typed: Typed): Record<string, string> | null {
	const parts = ['document', 'paragraph', 'note', 'quote'].flatMap((part) => {
		const text = typed[`source.${part}`]?.trim();
		return text ? [[part, text] as const] : [];
	});
	return parts.length ? Object.fromEntries(parts) : null;
}
