import { describe, expect, it } from 'vitest';
import { unitsIn } from './unit-list.ts';

describe('unitsIn', () => {
	it.each([
		['paragraphs 12 to 14 and 20', '12 13 14 20'],
		['paragraphs 36 (a)–(d)', '36(a) 36(b) 36(c) 36(d)'],
		['paragraph 36 (c) (i) above', '36(c)(i)'],
		['paragraphs 9 (a), 35 (a) and (e)', '9(a) 35(a) 35(e)'],
		['paras. 8 (a), 12 (b) and 22 (d).', '8(a) 12(b) 22(d)'],
		['paragraph 16 (guards); paragraph 36 (courts, and prisons)', '16 36'],
		[
			'paragraphs 8 (a), on laws (arts. 3 and 4), 10 and 70 (b) and (c), on doctors, and 54, on courts',
			'8(a) 10 70(b) 70(c) 54'
		],
		['aux paragraphes 6 (gardiens) et 20', '6 20'],
		['el párrafo 5 sobre los principios y el párrafo 63 sobre las cárceles', '5 63'],
		['rule 75, paragraph 1, of the rules', ''],
		['article 33, paragraph 2, of the Convention', ''],
		['paragraph 4.5 of Decree No. 667', ''],
		['paragraphs of particular importance', '']
	])('%s', (text, units) => {
		expect(
			unitsIn(text)
				.map(({ unit }) => unit)
				.join(' ')
		).toBe(units);
	});
});
