import { dateFromParts, type DateRefusal, type IsoDate } from '#lib/calendar/date.ts';
import type { Result } from '#lib/result.ts';
import { monthNumber, monthPattern } from './months.ts';

/** A day as a text writes it, at its place in the flow; refused where no such day exists. */
export interface WrittenDay {
	from: number;
	to: number;
	day: Result<IsoDate, DateRefusal>;
}

/** Days written together: "4 and 5 October 2021", "27 September–8 October 2021". */
export interface WrittenDays {
	from: number;
	to: number;
	days: WrittenDay[];
	/** Whether a dash or "to" joins them, so that the days between belong too. */
	isRange: boolean;
}

const dayNumber = String.raw`(\d{1,2})(?:er|st|nd|rd|th|º)?`;
const month = String.raw`(?:de |of )?(${monthPattern})\b\.?`;
/** A line of a PDF may split a year: "20 21". */
const year = String.raw`,?(?: del? | )(\d{4}|\d\d \d\d)(?!\d)`;

const dayFirst = new RegExp(String.raw`(?<![\d.,/])${dayNumber} ${month}${year}`, 'giu');
const monthFirst = new RegExp(String.raw`\b(${monthPattern})\.? (\d{1,2}), (\d{4})(?!\d)`, 'giu');
const dotted = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\d.]?\d)/g;
const earlierDay = new RegExp(
	String.raw`(?<![\d.,/])${dayNumber}(?: ${month})?(,? (?:and|et|y|e) |, | ?[–—-] ?| (?:to|a|al|à|au) (?:el )?)$`,
	'iu'
);
const monthAlone = new RegExp(String.raw`\b(${monthPattern})(?: de| del|,)? (\d{4})(?!\d)`, 'giu');

/** How far back the days before the last one of a list can reach. */
const reach = 60;

/** Every day written in a text, in order, with those that share its month and year. */
export function daysIn(text: string): WrittenDays[] {
	const found: WrittenDays[] = [];
	for (const match of text.matchAll(dayFirst)) {
		const [whole, day, name, writtenYear] = match;
		const last = written(match.index, whole, Number(day), monthNumber(name!)!, yearOf(writtenYear!));
		found.push(withEarlierDays(text, last, monthNumber(name!)!, yearOf(writtenYear!), found.at(-1)?.to ?? 0));
	}
	for (const match of text.matchAll(monthFirst)) {
		const [whole, name, day, writtenYear] = match;
		found.push(alone(written(match.index, whole, Number(day), monthNumber(name!)!, Number(writtenYear))));
	}
	for (const match of text.matchAll(dotted)) {
		const [whole, day, number, writtenYear] = match;
		found.push(alone(written(match.index, whole, Number(day), Number(number), Number(writtenYear))));
	}
	return joinRanges(
		text,
		found.sort((one, other) => one.from - other.from)
	);
}

/** Months named without a day: "in February 2026". */
export function monthsIn(text: string): { from: number; to: number }[] {
	return [...text.matchAll(monthAlone)]
		.filter(
			({ index }) => !/\d(?:er|st|nd|rd|th|º)?(?: de| of)? $/.test(text.slice(Math.max(0, index - 8), index))
		)
		.map(({ index, 0: { length } }) => ({ from: index, to: index + length }));
}

const yearOf = (writtenYear: string): number => Number(writtenYear.replace(' ', ''));
const alone = (day: WrittenDay): WrittenDays => ({ from: day.from, to: day.to, days: [day], isRange: false });

function written(
	from: number,
	text: string,
	day: number,
	monthOfYear: number,
	yearNumber: number
): WrittenDay {
	return { from, to: from + text.length, day: dateFromParts(yearNumber, monthOfYear, day, text) };
}

function withEarlierDays(
	text: string,
	last: WrittenDay,
	lastMonth: number,
	lastYear: number,
	notBefore: number
): WrittenDays {
	const days = [last];
	let [from, nextMonth, isRange] = [last.from, lastMonth, false];
	for (;;) {
		const start = Math.max(notBefore, from - reach);
		const match = earlierDay.exec(text.slice(start, from));
		if (!match) break;
		const [whole, day, name, joint] = match;
		nextMonth = name ? monthNumber(name)! : nextMonth;
		from = start + match.index;
		isRange ||= /[–—-]|to|a|à/.test(joint!.replace(/and/i, ''));
		days.unshift(written(from, whole.slice(0, -joint!.length), Number(day), nextMonth, lastYear));
	}
	return { from, to: last.to, days, isRange };
}

const dash = /^ ?(?:[–—-]|to|a|al|au|à) ?$/;

/** "29 December 2021–3 January 2022": two whole dates with only a dash or "to" between them are one stretch. */
function joinRanges(text: string, groups: readonly WrittenDays[]): WrittenDays[] {
	const joined: WrittenDays[] = [];
	for (const group of groups) {
		const open = joined.at(-1);
		if (open && dash.test(text.slice(open.to, Math.min(group.from, open.to + 5))))
			joined.splice(-1, 1, { ...open, to: group.to, days: [...open.days, ...group.days], isRange: true });
		else joined.push(group);
	}
	return joined;
}
