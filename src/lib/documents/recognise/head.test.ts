import { describe, expect, it } from 'vitest';
import { readSource, recognise } from '../index.ts';
import { frame, observationsOf, readingOf } from '../testing.ts';

const refusalOf = (text: string) => {
	const source = readSource({ name: 'a.txt', bytes: new TextEncoder().encode(text) });
	const reading = source.ok ? recognise(source.value) : source;
	return reading.ok ? null : reading.error;
};

describe('the first page', () => {
	it('gives committee, State, symbol, numbers and dates', () => {
		const { head, review } = observationsOf(frame(['The Committee recommends that the State party act.']));
		expect([head.committee.value, head.state.value, head.symbol.value, head.reportNumbers.value]).toEqual([
			'CAT',
			'ISL',
			'CAT/C/ISL/CO/4',
			[4]
		]);
		expect(head.distributed?.value).toBe('2022-06-02');
		expect(review.session?.value).toEqual({ ordinal: 73, from: '2022-04-19', to: '2022-05-13' });
		expect([review.dialogueMeetings?.value, review.dialogueDates?.value]).toEqual([
			[1901, 1902],
			['2022-04-26', '2022-04-27']
		]);
		expect([review.adoptionMeetings?.value, review.adoptionDates?.value]).toEqual([[1920], ['2022-05-10']]);
	});

	it('infers a symbol that is not printed, and says so', () => {
		const { head } = observationsOf(frame(['The Committee recommends that the State party act.'], ''));
		expect(head.symbol).toMatchObject({ value: 'CAT/C/ISL/CO/4', certainty: 'inferred' });
	});

	it('takes no asterisk for a part of the symbol', () => {
		const { head } = observationsOf(
			frame(['The Committee recommends that the State party act.'], 'CAT/C/ISL/CO/4*')
		);
		expect(head.symbol).toMatchObject({ value: 'CAT/C/ISL/CO/4', quote: 'CAT/C/ISL/CO/4*' });
	});

	it.each([
		['the combined second to fourth periodic reports of the Republic of Moldova', 'MDA', [2, 3, 4]],
		['the initial report of Viet Nam', 'VNM', [1]],
		[
			'the combined twenty-third and twenty-fourth periodic reports of Bolivia (Plurinational State of)',
			'BOL',
			[23, 24]
		],
		['the fifth periodic report of Türkiye', 'TUR', [5]],
		['the initial report of Andorra', 'AND', [1]],
		['Belize in the absence of a report', 'BLZ', [1]],
		['the report submitted by Peru under article 29 (1) of the Convention', 'PER', [1]]
	])('reads the title "on %s"', (report, state, numbers) => {
		const { head } = readingOf(
			`Committee against Torture\nConcluding observations on ${report}*\n1. The Committee considered it.\n`
		);
		expect([head.state.value, head.reportNumbers.value]).toEqual([state, numbers]);
	});
});

describe('an older first page', () => {
	it('has the State on a line of its own, and the report only as a symbol', () => {
		const { head } = readingOf(
			'Distr.\nGENERAL\n19 May 2009\nOriginal: ENGLISH\nCOMMITTEE AGAINST TORTURE\nCONSIDERATION OF REPORTS SUBMITTED BY STATES PARTIES\nConcluding observations of the Committee against Torture\nPERU\n1. The Committee considered the report of Peru (CAT/C/PER/4) at its 866th meeting.\n'
		);
		expect([head.state.value, head.reportNumbers.value, head.symbol.value, head.distributed?.value]).toEqual([
			'PER',
			[4],
			'CAT/C/PER/CO/4',
			'2009-05-19'
		]);
	});
});

describe('what is neither concluding observations nor a reply', () => {
	it.each([
		[
			'Q',
			'CAT/C/ISL/Q/4\nCommittee against Torture\nList of issues in relation to the fourth periodic report of Iceland\n1. Please tell us.'
		],
		[
			'QPR',
			'CAT/C/ISL/QPR/5\nCommittee against Torture\nList of issues prior to submission of the fifth periodic report of Iceland\n1. Please tell us.'
		],
		[
			'RQ',
			'CAT/C/ISL/RQ/4\nCommittee against Torture\nReplies of Iceland to the list of issues\n1. We tell you.'
		],
		[
			'report',
			'CAT/C/ISL/4\nCommittee against Torture\nFourth periodic report submitted by Iceland\n1. We report.'
		],
		[
			'SR',
			'CAT/C/SR.1901\nCommittee against Torture\nSummary record of the 1901st meeting\n1. The meeting was called to order.'
		]
	])('is refused, named %s', (documentKind, text) => {
		expect(refusalOf(text)).toMatchObject({ kind: 'notATreatyBodyDocument', found: { documentKind } });
	});

	it('is refused without a name where it is no treaty-body document', () => {
		expect(refusalOf('A recipe for bread.\n1. Take flour.\n2. Add water.\n')).toEqual({
			kind: 'notATreatyBodyDocument',
			found: null
		});
	});
});
