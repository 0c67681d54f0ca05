import { dateFromParts, type DateRefusal, type IsoDate } from '#lib/calendar/date.ts';
import { refuse, type Result } from '#lib/result.ts';

/** What the figures of a date stand for where the year comes last: `01/02/2026`. */
export type DateOrder = 'dayMonth' | 'monthDay';

/** Why a cell is no date. `orderUnknown`: its figures can be read in two ways. */
export type CellDateRefusal =
	DateRefusal | { kind: 'orderUnknown'; text: string } | { kind: 'shortYear'; text: string };

const yearFirst = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const yearLast = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{2}|\d{4})\.?$/;
const dayWord =
	/^(\d{1,2})(?:er|st|nd|rd|th|º)?[\s./-]+(?:de |of )?([\p{L}\p{M} ]+?)\.?[\s./,-]+(?:de |del )?(\d{4})(?:\s*(?:г\.?|года|م))?$/u;
const wordDay = /^([\p{L}\p{M}]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u;

/** No date is longer, in any language. */
const longestDate = 60;

/**
 * The day that a cell of a table states: ISO, in figures, or with the name of the month in any of the six languages.
 * A day that does not exist is refused and never rolled over; two figures are no year.
 * @param order what comes first where the year comes last; null where nobody has said, and then a date that could be
 * either is refused
 */
export function dateInCell(cell: string, order: DateOrder | null): Result<IsoDate, CellDateRefusal> {
	const text = inWesternFigures(cell).trim();
	if (text.length > longestDate) return refuse({ kind: 'notADate', text: `${text.slice(0, longestDate)}…` });
	// A spreadsheet adds the hour it thinks a date has.
	const day = text.replace(/[T ]00:00(?::00(?:\.0+)?)?Z?$/, '');
	const first = yearFirst.exec(day);
	if (first) return dateFromParts(Number(first[1]), Number(first[2]), Number(first[3]), text);
	const last = yearLast.exec(day);
	if (last) return inFigures(Number(last[1]), Number(last[2]), last[3]!, order, text);
	const [, dayOf, month, year] = dayWord.exec(day) ?? swapped(wordDay.exec(day)) ?? [];
	const number = month && monthNamed(month);
	if (!number) return refuse({ kind: 'notADate', text });
	return dateFromParts(Number(year), number, Number(dayOf), text);
}

const swapped = (match: RegExpExecArray | null): string[] | null =>
	match && [match[0], match[2]!, match[1]!, match[3]!];

function inFigures(
	one: number,
	two: number,
	year: string,
	order: DateOrder | null,
	text: string
): Result<IsoDate, CellDateRefusal> {
	if (year.length < 4) return refuse({ kind: 'shortYear', text });
	const dayFirst = dateFromParts(Number(year), two, one, text);
	const monthFirst = dateFromParts(Number(year), one, two, text);
	if (order) return order === 'dayMonth' ? dayFirst : monthFirst;
	if (dayFirst.ok && monthFirst.ok && dayFirst.value !== monthFirst.value)
		return refuse({ kind: 'orderUnknown', text });
	return dayFirst.ok ? dayFirst : monthFirst;
}

/**
 * What the figures of a column stand for, as far as its cells show: the order in which all of them are days; null
 * where some could be either and none decides, or where they contradict each other.
 */
export function orderIn(cells: Iterable<string>): DateOrder | null | 'notNeeded' {
	const seen = { dayMonth: 0, monthDay: 0, either: 0 };
	for (const cell of cells) {
		const match = yearLast.exec(inWesternFigures(cell).trim());
		if (!match) continue;
		const [one, two] = [Number(match[1]), Number(match[2])];
		if (one > 12 && two <= 12) seen.dayMonth += 1;
		else if (two > 12 && one <= 12) seen.monthDay += 1;
		else if (one !== two) seen.either += 1;
	}
	if (seen.dayMonth && !seen.monthDay) return 'dayMonth';
	if (seen.monthDay && !seen.dayMonth) return 'monthDay';
	return seen.either || seen.dayMonth ? null : 'notNeeded';
}

/** Arabic and Persian figures as Western ones. */
const inWesternFigures = (text: string): string =>
	// Most cells of most tables are plain, and there may be a million of them.
	!/[\u0080-\uffff]/.test(text)
		? text
		: text
				.replace(/[\u0660-\u0669]/g, (figure) => `${figure.charCodeAt(0) - 0x660}`)
				.replace(/[\u06f0-\u06f9]/g, (figure) => `${figure.charCodeAt(0) - 0x6f0}`)
				.replace(/[\u200e\u200f\u061c]/g, '')
				.replace(/\u00a0|\u202f/g, ' ');

/** The six languages of the United Nations; Arabic names its months in two ways. */
const languages = ['ar', 'ar-SY', 'zh', 'en', 'fr', 'ru', 'es'];

let months: Map<string, number> | undefined;

/** The month, 1 to 12, of a name or its short form, alone or as it is bent in a date; undefined for other words. */
function monthNamed(name: string): number | undefined {
	months ??= namesOfMonths();
	return months.get(foldedMonth(name));
}

function namesOfMonths(): Map<string, number> {
	const names = new Map<string, number>();
	for (const language of languages)
		for (const month of ['long', 'short'] as const)
			for (const day of [undefined, 'numeric'] as const) {
				const format = new Intl.DateTimeFormat(language, {
					month,
					day,
					calendar: 'gregory',
					timeZone: 'UTC'
				});
				for (let number = 1; number <= 12; number += 1) {
					const parts = format.formatToParts(Date.UTC(2001, number - 1, 15, 12));
					const named = foldedMonth(parts.find(({ type }) => type === 'month')?.value ?? '');
					if (/\p{L}/u.test(named) && !names.has(named)) names.set(named, number);
				}
			}
	return names;
}

const foldedMonth = (name: string): string =>
	name.normalize('NFD').replace(/\p{M}/gu, '').replace(/\./g, '').replace(/\s+/g, ' ').trim().toLowerCase();
