import type { IsoDate } from '#lib/calendar/date.ts';
import type { Duty } from '#lib/cycle/deadline.ts';
import { numbersNamed } from '#lib/cycle/reportNumbers.ts';
import { isUnit, type Unit } from '#lib/cycle/units.ts';
import { procedureOf } from '#lib/procedures/index.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import { alpha2, stateByCode, stateCodes } from '#lib/states/codes.ts';
import { stateByName } from '#lib/states/recognise.ts';
import { bodyByShortName } from './bodies.ts';
import { dateInCell, type CellDateRefusal, type DateOrder } from './dates.ts';
import { folded, isDateField, type DateField, type Field, type Mapping } from './fields.ts';
import type { Status } from './status.ts';

/** What a document symbol names. */
export interface SymbolParts {
	/** As it is printed. */
	symbol: string;
	/** Null in those of other organs, which concluding observations had in the annual reports: `A/55/38`. */
	body: string | null;
	/** Null in the oldest, as `CRC/C/15/Add.117` and `CERD/C/65/CO/3`. */
	state: string | null;
	/** None in the oldest. */
	numbers: readonly number[];
	/** Whether it can be that of concluding observations: it is not said to be that of another kind of document. */
	isOfObservations: boolean;
}

/** Words of the reader's language, folded, to what they name; and how a symbol is taken apart. */
export interface Lexicon {
	bodies: ReadonlyMap<string, string>;
	duties: ReadonlyMap<string, Duty>;
	reports: ReadonlyMap<string, readonly number[]>;
	symbolIn: (text: string) => SymbolParts | null;
}

/** Why a line is no status. */
export type LineRefusal =
	| { kind: 'missing'; field: 'state' | 'body' | 'report' }
	| { kind: 'unknownState'; text: string }
	| { kind: 'unknownBody'; body: string }
	| { kind: 'notAReport'; text: string }
	| { kind: 'notASymbol'; text: string }
	/** The symbol names another cycle than the line does. */
	| { kind: 'symbolOfAnother'; text: string; field: 'state' | 'body' | 'report' }
	| { kind: 'notParagraphs'; text: string }
	| { kind: 'unknownDuty'; text: string }
	| { kind: 'badCell'; field: DateField; why: CellDateRefusal };

/** How a table is read: what its columns say, and in which order the figures of dates stand in each. */
export interface HowToRead {
	mapping: Mapping;
	orders: readonly (DateOrder | null)[];
	lexicon: Lexicon;
}

/** What a line of a table states. */
export function statusIn(
	cells: readonly string[],
	{ mapping, orders, lexicon }: HowToRead
): Result<Status, LineRefusal> {
	const told = (field: Field): string => {
		const place = mapping.indexOf(field);
		return place < 0 ? '' : (cells[place] ?? '').trim();
	};
	const written = told('symbol');
	const parts = written ? lexicon.symbolIn(written) : null;
	if (written && !parts) return refuse({ kind: 'notASymbol', text: written });
	const cycle = cycleIn(told, parts, written, lexicon);
	if (!cycle.ok) return cycle;
	const days: Partial<Record<DateField, IsoDate>> = {};
	for (const [place, field] of mapping.entries()) {
		const cell = (cells[place] ?? '').trim();
		if (!field || !isDateField(field) || isNothing(cell)) continue;
		const day = dateInCell(cell, orders[place] ?? null);
		if (!day.ok) return refuse({ kind: 'badCell', field, why: day.error });
		days[field] = day.value;
	}
	const { due, nextReportDueInPrinciple, ...plain } = days;
	const units = unitsIn(told('followUpUnits'));
	if (!units) return refuse({ kind: 'notParagraphs', text: told('followUpUnits') });
	const owed = due ? dutyIn(told('duty'), due, lexicon) : ok({});
	if (!owed.ok) return owed;
	return ok({
		...cycle.value,
		...(parts?.isOfObservations && { symbol: parts.symbol }),
		...plain,
		...(nextReportDueInPrinciple &&
			!plain.nextReportDue && { nextReportDue: nextReportDueInPrinciple, inPrinciple: true }),
		...(units.length > 0 && { followUpUnits: units }),
		...owed.value
	});
}

/** How people write that there is nothing to write. */
const isNothing = (cell: string): boolean => /^(?:|[-–—?]|n\/?a|none|tbd)$/i.test(cell);

type Cycle = Pick<Status, 'body' | 'state' | 'numbers'>;

function cycleIn(
	told: (field: Field) => string,
	parts: SymbolParts | null,
	written: string,
	lexicon: Lexicon
): Result<Cycle, LineRefusal> {
	const stateText = told('state');
	const state = stateText ? stateIn(stateText) : (parts?.state ?? undefined);
	if (!state)
		return refuse(
			stateText ? { kind: 'unknownState', text: stateText } : { kind: 'missing', field: 'state' }
		);
	const bodyText = told('body');
	const body = bodyText
		? (lexicon.bodies.get(folded(bodyText)) ?? bodyByShortName(bodyText))
		: (parts?.body ?? undefined);
	if (!body) return refuse({ kind: 'missing', field: 'body' });
	if (!procedureOf(body)) return refuse({ kind: 'unknownBody', body: bodyText || body });
	const numbers = numbersOf(told, parts, lexicon);
	if (!numbers.ok) return numbers;
	const other =
		(parts?.state && parts.state !== state && 'state') ||
		// The symbol of a protocol's document begins as that of its committee.
		(parts?.body && parts.body !== body && !body.startsWith(`${parts.body}-`) && 'body') ||
		(parts?.isOfObservations &&
			parts.numbers.length > 0 &&
			parts.numbers.join() !== numbers.value.join() &&
			'report');
	if (other) return refuse({ kind: 'symbolOfAnother', text: written, field: other });
	return ok({ body, state, numbers: numbers.value });
}

/** `AZE`, `AZ`, `CHN-HKG`, or a name in any of the six languages. */
function stateIn(text: string): string | undefined {
	const code = text.toUpperCase();
	const short = /^[A-Z]{2}$/.test(code) && stateCodes.find((one) => alpha2(one) === code);
	return short || (stateByCode(code) ?? stateByName(text));
}

function numbersOf(
	told: (field: Field) => string,
	parts: SymbolParts | null,
	{ reports }: Lexicon
): Result<readonly number[], LineRefusal> {
	const text = told('report');
	if (text) {
		const numbers = reports.get(folded(text)) ?? numbersNamed(text);
		return numbers.length ? ok(numbers) : refuse({ kind: 'notAReport', text });
	}
	if (parts?.numbers.length) return ok(parts.numbers);
	// What enters into force is followed by the first report.
	return told('entryIntoForce') && !told('adopted') && !told('submitted') && !told('considered')
		? ok([1])
		: refuse({ kind: 'missing', field: 'report' });
}

/** Paragraphs as tables have them: `16, 36 and 62 (c)`. Undefined where something else stands there. */
function unitsIn(text: string): Unit[] | undefined {
	if (isNothing(text)) return [];
	const units = text
		.toLowerCase()
		.replace(/\b(?:paragraphs?|paras?\.?|and|et|y)\b/g, ',')
		.split(/[,;\n]/)
		.map((piece) => piece.replace(/\s+/g, ''))
		.filter(Boolean);
	return units.every(isUnit) ? [...new Set(units)] : undefined;
}

/**
 * What a line of a table of what is owed says: the next report and follow-up are what concluding observations ask
 * for; the rest can only be held against what is recorded.
 */
function dutyIn(text: string, due: IsoDate, { duties }: Lexicon): Result<Partial<Status>, LineRefusal> {
	const duty = duties.get(folded(text));
	return duty ? ok({ owed: { duty, due } }) : refuse({ kind: 'unknownDuty', text });
}
