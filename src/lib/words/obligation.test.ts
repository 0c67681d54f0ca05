import { expect, test } from 'vitest';
import type { Owed } from '#lib/cycle/timeline/owed.ts';
import type { ObligationOnDay } from '#lib/cycle/timeline/views.ts';
import { obligationSentence, owedTitle, owedWords } from './obligation.ts';

const report = (state: string): Owed => ({
	id: `CRC-OPAC/${state}/1#initialReport-1`,
	stream: `CRC-OPAC/${state}/1`,
	duty: 'initialReport',
	units: [],
	reportNumbers: [1],
	openedBy: { on: '2002-02-12' },
	dates: [{ due: '2004-02-12', certainty: 'exact', basis: 'stated', from: '2002-02-12' }],
	ending: null
});

test.each([
	['AZE', 'Azerbaijan’s'],
	['PHL', 'the Philippines’'],
	['CYP', 'Cyprus’'],
	['BOL', 'the Plurinational State of Bolivia’s']
])('%s owes, and is named as in a sentence', (state, owner) => {
	expect(owedWords(report(state))).toBe(`${owner} initial report to CRC\u2011OPAC`);
});

test('a title and a sentence begin with a capital', () => {
	expect(owedTitle(report('PHL'))).toMatch(/^The Philippines’ initial report/);
	const seen = { obligation: report('USA'), standing: { kind: 'overdue', days: 3 } } as ObligationOnDay;
	expect(obligationSentence(seen)).toBe(
		'The United States of America’s initial report to CRC\u2011OPAC is 3 days overdue.'
	);
});
