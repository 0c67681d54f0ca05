import { describe, expect, it } from 'vitest';
import { observationsOf, observationsWith } from '../testing.ts';

const unitsOf = (...paragraphs: string[]) => observationsWith(...paragraphs).paragraphs.at(-1)!.recommends;

describe('what recommends', () => {
	it('is not a letter under words of concern', () => {
		expect(unitsOf('The Committee is concerned about:\n(a) The cells;\n(b) The lack of lawyers.')).toEqual(
			[]
		);
	});

	it('is every letter under words that recommend, and the roman ones in it, tab or no tab', () => {
		expect(
			unitsOf(
				'The Committee recommends that the State party:\n\t(a)\tClose the old wing;\n\t(b)\tEnsure that:\n(i)\tDoctors come;\n(ii)\tLawyers come;\n\t(c)\tTrain guards.'
			)
		).toEqual(['4(a)', '4(b)', '4(b)(i)', '4(b)(ii)', '4(c)']);
	});

	it.each([
		['only leads into the letters', 'The Committee recommends that the State party:', false],
		[
			'leads with a circumstance',
			'The Committee recommends, in line with target 5.2, that the State party, in consultation with doctors, through their unions:',
			false
		],
		[
			'leads with "take measures to"',
			'The Committee urges the State party to take all necessary measures to:',
			false
		],
		['leads with what the State should', 'The State party should:', false],
		[
			'recommends something itself',
			'The Committee recommends that the State party adopt the prison plan at once, and also recommends that the State party:',
			true
		],
		[
			'recommends, and lists how',
			'The Committee recommends that the State party reform its prison service, including by:',
			true
		]
	])('counts opening words as a unit of their own only when they recommend: it %s', (_, chapeau, own) => {
		const letters = ['4(a)', '4(b)'];
		expect(unitsOf(`${chapeau}\n(a) Building;\n(b) Training.`)).toEqual(own ? ['4', ...letters] : letters);
	});

	it.each([
		'The State party should close the old wing.',
		'The Committee, recalling its general comment No. 2, urges the State party to close the old wing.',
		'The Committee recommends that the old wing be closed.',
		'The Committee reiterates its recommendation that the old wing be closed.',
		'Le Comité recommande à l’État partie de fermer l’aile ancienne.',
		'L’État partie devrait fermer l’aile ancienne.',
		'El Comité insta al Estado parte a que cierre el ala antigua.',
		'El Estado parte debería cerrar el ala antigua.'
	])('reads as a recommendation: %s', (sentence) => {
		expect(unitsOf(sentence)).toEqual(['4']);
	});

	it.each([
		'The Committee notes that the law encourages judges to visit prisons.',
		'The Committee is concerned about asylum requests by children.',
		'The Committee regrets the lack of data, as recommended by the Ombudsman.',
		'The Committee commends the State party for its report.'
	])('reads no recommendation in: %s', (sentence) => {
		expect(unitsOf(sentence)).toEqual([]);
	});

	it('finds one that hides among the positive aspects', () => {
		const { paragraphs } = observationsOf(
			'CAT/C/ISL/CO/4\nConcluding observations on the fourth periodic report of Iceland\nA. Positive aspects\n1. The Committee welcomes the new wing, and it recommends that the State party open it soon.\nB. Subjects of concern\n2. The Committee is concerned.\n'
		);
		expect(paragraphs[0]).toMatchObject({ part: 'positiveAspects', recommends: ['1'] });
	});
});

describe('duties to inform in the next report', () => {
	it('belong to the unit whose words say so', () => {
		const { nextReportInformation } = observationsWith(
			'The Committee recommends that the State party:\n(a) Close the old wing;\n(b) Train guards, and include in its next periodic report data on the training.',
			'The Committee notes what the State party wrote in its next periodic report.'
		);
		expect(nextReportInformation.map(({ value }) => value)).toEqual(['4(b)']);
	});

	it('may name the next report by its number, and not by that of the one considered', () => {
		const { nextReportInformation } = observationsWith(
			'The Committee recommends that the State party close the old wing and tell of it in its fifth periodic report.',
			'The Committee recommends that the State party keep the promise made in its fourth periodic report.'
		);
		expect(nextReportInformation.map(({ value }) => value)).toEqual(['4']);
	});

	it('may be listed in one closing paragraph', () => {
		const { nextReportInformation, followUp } = observationsWith(
			'The Committee recommends that the State party act.',
			'The Committee draws attention to the particular importance of the recommendations in paragraph 4, and requests information in its next periodic report.'
		);
		expect(nextReportInformation.map(({ value }) => value)).toEqual(['4']);
		expect(followUp).toBeNull();
	});
});
