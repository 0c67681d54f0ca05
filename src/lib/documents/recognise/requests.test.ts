import { describe, expect, it } from 'vitest';
import { observationsOf, observationsWith, frame } from '../testing.ts';

const body = Array.from(
	{ length: 40 },
	(_, at) => `${at + 4}. The Committee recommends that the State party act (${at}).`
);
const closing = (...paragraphs: string[]) =>
	observationsWith(
		...body,
		'D. Follow-up and dissemination',
		...paragraphs.map((text, at) => `${44 + at}. ${text}`)
	);

describe('the request for follow-up', () => {
	it.each([
		[
			'CAT',
			'The Committee requests the State party to provide, by 13 May 2023, information on follow-up to the Committee’s recommendations on guards and doctors (see paras. 8 (a), 12 and 20 (d) above).',
			['8(a)', '12', '20(d)'],
			'2023-05-13',
			null
		],
		[
			'CCPR',
			'In accordance with rule 75, paragraph 1, of its rules of procedure, the State party is requested to provide, by 25 March 2025, information on how it carries out the recommendations in paragraphs 10 (guards), 14 (doctors) and 30 (courts) above.',
			['10', '14', '30'],
			'2025-03-25',
			null
		],
		[
			'CEDAW',
			'The Committee requests the State party to report to it in writing, within two years, with information on what was done about the recommendations in paragraphs 9 (a), 35 (a) and (e) above.',
			['9(a)', '35(a)', '35(e)'],
			'2024-05-10',
			'P2Y'
		],
		[
			'CERD',
			'In accordance with article 9 (1) of the Convention, the State party is requested to provide, within one year of the adoption of these observations, information on what it did about the recommendations in paragraphs 11 and 22.',
			['11', '22'],
			'2023-05-10',
			'P1Y'
		],
		[
			'CRPD',
			'The Committee requests that the State party submit information within 12 months, on paper, about the recommendations of paragraphs 32 and 37 above.',
			['32', '37'],
			'2023-05-10',
			'P12M'
		],
		[
			'CMW',
			'The Committee requests from the State party, within two years (that is, by 1 June 2024), information on the recommendations in paragraph 16 (guards); paragraph 36 (courts, and prisons).',
			['16', '36'],
			'2024-06-01',
			'P2Y'
		],
		[
			'French',
			'Le Comité prie l’État partie de lui faire parvenir, dans un délai de deux ans, des renseignements écrits sur la suite donnée aux recommandations formulées aux paragraphes 12 (gardiens), 20 a) et b).',
			['12', '20(a)', '20(b)'],
			'2024-05-10',
			'P2Y'
		],
		[
			'Spanish',
			'El Comité pide al Estado parte que, a más tardar el 13 de mayo de 2024, facilite información acerca de las recomendaciones de los párrafos 29 a) y 31.',
			['29(a)', '31'],
			'2024-05-13',
			null
		]
	])('as %s words it', (_, sentence, units, date, interval) => {
		const { followUp } = closing(sentence);
		expect(followUp?.units.value).toEqual(units);
		expect(followUp?.due.value).toMatchObject({ date, interval });
		expect(followUp?.paragraph).toBe(44);
	});

	it('keeps the topic printed beside each unit', () => {
		const { followUp } = closing(
			'The Committee requests the State party to provide, within one year, information on the recommendations in paragraphs 10 (guards), 14 (a) and (b) (doctors).'
		);
		expect(followUp?.topics).toEqual({ '10': 'guards', '14(a)': 'doctors', '14(b)': 'doctors' });
	});

	it('is not there where none is asked, though paragraphs are called urgent', () => {
		const { followUp, urgentMeasures } = closing(
			'With regard to urgent measures, the Committee draws attention to paragraphs 8 (a), on guards (arts. 3 and 4), 10 and 40 (b) and (c), on doctors, and 24, on courts.'
		);
		expect(followUp).toBeNull();
		expect(urgentMeasures).toMatchObject({
			units: { value: ['8(a)', '10', '40(b)', '40(c)', '24'] },
			paragraph: 44
		});
	});

	it('counts from the last day where the text was adopted on two', () => {
		const text = frame([
			...body,
			'D. Follow-up',
			'44. The Committee requests the State party to submit, within 12 months, information on the recommendations in paragraph 9.'
		]).replace(
			'at its 1920th meeting, held on 10 May 2022',
			'at its 1920th and 1921st meetings, held on 10 and 11 May 2022, respectively'
		);
		expect(observationsOf(text).followUp?.due.value.date).toBe('2023-05-11');
	});

	it('names only paragraphs that the document has', () => {
		const { followUp } = closing(
			'The Committee requests the State party to provide, by 1 May 2024, information on the recommendations in paragraphs 10 and 99.'
		);
		expect(followUp?.units.value).toEqual(['10']);
	});
});

describe('the next report', () => {
	it.each([
		[
			'The Committee requests the State party to submit its fifth periodic report by 1 November 2026.',
			[5],
			'2026-11-01',
			false
		],
		[
			'The State party should submit its combined fifth to seventh periodic reports no later than 26 October 2027.',
			[5, 6, 7],
			'2027-10-26',
			false
		],
		[
			'The combined fifth and sixth periodic reports are in principle due on 5 March 2033.',
			[5, 6],
			'2033-03-05',
			true
		],
		[
			'A list of issues will be sent at least one year prior to 28 February 2031, when the fifth periodic report is due.',
			[5],
			'2031-02-28',
			false
		],
		[
			'Its replies, expected by 2 October 2030, will be its combined fifth and sixth periodic reports.',
			[5, 6],
			'2030-10-02',
			false
		],
		[
			'The State party is invited to submit its next periodic report, which will be its fifth, by 13 May 2026.',
			[5],
			'2026-05-13',
			false
		],
		[
			'L’État partie est prié de soumettre ses cinquième et sixième rapports périodiques au plus tard le 3 juillet 2027.',
			[5, 6],
			'2027-07-03',
			false
		],
		[
			'El Estado parte debe presentar sus informes periódicos quinto y sexto a más tardar el 14 de enero de 2028.',
			[5, 6],
			'2028-01-14',
			false
		]
	])('%s', (sentence, numbers, due, provisional) => {
		const { nextReport } = closing(sentence);
		expect(nextReport).toMatchObject({
			numbers: { value: numbers },
			due: { value: due },
			provisional,
			paragraph: 44
		});
	});

	it('has no day, and says why, where the printed one does not exist', () => {
		const { nextReport, flags } = closing(
			'El Comité solicita al Estado parte que presente su quinto informe periódico a más tardar el 31 de junio de 2026.'
		);
		expect(nextReport?.due).toMatchObject({ value: null, quote: '31 de junio de 2026' });
		expect(flags).toContainEqual(
			expect.objectContaining({ kind: 'impossibleDate', month: 6, day: 31, lastDay: 30 })
		);
	});

	it('has no day where only a month is printed', () => {
		const { nextReport, flags } = closing(
			'The Committee requests the State party to submit its fifth periodic report in May 2026.'
		);
		expect(nextReport).toMatchObject({ numbers: { value: [5] }, due: null });
		expect(flags).toContainEqual(expect.objectContaining({ kind: 'monthWithoutDay', quote: 'May 2026' }));
	});
});

describe('the simplified reporting procedure', () => {
	it.each([
		['offered', 'The State party may wish to use the simplified reporting procedure.'],
		[
			'offered',
			'The Committee invites the State party to consider submitting its report under the simplified reporting procedure.'
		],
		['accepted', 'The State party opted for the simplified reporting procedure.'],
		['accepted', 'The reports are due on 5 March 2033, under the simplified reporting procedure.'],
		['optOutOffered', 'The State party may opt out of the simplified reporting procedure within one year.'],
		[undefined, 'The Committee requests the State party to submit its fifth periodic report by 1 May 2026.']
	])('is %s: %s', (status, sentence) => {
		expect(closing(sentence).simplifiedReporting.status?.value).toBe(status);
	});

	it('has its clocks', () => {
		const { simplifiedReporting } = closing(
			'The State party has opted for the simplified reporting procedure. The Committee will send a list of issues at least one year before the report falls due. The State party should send its replies within six months of receipt of the list. It may opt out within two years.'
		);
		expect(simplifiedReporting).toMatchObject({
			listLead: { value: 'P1Y' },
			repliesWithin: { value: 'P6M' },
			optOutWithin: { value: 'P2Y' }
		});
	});
});
