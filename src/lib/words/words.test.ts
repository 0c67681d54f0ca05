import { describe, expect, test } from 'vitest';
import { eventTypes } from '#lib/cycle/events/catalogue.ts';
import { allStates, machineOf } from '#lib/cycle/statechart/chart.ts';
import { minimalData } from '#lib/cycle/testing/facts.ts';
import { procedures } from '#lib/procedures/index.ts';
import type { ChartEventType } from '#lib/cycle/statechart/definition.ts';
import { chartEventLabel, eventLabel, eventSentence } from './events.ts';
import { bodyName, cycleShort, cycleTitle, reportName, unitList } from './names.ts';
import { standingWords } from './standing.ts';
import { stateExplanation } from './stateExplanations.ts';
import { stateLabel } from './states.ts';

/** Without the spaces that keep a line from breaking. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe.each(procedures.map((procedure) => [procedure.body, procedure] as const))(
	'%s has words',
	(body, procedure) => {
		test('for itself', () => expect(bodyName(body)).not.toBe(body));

		test('for what its cycles are about', () =>
			expect(cycleTitle({ body, state: 'AZE', reportNumbers: [1] })).toMatch(
				procedure.visits
					? /: first visit$/
					: body === 'UPR'
						? /: first national report$/
						: /: initial report$/
			));

		test.each(allStates(procedure))('for the state %s, and a sentence that explains it', (path) => {
			expect(stateLabel(path)).not.toBe(path);
			expect(stateExplanation(path)).toMatch(/^[A-Z].*\.$/);
		});

		test('for everything its statechart takes', () => {
			for (const type of machineOf(procedure).events as ChartEventType[])
				expect(chartEventLabel(type)).not.toMatch(/\.|unknown/);
		});
	}
);

test.each(eventTypes.filter((type) => type !== 'RecordCorrected' && type !== 'CycleOpened'))(
	'%s has a name and makes a sentence',
	(type) => {
		expect(eventLabel(type)).toMatch(/^[A-Z][a-z ]+/);
		expect(eventSentence({ type, data: minimalData(type) } as never)).toMatch(/^[A-Z].+\.$/);
	}
);

test('a kind of event from the future is named by its type', () => {
	expect(eventLabel('SomethingNew')).toContain('SomethingNew');
});

test.each<[number[], string]>([
	[[1], 'initial report'],
	[[4], 'fourth periodic report'],
	[[2, 3], 'combined second and third periodic reports'],
	[[4, 5, 6], 'combined fourth to sixth periodic reports'],
	[[14], 'fourteenth periodic report'],
	[[31], '31st periodic report'],
	[[20, 21, 22], 'combined twentieth to twenty-second periodic reports'],
	[[1, 2, 3], 'combined initial to third periodic reports'],
	[[22, 24], 'combined twenty-second and twenty-fourth periodic reports']
])('reports %j are the %s', (numbers, expected) => expect(reportName(numbers)).toBe(expected));

test('units in a row read as documents print them', () => {
	const list = unitList(['16(b)', '36(c)(i)', '62(c)']);
	expect(plain(list)).toBe('16 (b), 36 (c) (i) and 62 (c)');
	expect(list.split(' ')).toHaveLength(4);
});

test('an abbreviation is in one piece', () => {
	expect(cycleShort({ body: 'CRC-OPAC', state: 'AZE', reportNumbers: [1] })).toBe(
		'Azerbaijan before CRC\u2011OPAC, initial report'
	);
});

test('a cycle is named in full', () => {
	expect(cycleTitle({ body: 'CMW', state: 'AZE', reportNumbers: [3] })).toBe(
		'Azerbaijan before the Committee on Migrant Workers: third periodic report'
	);
});

test.each<[Parameters<typeof standingWords>[0], string]>([
	[{ kind: 'overdue', days: 1 }, '1 day overdue'],
	[{ kind: 'overdue', days: 1234 }, '1,234 days overdue'],
	[{ kind: 'dueToday' }, 'due today'],
	[{ kind: 'dueIn', days: 34 }, 'in 34 days'],
	[{ kind: 'met', on: '2024-01-17', daysLate: 77 }, 'received 17 January 2024, 77 days late'],
	[{ kind: 'met', on: '2024-01-17', daysLate: 0 }, 'received 17 January 2024, in time'],
	[{ kind: 'met', on: '2024-01-17', daysLate: null }, 'received 17 January 2024']
])('%j is said as "%s"', (standing, expected) => expect(plain(standingWords(standing))).toBe(expected));
