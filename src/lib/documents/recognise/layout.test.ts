import { describe, expect, it } from 'vitest';
import { observationsOf, observationsWith } from '../testing.ts';

describe('numbered paragraphs', () => {
	it('are told from numbered section headings by their order and their sentences', () => {
		const { paragraphs } = observationsWith(
			'1. Prisons (arts. 2 and 11)',
			'4. The Committee is concerned about prisons.',
			'\t5.\t\tPromotion of humane conditions in all of the places where persons are kept (arts. 12–16)',
			'5. The Committee recommends that the State party close the old wing.'
		);
		expect(paragraphs.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
		expect(paragraphs[3]).toMatchObject({ section: 'Prisons (arts. 2 and 11)' });
		expect(paragraphs[4]!.section).toMatch(/^Promotion of humane conditions/);
	});

	it('say which numbers are missing', () => {
		const { flags } = observationsWith(
			'The Committee is concerned.',
			'6. The Committee recommends that the State party act.'
		);
		expect(flags).toContainEqual({ kind: 'paragraphsMissing', numbers: [5] });
	});

	it('bear the sub-heading right above them as their topic, until the next', () => {
		const { paragraphs } = observationsWith(
			'4. The Committee is concerned about guards.\n\t\tTraining of guards and\n\t\tof doctors',
			'5. The Committee is concerned about training.',
			'6. The Committee recommends that the State party train guards.'
		);
		expect(paragraphs.slice(3).map(({ topic }) => topic)).toEqual([
			null,
			'Training of guards and of doctors',
			'Training of guards and of doctors'
		]);
	});

	it('take no citation at the start of a line for a sub-paragraph', () => {
		const { paragraphs } = observationsWith('The Committee recalls paragraph 8\n(a) and (b) of its comment.');
		expect(paragraphs[3]!.subParagraphs).toEqual([]);
	});

	it('are read though a PDF split their words', () => {
		const { nextReport } = observationsWith(
			'The Committee recommends that the State party act.',
			'The Comm ittee requests the State party to subm it its fifth period ic report by 1 May 20 26.'
		);
		expect(nextReport?.due?.value).toBe('2026-05-01');
	});

	it('go on over the page, its symbol and its number', () => {
		const text = `CAT/C/ISL/CO/4

Concluding observations on the fourth periodic report of Iceland

1. The Committee requests the State party to submit its fifth
periodic report by 1 May

GE.22-01234 2
\fCAT/C/ISL/CO/4

2026.
2. The Committee recommends that the State party act.
`;
		const { nextReport } = observationsOf(text);
		expect(nextReport).toBeNull(); // it stands among the introductory paragraphs
		expect(observationsOf(text).paragraphs).toHaveLength(2);
	});
});

describe('footnotes', () => {
	it('stand in brackets within the line, and "Ibid." leads back to the note before', () => {
		const { footnotes, reiterations } = observationsWith(
			'Reiterating its previous recommendations,[footnoteRef:1] the Committee recommends that the State party act. [1: \t\tCAT/C/ISL/CO/3, paras. 8 and 9.] \n',
			'With reference to its previous recommendations,[footnoteRef:2] the Committee recommends that the State party: [2: \t\tIbid., para. 10 (a).] \n\n(a) Build;\n(b) Train.',
			'Recalling its previous recommendations,[footnoteRef:3] the Committee recommends that the State party act. [3: Ibid., para. 12.] \n'
		);
		expect(footnotes).toHaveLength(3);
		expect(reiterations.map(({ paragraph, of, wording }) => [paragraph, wording.value, of])).toEqual([
			[4, 'Reiterating', [{ symbol: 'CAT/C/ISL/CO/3', paragraphs: ['8', '9'], ibid: false }]],
			[5, 'With reference to', [{ symbol: 'CAT/C/ISL/CO/3', paragraphs: ['10 (a)'], ibid: true }]],
			[6, 'Recalling', [{ symbol: 'CAT/C/ISL/CO/3', paragraphs: ['12'], ibid: true }]]
		]);
	});

	it('make no reiteration of what another committee recommended', () => {
		const { reiterations } = observationsWith(
			'Recalling earlier recommendations (CEDAW/C/ISL/CO/8, para. 3), the Committee recommends that the State party act.',
			'Recalling target 5.1, the Committee reiterates its previous recommendation (CAT/C/ISL/CO/3, para. 3) and urges the State party to act.'
		);
		expect(reiterations.map(({ paragraph, wording }) => [paragraph, wording.value])).toEqual([
			[5, 'reiterates']
		]);
	});

	it('at the foot of a page belong to no paragraph, and their figure sticks to a word', () => {
		const text = `CAT/C/ISL/CO/4

Concluding observations on the fourth periodic report of Iceland

1. The Committee is concerned about guards.1 It recalls its previous
recommendations,2 and recommends that the State party

 1 CAT/C/ISL/4, para. 7.
 2 CAT/C/ISL/CO/3, para. 11.

GE.22-01234
\fCAT/C/ISL/CO/4

train guards.
2. The Committee recommends that the State party act.
`;
		const reading = observationsOf(text);
		expect(reading.footnotes.map(({ number }) => number)).toEqual([1, 2]);
		expect(reading.paragraphs[0]!.footnotes).toEqual([1, 2]);
		expect(reading.reiterations).toMatchObject([
			{ paragraph: 1, of: [{ symbol: 'CAT/C/ISL/CO/3', paragraphs: ['11'] }] }
		]);
	});
});
