import { expect, test } from 'vitest';
import { planFromRows } from './rows.ts';

const row = ['CMW/AZE/3#followUp-1', '2023-11-01', 'draft', 'Draft', '', '2023-06-01', ''];
const withCell = (place: number, text: string) => row.map((cell, other) => (other === place ? text : cell));

test.each([
	['no obligation', [withCell(0, '')], { row: 0, column: 'obligation', kind: 'missing' }],
	['no day', [row, withCell(5, ' ')], { row: 1, column: 'due', kind: 'missing' }],
	['a day that there is not', [withCell(5, '2023-06-31')], { row: 0, column: 'due', kind: 'notADate' }],
	[
		'a day as a spreadsheet likes it',
		[withCell(6, '01/06/2023')],
		{ row: 0, column: 'done', kind: 'notADate' }
	],
	['a key with a space', [withCell(2, 'first draft')], { row: 0, column: 'id', kind: 'notAKey' }],
	['a step twice', [row, row], { row: 1, column: 'id', kind: 'twice' }],
	[
		'two days to work back from',
		[row, withCell(1, '2023-12-01').with(2, 'send')],
		{ row: 1, column: 'plannedFrom', kind: 'anotherDay' }
	]
])('rows with %s are refused, with the place', (_, rows, error) =>
	expect(planFromRows(rows)).toEqual({ ok: false, error: [error] })
);

test('every row at fault is named, and then no plan is given', () => {
	const read = planFromRows([withCell(0, ''), row, withCell(5, '?')]);
	expect(read).toMatchObject({ ok: false, error: [{ row: 0 }, { row: 2, column: 'due' }] });
});

test('empty rows at the end are passed over', () =>
	expect(planFromRows([row, row.map(() => '')])).toMatchObject({
		ok: true,
		value: [{ steps: { length: 1 } }]
	}));
