import type { IsoDate } from '#lib/calendar/date.ts';
import type { Held } from '#lib/cycle/knowledge.ts';
import { changeOn, type CycleTrial } from '#lib/cycle/rules/dryRun.ts';
import type { OwedDate } from '#lib/cycle/timeline/owed.ts';
import type { Standing } from '#lib/cycle/timeline/views.ts';
import { m } from '#lib/words/catalogue/messages.js';
import { cycleShortOf } from '#lib/words/names.ts';
import { dueWords, obligationTitle } from '#lib/words/obligation.ts';
import { standingWords } from '#lib/words/standing.ts';

/** One deadline that would change, in words. */
export interface ChangedRow extends Held<string> {
	id: string;
	stream: string;
	/** "Azerbaijan before CMW, third periodic report". */
	cycle: string;
	owed: string;
}

/** Every deadline that would change, as it is seen on a day, in the order of the cycles. */
export function changedRows(trials: readonly CycleTrial[], asOf: IsoDate): ChangedRow[] {
	return trials.flatMap(({ stream, deadlines }) => {
		const cycle = cycleShortOf(stream);
		return deadlines.map((deadline): ChangedRow => {
			const { before, after } = changeOn(deadline, asOf);
			const owed = obligationTitle((deadline.after ?? deadline.before)!);
			return { id: deadline.id, stream, cycle, owed, before: seenWords(before), after: seenWords(after) };
		});
	});
}

function seenWords(seen: { date: OwedDate; standing: Standing | null } | null): string {
	if (!seen) return m.procedures_not_owed();
	const date = dueWords(seen.date);
	// What has no date says so already.
	if (!seen.standing || seen.standing.kind === 'noDate') return date;
	return m.procedures_date_and_standing({ date, standing: standingWords(seen.standing) });
}

/** The rows that hold every word typed, wherever it stands, whatever its case or accents. */
export function narrowRows(rows: readonly ChangedRow[], typed: string): ChangedRow[] {
	const words = plain(typed).split(' ').filter(Boolean);
	return rows.filter(({ stream, cycle, owed, before, after }) => {
		const text = plain([stream, cycle, owed, before, after].join(' '));
		return words.every((word) => text.includes(word));
	});
}

const plain = (text: string): string =>
	text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
