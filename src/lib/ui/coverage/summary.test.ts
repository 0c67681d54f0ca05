import { describe, expect, test } from 'vitest';
import type { Answer, CoverageRow } from '#lib/cycle/coverage.ts';
import { ced } from '#lib/procedures/ced.ts';
import { byParagraph, coverageSentence, gradedWords, placeWords } from './summary.ts';

const row = (unit: string, kind: Answer['kind'] = 'awaited'): CoverageRow => ({
	unit,
	kind: 'lettered',
	topic: `Topic of ${Number.parseInt(unit)}`,
	answer: { kind } as Answer,
	deadlines: [],
	graded: undefined
});

describe('what the coverage matrix says', () => {
	test('rows stand with their paragraph', () => {
		const groups = byParagraph([row('16'), row('16(b)'), row('62(c)')]);
		expect(groups.map(({ paragraph, topic, rows }) => [paragraph, topic, rows.length])).toEqual([
			[16, 'Topic of 16', 2],
			[62, 'Topic of 62', 1]
		]);
	});

	test('a grade says what it said on its day', () => {
		expect(gradedWords({ grade: 'D', on: '2018-11-16' }, ced)).toBe('D: no cooperation');
		expect(gradedWords({ grade: 'D', on: '2022-04-08' }, ced)).toBe('D: no reply on the recommendation');
		expect(gradedWords(undefined, ced)).toBe('not graded');
	});

	test('one unit, several, all, and no reply yet', () => {
		const rows = [row('16', 'named'), row('62(c)', 'notNamed')];
		expect(coverageSentence(rows, ['62(c)'])).toBe('One lettered unit is not answered: 62\u00a0(c).');
		expect(coverageSentence(rows, ['60(d)', '62(c)'])).toBe(
			'2 lettered units are not answered: 60\u00a0(d) and 62\u00a0(c).'
		);
		expect(coverageSentence([row('16', 'named')], [])).toBe(
			'The reply’s headings name everything that was asked for.'
		);
		expect(coverageSentence([row('9', 'notNamed')], [])).toBe('No heading of the reply names 9.');
		expect(coverageSentence([row('16')], [])).toMatch(/^No reply has been received/);
	});

	test('where in the reply, as far as it says', () => {
		const named = (heading?: string, paragraphs?: [number, number]) =>
			placeWords({ kind: 'named', heading, paragraphs, by: undefined as never });
		expect(named('IX', [57, 60])).toBe('IX, paragraphs 57–60');
		expect(named('II', [12, 12])).toBe('II, paragraph 12');
		expect(named('II')).toBe('II');
		expect(named()).toBe('');
	});
});
