import type { RegisterRow } from '#lib/cycle/preparation/onDay.ts';
import { printUnit } from '#lib/cycle/units.ts';
import { m } from '#lib/words/catalogue/messages.js';
import { bodyName, dutyName } from '#lib/words/names.ts';
import { progressName } from '#lib/words/preparation.ts';
import { holdsAll } from '../narrowing.ts';

/** How far an answer has come, in a word; "not begun" where nobody has said. */
export const progressWords = ({ progress }: Pick<RegisterRow, 'progress'>): string =>
	progress ? progressName(progress) : m.preparation_progress_none();

/** The shape before it: fuller as it comes nearer to being approved. */
export const progressSigns: Readonly<Record<NonNullable<RegisterRow['progress']> | 'none', string>> = {
	none: '○',
	assigned: '◔',
	drafted: '◑',
	consulted: '◕',
	approved: '●'
};

/** By what rows of the register are known: the obligation and the unit. */
export const keyOf = ({ obligation, unit }: RegisterRow): string => `${obligation.obligation.id} ${unit}`;

/**
 * The rows that hold every word typed: of who does it, of how far it is, of the topic, the unit in either way of
 * writing it, the committee. A number is the beginning of a paragraph's, so that `6` does not find 16.
 */
export const narrowRegister = (rows: readonly RegisterRow[], typed: string): RegisterRow[] =>
	rows.filter((row) => holdsAll(textOf(row), typed));

function textOf(row: RegisterRow): string {
	const { duty, stream } = row.obligation.obligation;
	const body = stream.split('/')[0]!;
	return [
		row.unit,
		printUnit(row.unit),
		row.topic ?? '',
		body,
		bodyName(body),
		dutyName(duty),
		row.responsible || m.preparation_nobody(),
		progressWords(row)
	].join(' ');
}
