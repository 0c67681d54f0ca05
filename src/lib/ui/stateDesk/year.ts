import type { IsoDate } from '#lib/calendar/date.ts';
import { dayNumber, type DayNumber } from '#lib/calendar/dayNumber.ts';
import { shiftDate } from '#lib/calendar/interval.ts';
import { isOwedToCommittee } from '#lib/cycle/timeline/owed.ts';
import type { ObligationOnDay } from '#lib/cycle/timeline/views.ts';
import { inOrderOfBodies } from '#lib/procedures/index.ts';

/** Twelve months: a quarter back, three ahead. */
const [back, ahead] = ['P3M', 'P9M'] as const;
/** How much of the year's width a mark takes. */
const markWidth = 0.075;

/** Something on the line of one treaty body. Places are parts of the year, from 0 at its start to 1 at its end. */
export interface YearMark {
	seen: ObligationOnDay;
	at: number;
	/** What a committee is owed bears its name, after the mark or, near the end, before it. */
	name: 'after' | 'before' | null;
	/** From the due day to the day one looks from, or to that on which it came; null where it is not late. */
	late: { from: number; to: number } | null;
	row: number;
}

export interface Lane {
	body: string;
	marks: YearMark[];
	rows: number;
}

export interface Year {
	from: IsoDate;
	to: IsoDate;
	/** Where the day one looks from is. */
	now: number;
	/** The beginnings of months, and where they are. */
	months: { on: IsoDate; at: number }[];
	lanes: Lane[];
}

/**
 * The year around a day, with a line for each treaty body: what was due or done in it, what is due, and at its start
 * what has been overdue for longer. Marks that would lie on each other stand in rows of their own.
 * @param seen in any order
 * @param namedWidth how much of the year's width a mark takes with its name beside it
 */
export function yearOf(seen: readonly ObligationOnDay[], asOf: IsoDate, namedWidth: number): Year {
	const [from, to] = [shiftDate(asOf, back, 'before'), shiftDate(asOf, ahead)];
	const [first, last] = [dayNumber(from), dayNumber(to)];
	const placeOf = (day: DayNumber): number => (day - first) / (last - first);
	const today = dayNumber(asOf);
	const marks = seen.flatMap((one) => markOf(one, today, placeOf, namedWidth));
	const byBody = Map.groupBy(marks, (mark) => mark.seen.obligation.stream.split('/')[0]!);
	return {
		from,
		to,
		now: placeOf(today),
		months: monthsFrom(from, to).map((on) => ({ on, at: placeOf(dayNumber(on)) })),
		lanes: [...byBody]
			.sort(([one], [other]) => inOrderOfBodies(one, other))
			.map(([body, ofBody]) => ({ body, ...inRows(ofBody, namedWidth) }))
	};
}

function markOf(
	seen: ObligationOnDay,
	today: DayNumber,
	placeOf: (day: DayNumber) => number,
	namedWidth: number
): YearMark[] {
	const { standing, date, obligation } = seen;
	const on = 'on' in standing ? standing.on : date.due;
	if (!on) return [];
	const place = placeOf(dayNumber(on));
	// What has been overdue for longer than the year shows stands at its very start.
	if ((place < 0 && standing.kind !== 'overdue') || place > 1) return [];
	const at = Math.max(0, place);
	// Where neither side has all the room that it may take, it takes what there is on the wider one.
	const side = at + namedWidth <= 1 || at < 0.5 ? 'after' : 'before';
	const name = isOwedToCommittee(obligation) ? side : null;
	const days = daysLateOf(seen);
	const until = standing.kind === 'overdue' ? today : dayNumber(on);
	const late = days ? { from: Math.max(0, placeOf(until - days)), to: placeOf(until) } : null;
	return [{ seen, at, name, late, row: 0 }];
}

/** Whole days by which something is overdue or came too late; 0 where it is not late, or nobody can say. */
function daysLateOf({ standing }: ObligationOnDay): number {
	if (standing.kind === 'overdue') return standing.days;
	return ('daysLate' in standing && standing.daysLate) || 0;
}

/** Puts each mark into the first row that has room for it; what committees are owed come first. */
function inRows(marks: readonly YearMark[], namedWidth: number): { marks: YearMark[]; rows: number } {
	const rows: { from: number; to: number }[][] = [];
	const ordered = marks.toSorted(
		(one, other) => Number(!one.name) - Number(!other.name) || one.at - other.at
	);
	const placed = ordered.map((mark) => {
		const span = spanOf(mark, namedWidth);
		let row = rows.findIndex((taken) => taken.every(({ from, to }) => span.to <= from || to <= span.from));
		if (row < 0) row = rows.push([]) - 1;
		rows[row]!.push(span);
		return { ...mark, row };
	});
	// In the order of time, as one goes through them.
	return { marks: placed.sort((one, other) => one.at - other.at), rows: rows.length };
}

/** What a mark takes of its row: itself, its name, and how late it is. */
function spanOf({ at, name, late }: YearMark, namedWidth: number): { from: number; to: number } {
	const half = markWidth / 2;
	const from = name === 'before' ? at - namedWidth : at - half;
	const to = name === 'after' ? at + namedWidth : at + half;
	return { from: Math.min(from, late?.from ?? from), to: Math.max(to, late?.to ?? to) };
}

function monthsFrom(from: IsoDate, to: IsoDate): IsoDate[] {
	const months: IsoDate[] = [];
	let on = shiftDate(`${from.slice(0, 7)}-01` as IsoDate, 'P1M');
	for (; on <= to; on = shiftDate(on, 'P1M')) months.push(on);
	return months;
}
