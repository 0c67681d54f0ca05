import type { ObligationOnDay } from '#lib/cycle/timeline/views.ts';
import type { IsoDate } from '#lib/calendar/date.ts';
import { dayNumber, type DayNumber } from '#lib/calendar/dayNumber.ts';

/**
 * How an obligation is drawn.
 * - `late`: a bar from the due day to the day one looks from.
 * - `ahead`: a fine line from that day to the due day, and a mark at its end.
 * - `metLate`: a thin bar from the due day to the day of receipt; `done`: a point where it ended.
 * - `undated`: in the band of what has no date.
 */
export type Shape = 'late' | 'ahead' | 'metLate' | 'done' | 'undated';

/** One obligation in the picture. `from` and `to` are the same day where it is a point. */
export interface Mark {
	id: string;
	seen: ObligationOnDay;
	shape: Shape;
	from: DayNumber;
	to: DayNumber;
	/** The day that the mark is about: when it is due, or when it ended. */
	at: DayNumber;
	/** "In principle": drawn dashed. */
	provisional: boolean;
	/** Days it was due before its date moved; they stay visible. */
	former: readonly DayNumber[];
}

/** What the picture shows: what is owed, what has no date, and what is done, each in the order given. */
export interface Marks {
	owed: Mark[];
	done: Mark[];
	undated: Mark[];
}

export function marksOf(seen: readonly ObligationOnDay[], asOf: IsoDate): Marks {
	const marks = seen.map((one) => markOf(one, asOf));
	return {
		owed: marks.filter(({ shape }) => shape === 'late' || shape === 'ahead'),
		done: marks.filter(({ shape }) => shape === 'metLate' || shape === 'done'),
		undated: marks.filter(({ shape }) => shape === 'undated')
	};
}

/** Every day on which something is drawn. */
export const daysOf = ({ owed, done }: Marks): DayNumber[] =>
	[...owed, ...done].flatMap(({ from, to, former }) => [from, to, ...former]);

function markOf(seen: ObligationOnDay, asOf: IsoDate): Mark {
	const { obligation, standing, date } = seen;
	const today = dayNumber(asOf);
	const due = date.due === null ? null : dayNumber(date.due);
	const mark = (shape: Shape, from: DayNumber, to: DayNumber, at: DayNumber): Mark => ({
		id: obligation.id,
		seen,
		shape,
		from,
		to,
		at,
		provisional: date.certainty === 'provisional',
		former: formerDays(seen, asOf)
	});
	if (standing.kind === 'overdue' && due !== null) return mark('late', due, today, due);
	if ((standing.kind === 'dueIn' || standing.kind === 'dueToday') && due !== null)
		return mark('ahead', today, due, due);
	if ('on' in standing) {
		const on = dayNumber(standing.on);
		const late = 'daysLate' in standing ? (standing.daysLate ?? 0) : 0;
		return late > 0 ? mark('metLate', on - late, on, on) : mark('done', on, on, on);
	}
	return mark('undated', today, today, today);
}

/** The days it was due before the one in force, as known on the day one looks from. */
function formerDays({ obligation, date }: ObligationOnDay, asOf: IsoDate): DayNumber[] {
	const days = obligation.dates
		.filter(({ due, from }, place) => due !== null && due !== date.due && (place === 0 || from <= asOf))
		.map(({ due }) => dayNumber(due!));
	return [...new Set(days)];
}

/** Where each row of the picture lies, in pixels from its top, and how tall a row is. */
export interface Rows {
	/** Whether the rows are tall enough to be written on. */
	labelled: boolean;
	row: number;
	/** The top of the first row of what is owed. */
	owedFrom: number;
	/** The line of time itself. */
	axis: number;
	doneFrom: number;
	/** The top of the band of what has no date, and of the first row in it, beneath its name. */
	bandFrom: number;
	undatedFrom: number;
	height: number;
}

const labelledRow = 40;
const mostLabelled = 12;
const densePicture = 480;
const [leastRow, mostDenseRow] = [4, 16];
/** Above the rows: the name of the day one looks from. Around the line: the names of years and months. */
const [head, aboveAxis, belowAxis, gap] = [32, 8, 36, 8];
/** The name of the band of what has no date; and, where it is dense, how far apart its marks stand. */
const [bandHead, apart] = [24, 20];

/**
 * Lays out the rows: one for each obligation, so that none ever lies on another, however near one looks. What
 * is owed stands above the line of time, what is done beneath it, what has no date in a band at the foot.
 * @param width of the picture, in pixels
 */
export function rowsOf({ owed, done, undated }: Marks, width: number): Rows {
	const dated = owed.length + done.length;
	const labelled = dated + undated.length <= mostLabelled;
	const row = labelled
		? labelledRow
		: Math.min(mostDenseRow, Math.max(leastRow, Math.floor(densePicture / Math.max(1, dated))));
	const axis = head + owed.length * row + aboveAxis;
	const doneFrom = axis + belowAxis;
	const bandFrom = doneFrom + done.length * row + gap;
	const undatedFrom = bandFrom + (undated.length ? bandHead : 0);
	const band = labelled ? undated.length * row : Math.ceil(undated.length / perLine(width)) * apart;
	return {
		labelled,
		row,
		owedFrom: head,
		axis,
		doneFrom,
		bandFrom,
		undatedFrom,
		height: undatedFrom + band
	};
}

/** A place in the band of what has no date: a row of its own, or one of many side by side. */
export function undatedPlace(
	{ labelled, row, undatedFrom }: Rows,
	width: number,
	place: number
): { fromStart: number; top: number; height: number } {
	if (labelled) return { fromStart: 0, top: undatedFrom + place * row, height: row };
	const line = Math.floor(place / perLine(width));
	return { fromStart: (place % perLine(width)) * apart, top: undatedFrom + line * apart, height: apart };
}

/** How many marks stand side by side. */
const perLine = (width: number): number => Math.max(1, Math.floor(width / apart));
