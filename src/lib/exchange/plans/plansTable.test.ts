import { describe, expect, test } from 'vitest';
import { planColumns } from '#lib/cycle/preparation/rows.ts';
import { readWhole } from '../table/readTable.ts';
import { plansIn, type PlanHeads } from './plansTable.ts';

const heads: Pick<PlanHeads, 'columns'> = {
	columns: {
		obligation: 'Key of what is owed',
		plannedFrom: 'Worked back from',
		id: 'Key of the step',
		step: 'Step',
		responsible: 'Responsible',
		due: 'To be done by',
		done: 'Done on'
	}
};
const read = (...lines: string[]) => plansIn(readWhole(lines.join('\n'), ','), heads);
const head = Object.values(heads.columns).join(',');
const draft = 'CMW/AZE/3#followUp-1,2023-11-01,draft,Draft,Ministry of Justice,2023-06-01,';
const told = {
	for: 'CMW/AZE/3#followUp-1',
	due: '2023-11-01',
	steps: [{ id: 'draft', name: 'Draft', responsible: 'Ministry of Justice', due: '2023-06-01', doneOn: null }]
};

describe('the columns of a table of plans', () => {
	test.each([
		['their heads, in any order', `Done on,${head.replace(',Done on', '')}`, `,${draft.slice(0, -1)}`],
		['their keys', planColumns.join(','), draft],
		['their places, where no head is known', 'A,B,C,D,E,F,G,H', `${draft},more`]
	])('are known by %s', (_, names, line) => {
		expect(read(names, line)).toMatchObject({ ok: true, value: { plans: [told] } });
	});

	test('are named where some are missing', () => {
		expect(read(head.replace('Done on', 'Ready').replace('Step,', 'Task,'), draft)).toMatchObject({
			error: { kind: 'columnsMissing', columns: ['step', 'done'] }
		});
		expect(read('A,B', '1,2')).toMatchObject({ error: { kind: 'columnsMissing', columns: planColumns } });
	});
});

test('days as a spreadsheet writes them are read where that is possible in one way only', () => {
	const sure = draft.replace('2023-06-01', '01/06/2023');
	expect(read(head, sure)).toMatchObject({
		error: { faults: [{ line: 2, column: 'due', kind: 'notADate' }] }
	});
	const other = draft.replace('draft,Draft', 'send,Send').replace('2023-06-01,', '01/07/2023,25/06/2023');
	expect(read(head, sure, other)).toMatchObject({
		value: { plans: [{ steps: [{ due: '2023-06-01' }, { due: '2023-07-01', doneOn: '2023-06-25' }] }] }
	});
});

test('every line at fault is named by its place in the file, and nothing is read', () => {
	expect(
		read(head, draft.replace('Draft', '"two\nlines"'), '', draft.replace('draft', ''), '"open', draft)
	).toEqual({
		ok: false,
		error: {
			kind: 'lines',
			faults: [
				{ line: 5, kind: 'missing', column: 'id' },
				{ line: 6, kind: 'fileFault', fault: 'quoteNotClosed' },
				{ line: 7, kind: 'twice', column: 'id' }
			]
		}
	});
});
