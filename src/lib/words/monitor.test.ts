import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { outlineStream, type Outline } from '#lib/cycle/outline/outline.ts';
import { envelope } from '#lib/cycle/testing/facts.ts';
import { Monitor } from '#lib/monitor/monitor.ts';
import { everything } from '#lib/monitor/selection.ts';
import { stepsTaken } from '#lib/monitor/stepsTaken.ts';
import { cellSentence, narrowedBy, overdueTotal, stepsWords } from './monitor.ts';
import { overdueSpan, spanWords } from './span.ts';

/** Without the spaces that keep a line from breaking. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

const stream = 'CED/TCD/1';
const log = [
	envelope('TreatyEnteredIntoForce', '2012-08-01', {
		deadline: { kind: 'exact', due: '2014-08-01', basis: 'stated' }
	}),
	envelope('ReminderSent', '2016-05-03', { duty: 'initialReport' })
].map((event) => ({ ...event, stream }));
const outline = outlineStream(stream, log) as Outline;
const monitor = new Monitor(new Map([[stream, outline]]), (state) => state);
const cellOn = (day: IsoDate) => cellSentence('TCD', 'CED', monitor.board(day, everything).cell(0, 0), day);

describe('how long', () => {
	test.each([
		['2014-08-01', '2025-11-01', '11 years and 3 months'],
		['2014-08-01', '2025-08-01', '11 years'],
		['2024-02-29', '2025-02-28', '1 year'],
		['2024-08-01', '2025-07-31', '364 days'],
		['2025-07-30', '2025-07-31', '1 day']
	] as const)('from %s to %s is %s', (from, to, words) => {
		expect(plain(spanWords(from, to))).toBe(words);
	});

	test('a number and what it counts are in one piece', () => {
		expect(spanWords('2014-08-01', '2025-11-01').split(' ')).toHaveLength(3);
	});
});

test('what is overdue for two years and more is said in years as well, nothing else is', () => {
	const first = (on: IsoDate) => monitor.board(on, everything).first()!;
	expect(plain(overdueSpan(first('2016-08-01'), '2016-08-01')!)).toBe('That is 2 years.');
	expect(overdueSpan(first('2016-07-31'), '2016-07-31')).toBeNull();
	expect(overdueSpan(first('2013-08-01'), '2013-08-01')).toBeNull();
});

test('one duty is overdue, several are', () => {
	expect(overdueTotal(1, 1)).toBe('1 duty of 1 State is overdue');
	expect(overdueTotal(1412, 131)).toBe('1,412 duties of 131 States are overdue');
});

test('a cell is said by what is most pressing in it, and by why there is none', () => {
	expect(plain(cellOn('2025-11-01'))).toBe('Chad before CED: initial report, 11 years and 3 months overdue.');
	expect(cellOn('2014-08-01')).toBe('Chad before CED: initial report, due soon.');
	expect(cellOn('2013-08-01')).toBe('Chad before CED: initial report, due later.');
	expect(cellSentence('AZE', 'CMW', null, '2025-11-01')).toContain('nothing is recorded');
	expect(cellSentence('CHN', 'CMW', null, '2025-11-01')).toContain('not a party');
});

test('steps that nobody took are said as such', () => {
	const steps = stepsTaken(outline.obligations[0]!, '2026-01-01', () => outline);
	expect(stepsWords(steps)).toBe('1 reminder, 3\u00a0May 2016');
	expect(stepsWords({ ...steps, reminders: [] })).toBe('none recorded');
});

test('each thing that narrows can be taken away by itself', () => {
	const selection = {
		...everything,
		bodies: ['CED', 'CMW'],
		late: 5,
		delay: 'inTime',
		state: 'TCD'
	} as const;
	const narrowed = narrowedBy(selection);
	expect(narrowed.map(({ name }) => name)).toEqual([
		'CED',
		'CMW',
		'State: Chad',
		'Over 5\u00a0years',
		'Received in time'
	]);
	expect(narrowed[0]!.without.bodies).toEqual(['CMW']);
	expect(narrowed[3]!.without).toEqual({ ...selection, late: null });
	expect(narrowedBy(everything)).toEqual([]);
});
