import { describe, expect, it } from 'vitest';
import { replyOf } from '../testing.ts';

const reply = (lines: string, symbol = 'CAT/C/ISL/FCO/4') => `${symbol}
Distr.: General
6 March 2024
Original: French

Committee against Torture

Information received from Iceland on follow-up to the concluding observations on its fourth periodic report*

[Date received: 17 January 2024]

* The present document is being issued without formal editing.

${lines}
`;

describe('a follow-up reply', () => {
	it('has three dates of which two are its own', () => {
		const { received, head } = replyOf(reply('1. We built a wing.'));
		expect([received?.value, head.distributed?.value, head.originalLanguage?.value]).toEqual([
			'2024-01-17',
			'2024-03-06',
			'fr'
		]);
	});

	it.each([
		[
			'Follow-up information relating to paragraphs 36 (c), (d) and (e) of the concluding observations',
			['36(c)', '36(d)', '36(e)']
		],
		['Additional information concerning paragraph 9', ['9']],
		['As for Recommendation No. 32', ['32']],
		['Paragraph 11 (a)', ['11(a)']],
		['Measures taken regarding the Paragraph 9, Article A', ['9(a)']],
		['Información de seguimiento sobre el párrafo 29 (a)', ['29(a)']],
		['Renseignements concernant les paragraphes 12 et 20 b)', ['12', '20(b)']]
	])('is divided by headings like "%s"', (heading, units) => {
		const { sections } = replyOf(
			reply(
				`I. ${heading}\n\n1. We built a wing, as paragraph 3 of the law asks.\n\n2. It is open.\n\nII. Paragraph 40\n\n3. We trained guards.`
			)
		);
		expect(sections.map((one) => [one.label, one.units, one.paragraphs])).toEqual([
			['I', units, [1, 2]],
			['II', ['40'], [3, 3]]
		]);
	});

	it('may have headings between paragraphs that bear no numbers', () => {
		const { sections, paragraphs } = replyOf(
			reply('Paragraph 11 (a)\n\nWe built a wing.\n\nParagraph 12:\n\nWe trained guards.')
		);
		expect(paragraphs).toEqual([]);
		expect(sections.map(({ units }) => units)).toEqual([['11(a)'], ['12']]);
	});

	it('may have headings that end with a colon above numbered paragraphs', () => {
		const { sections } = replyOf(
			reply('1. We read the text.\n\nRecommendation 12:\n\n2. We trained guards.')
		);
		expect(sections.map(({ units, paragraphs }) => [units, paragraphs])).toEqual([[['12'], [2, 2]]]);
	});

	it('may have none at all', () => {
		expect(replyOf(reply('1. We built a wing.\n2. See paragraph 1.')).sections).toEqual([]);
	});

	it.each([
		['CAT/C/ISL/FCO/4', '', 'CAT/C/ISL/CO/4', 'inferred'],
		['CAT/C/ISL/CO/4/Add.2', '', 'CAT/C/ISL/CO/4', 'inferred'],
		[
			'CAT/C/ISL/FCO/4',
			'I. Paragraph 8 of the concluding observations (CAT/C/ISL/CO/4)\n',
			'CAT/C/ISL/CO/4',
			'printed'
		],
		['', '', 'CAT/C/ISL/CO/4', 'inferred']
	])('%s answers the concluding observations it names or implies', (symbol, heading, value, certainty) => {
		expect(replyOf(reply(`${heading}\n1. We built a wing.`, symbol)).answers).toMatchObject({
			value,
			certainty
		});
	});

	it('may be the objections of the State', () => {
		const { objectionsOnly } = replyOf(
			reply('I. Comments of Iceland on the adopted concluding observations\n\n1. We disagree.')
		);
		expect(objectionsOnly).toBe(true);
		expect(replyOf(reply('1. We built a wing.')).objectionsOnly).toBe(false);
	});
});
