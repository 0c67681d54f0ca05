import { describe, expect, it } from 'vitest';
import { valuesOf } from './values.ts';

const texts = (data: Record<string, unknown>) =>
	valuesOf(data).map((value) => [value.label, 'text' in value ? value.text : value.inside]);

describe('valuesOf', () => {
	it('says values as the field says them', () => {
		expect(
			texts({
				units: ['62(c)', '16'],
				numbers: [4],
				deadline: { kind: 'exact', due: '2023-11-01', basis: 'stated' },
				distributed: '2024-03-06'
			})
		).toEqual([
			['Paragraphs', '16 and 62\u00a0(c)'],
			['Report', 'fourth periodic report'],
			['Deadline', 'due 1\u00a0November 2023'],
			['Distributed', '6\u00a0March 2024']
		]);
	});

	it('goes into what lies inside', () => {
		expect(texts({ session: { ordinal: 33 } })).toEqual([
			['Session', [[{ name: 'ordinal', label: 'Number', text: '33' }]]]
		]);
	});

	it('shows what it has no words for as it is stored', () => {
		expect(texts({ newField: { a: [1, [2]] }, empty: [] })).toEqual([
			['newField', [[{ name: 'a', label: 'a', text: '1 and [2]' }]]],
			['empty', '']
		]);
	});
});
