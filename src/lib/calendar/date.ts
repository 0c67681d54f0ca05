import { ok, refuse, type Result } from '#lib/result.ts';

/** A calendar day, `YYYY-MM-DD`, without time or zone. Two of them compare with `<`. */
export type IsoDate = `${number}-${number}-${number}`;

/** Why something is not a date. `noSuchDay` is for dates like 31 June: well formed, but never a day. */
export type DateRefusal =
	| { kind: 'notADate'; text: string }
	| { kind: 'noSuchMonth'; text: string; month: number }
	| { kind: 'noSuchDay'; text: string; year: number; month: number; day: number; lastDay: number };

/** Later years are slips or stand for "never"; and what follows 9999 would no longer compare as text. */
const lastYear = 2999;

const isoPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const writtenPattern = /^(\d{1,2})\s+([A-Za-z]+)\.?\s+(\d{4})$/;
const englishMonths = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december'
];

/**
 * Reads a day that a person typed: `2023-11-01`, or in English `1 November 2023` (three letters of the month
 * are enough). A day that does not exist is refused with the last day its month has; it never rolls over.
 */
export function parseDate(typed: string): Result<IsoDate, DateRefusal> {
	const text = typed.trim();
	const iso = isoPattern.exec(text);
	if (iso) return dateFromParts(Number(iso[1]), Number(iso[2]), Number(iso[3]), text);
	const written = writtenPattern.exec(text);
	if (written) {
		const month = englishMonth(written[2]!);
		if (month) return dateFromParts(Number(written[3]), month, Number(written[1]), text);
	}
	return refuse({ kind: 'notADate', text });
}

/**
 * A day from year, month (1 to 12) and day.
 * @param text what was read, for the refusal to quote; the parts themselves where nothing was
 */
export function dateFromParts(
	year: number,
	month: number,
	day: number,
	text = `${year}-${month}-${day}`
): Result<IsoDate, DateRefusal> {
	if (![year, month, day].every(Number.isInteger) || year < 1 || year > lastYear)
		return refuse({ kind: 'notADate', text });
	if (month < 1 || month > 12) return refuse({ kind: 'noSuchMonth', text, month });
	const lastDay = Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
	if (day < 1 || day > lastDay) return refuse({ kind: 'noSuchDay', text, year, month, day, lastDay });
	return ok(Temporal.PlainDate.from({ year, month, day }).toString() as IsoDate);
}

/** Whether a text is a day in the one form that is stored, and a day that exists. */
export function isIsoDate(text: string): text is IsoDate {
	return isoPattern.test(text) && parseDate(text).ok;
}

/** The month, 1 to 12, that a name or its beginning stands for; 0 where it is none. */
function englishMonth(name: string): number {
	const wanted = name.toLowerCase();
	return wanted.length < 3 ? 0 : englishMonths.findIndex((month) => month.startsWith(wanted)) + 1;
}
