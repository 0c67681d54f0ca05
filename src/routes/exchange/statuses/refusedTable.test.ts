import { expect, test } from 'vitest';
import { refusedTable } from './refusedTable.ts';

const line = (cells: string[]) => [
	{
		line: 7,
		stream: null,
		outcome: { kind: 'refused', why: { kind: 'unknownState', text: 'Atlantis' } },
		cells
	} as const
];
const why = '“Atlantis” is no State that is known here.';

test('refused lines come out as they came, each with its line and why', () => {
	const { columns, rows } = refusedTable(['State', 'Body'], line(['Atlantis', 'CAT']));
	expect(columns.map(({ name }) => name)).toEqual(['State', 'Body', 'Line', 'Reason']);
	expect(rows).toEqual([['Atlantis', 'CAT', '7', why]]);
});

test('what is refused twice says where and why it was refused last', () => {
	const { columns, rows } = refusedTable(['State', 'Line', 'Reason'], line(['Atlantis', '3', 'x']));
	expect(columns.map(({ name }) => name)).toEqual(['State', 'Line', 'Reason']);
	expect(rows).toEqual([['Atlantis', '7', why]]);
});
