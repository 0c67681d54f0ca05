import { expect, test } from 'vitest';
import type { CycleTrial } from '#lib/cycle/rules/dryRun.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';
import { changedRows, narrowRows } from './rows.ts';

const owed = (due: Owed['dates'][number]['due']): Owed => ({
	id: 'CMW/AZE/1#initialReport-1',
	stream: 'CMW/AZE/1',
	duty: 'initialReport',
	units: [],
	reportNumbers: [],
	openedBy: { on: '2025-01-15' },
	dates: [
		{ due, certainty: due ? 'exact' : 'undated', basis: due ? 'computed' : 'unstated', from: '2025-01-15' }
	],
	ending: null
});
const trial = (stream: string, before: Owed | null, after: Owed | null): CycleTrial => ({
	stream,
	proposal: { stream, type: 'ProcedureChanged', on: '2026-01-01', data: {}, source: null },
	deadlines: [{ id: `${stream}#initialReport-1`, stream, before, after }],
	compared: [],
	refused: [],
	taken: []
});
const rows = changedRows(
	[
		trial('CMW/AZE/1', owed('2026-01-15'), owed('2027-01-15')),
		trial('CMW/CIV/1', owed('2026-01-15'), null),
		trial('CMW/BLZ/1', owed(null), owed('2027-01-15'))
	],
	'2026-02-14'
);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('a changed deadline is said with its date and standing, before and after', () => {
	expect(rows.map(({ before, after }) => [plain(before), plain(after)])).toEqual([
		['due 15 January 2026, computed (30 days overdue)', 'due 15 January 2027, computed (in 335 days)'],
		['due 15 January 2026, computed (30 days overdue)', 'not owed'],
		['no date set', 'due 15 January 2027, computed (in 335 days)']
	]);
});

test.each([
	['', 3],
	['azerbaijan', 1],
	['cote', 1],
	['initial NOT', 1],
	['2027', 2],
	['nothing of the kind', 0]
])('“%s” finds %d', (typed, found) => expect(narrowRows(rows, typed)).toHaveLength(found));
