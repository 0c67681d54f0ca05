import { expect, test } from 'vitest';
import { outlineStream, type Outline } from '#lib/cycle/outline/outline.ts';
import { obligationsOn } from '#lib/cycle/timeline/views.ts';
import { envelope } from '#lib/cycle/testing/facts.ts';
import { guess } from '#lib/exchange/statuses/fields.ts';
import { everything } from '#lib/monitor/selection.ts';
import { stepsTaken } from '#lib/monitor/stepsTaken.ts';
import { lateTable, lateTableInWords, lateWords } from './lateTable.ts';
import { tableWords } from './statuses.ts';

const stream = 'CED/TCD/1';
const log = [
	envelope('TreatyEnteredIntoForce', '2012-08-01', {
		deadline: { kind: 'exact', due: '2014-08-01', basis: 'stated' }
	}),
	envelope('ReminderSent', '2016-05-03', { duty: 'initialReport' }),
	envelope('ReminderSent', '2016-06-03', { duty: 'initialReport' })
].map((event) => ({ ...event, stream }));
const outline = outlineStream(stream, log) as Outline;

test('the late table gives days as ISO 8601 and as numbers, and codes beside names, for other programs', () => {
	const { columns, rows } = lateTable(obligationsOn([outline], '2016-08-01'), '2016-08-01', () =>
		stepsTaken(outline.obligations[0]!, '2016-08-01', () => outline)
	);
	expect(rows).toEqual([
		[
			'Chad',
			'TCD',
			'CED',
			'1',
			'Initial report',
			'initialReport',
			'2014-08-01',
			'731',
			'2016-05-03; 2016-06-03'
		]
	]);
	const names = columns.map(({ name }) => name);
	const read = [null, 'state', 'body', 'report', null, 'duty', 'due', null, null];
	expect(guess(names, tableWords().heads)).toEqual(read);
});

test('on paper days and steps are told in words, and no code of a program stands there', () => {
	const { columns, rows } = lateTableInWords(obligationsOn([outline], '2016-08-01'), '2016-08-01', () =>
		stepsTaken(outline.obligations[0]!, '2016-08-01', () => outline)
	);
	expect(rows).toEqual([
		[
			'Chad',
			'CED',
			'1',
			'Initial report',
			'1\u00a0August 2014',
			'731',
			expect.stringMatching(/^2 reminders, the last 3\s+June\s+2016$/)
		]
	]);
	expect(columns).toHaveLength(rows[0]!.length);
});

test('on paper stands what was left out, and that a world is invented', () => {
	const view = { asOf: '2016-08-01', knownAt: null, isInvented: false, isRightToLeft: false } as const;
	const plain = lateWords({ ...view, selection: everything });
	expect(plain).toMatchObject({
		title: 'Late and non-reporting States, as of 1\u00a0August 2016',
		lead: [],
		foot: expect.stringContaining('not a United Nations product')
	});
	const selection = { ...everything, bodies: ['CED'], group: 'soon', late: 5 } as const;
	const { lead } = lateWords({ ...view, selection, knownAt: '2015-03-01T22:59:59.999Z', isInvented: true });
	expect(lead).toEqual([
		expect.stringContaining('An invented world.'),
		'As it was known on 1\u00a0March 2015.',
		'Narrowed to: CED and Over 5\u00a0years.'
	]);
});
