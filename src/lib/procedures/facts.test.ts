import { expect, test } from 'vitest';
import { procedures } from './index.ts';
import type { Grade, Procedure, Rule } from './procedure.ts';

/**
 * What each version of a procedure says, written down a second time: `what: value, from to, mark`. A day that is not
 * known is a dash. The mark is `read` where somebody read it at its source, `read, not its dates`, or `not read`.
 * A version that cycles are pinned to is never edited, so a line here changes only before it is released.
 */
const facts: Readonly<Record<string, readonly string[]>> = {
	'CCPR 1': [
		'initialReportWithin: P1Y, – –, not read',
		'periodicReportEvery: P8Y, 2020-01-01 –, read, not its dates',
		'calendar: P8Y, 2020-01-01 –, read, not its dates',
		'mode: byDefault, 2020-01-01 –, read',
		'mode: onOffer, – 2019-12-31, read',
		'repliesWithin: P1Y, – –, not read',
		'interval: P36M, 2020-01-01 –, read, not its dates',
		'interval: P12M, – 2019-12-31, read, not its dates',
		'maximumParagraphs: 4, – –, read',
		'assessedWithoutAnswer: true, – –, read',
		'A largelySatisfactory B partiallySatisfactory C notSatisfactory D noCooperation E contraryToTheRecommendation, 2016-01-01 –, read, not its dates',
		'A largelySatisfactory B1 moreInformationRequired B2 moreMeasuresRequired C1 notImplementing C2 notRelevant D1 noReplyByTheDeadline D2 noReplyAfterReminders E contraryToTheRecommendation, – 2015-12-31, not read',
		'reviewWithoutReport: true, – –, not read'
	],
	'CESCR 1': [
		'initialReportWithin: P2Y, – –, not read',
		'periodicReportEvery: P5Y, – –, read',
		'calendar: P8Y, 2022-06-03 –, read, not its dates',
		'mode: byDefault, 2022-06-03 –, not read',
		'repliesWithin: P1Y, – –, not read',
		'interval: P24M, 2019-10-01 –, not read',
		'interval: P18M, – 2019-09-30, not read',
		'maximumParagraphs: 3, – –, not read',
		'assessedWithoutAnswer: true, – –, not read',
		'Sufficient progress sufficientProgress Insufficient progress insufficientProgress Lack of sufficient information to make an assessment lackOfInformation No response noResponse, – –, not read',
		'reviewWithoutReport: true, – –, not read'
	],
	'CERD 1': [
		'initialReportWithin: P1Y, – –, read',
		'periodicReportEvery: P2Y, – –, read',
		'calendar: P8Y, 2022-06-03 –, read, not its dates',
		'combinedReports: true, – –, read',
		'mode: byDefault, 2022-06-03 –, read, not its dates',
		'repliesWithin: P1Y, – –, not read',
		'interval: P12M, – –, read',
		'assessedWithoutAnswer: false, – –, not read',
		'Satisfactory satisfactory Partially satisfactory partiallySatisfactory Unsatisfactory notSatisfactory No information noInformation, – –, not read',
		'reviewWithoutReport: true, – –, not read'
	],
	'CEDAW 1': [
		'initialReportWithin: P1Y, – –, not read',
		'periodicReportEvery: P4Y, – –, not read',
		'calendar: P8Y, 2022-06-03 –, read, not its dates',
		'mode: byDefault, 2022-06-03 –, read, not its dates',
		'repliesWithin: P1Y, – –, not read',
		'interval: P24M, – –, read',
		'maximumParagraphs: 4, 2016-07-01 –, read',
		'assessedWithoutAnswer: false, – –, not read',
		'Implemented implemented Substantially implemented substantiallyImplemented Partially implemented partiallyImplemented Not implemented notImplemented Lack of sufficient information lackOfInformation Contrary to the recommendation contraryToTheRecommendation, – –, not read',
		'reviewWithoutReport: true, – –, not read'
	],
	'CAT 1': [
		'initialReportWithin: P1Y, – –, read',
		'periodicReportEvery: P4Y, – –, read',
		'calendar: P8Y, 2022-06-03 –, read, not its dates',
		'mode: byDefault, 2022-06-03 –, read, not its dates',
		'mode: onOffer, 2007-01-01 2022-06-02, not read',
		'repliesWithin: P1Y, – –, not read',
		'interval: P12M, – –, read',
		'maximumParagraphs: 4, – –, read',
		'assessedWithoutAnswer: false, – –, not read',
		'no marks, – –, not read',
		'reviewWithoutReport: true, – –, not read'
	],
	'CRC 1': [
		'initialReportWithin: P2Y, – –, read',
		'periodicReportEvery: P5Y, – –, read',
		'calendar: P8Y, 2022-06-03 –, read, not its dates',
		'mode: byDefault, 2022-06-03 –, read, not its dates',
		'mode: onOffer, 2019-09-01 2022-06-02, read, not its dates',
		'repliesWithin: P1Y, – –, not read',
		'reviewWithoutReport: true, – –, not read'
	],
	'CRC-OPAC 1': [
		'initialReportWithin: P2Y, – –, not read',
		'foldedInto: CRC, – –, not read',
		'reviewWithoutReport: true, – –, not read'
	],
	'CRC-OPSC 1': [
		'initialReportWithin: P2Y, – –, not read',
		'foldedInto: CRC, – –, not read',
		'reviewWithoutReport: true, – –, not read'
	],
	'CMW 1': [
		'initialReportWithin: P1Y, – –, read',
		'periodicReportEvery: P5Y, – –, read',
		'calendar: P8Y, 2022-06-03 –, read, not its dates',
		'mode: byDefault, 2022-06-03 –, read, not its dates',
		'mode: onOffer, – 2022-06-02, read, not its dates',
		'repliesWithin: P1Y, – –, not read',
		'interval: P24M, – –, read',
		'assessedWithoutAnswer: false, – –, not read',
		'reviewWithoutReport: true, – –, read'
	],
	'CRPD 1': [
		'initialReportWithin: P2Y, – –, read',
		'periodicReportEvery: P4Y, – –, read',
		'calendar: P8Y, 2022-06-03 –, read, not its dates',
		'combinedReports: true, – –, read',
		'mode: byDefault, 2022-06-03 –, read, not its dates',
		'mode: onOffer, – 2022-06-02, read, not its dates',
		'listAhead: P1Y, – –, read',
		'repliesWithin: P1Y, – –, read',
		'interval: without a date, 2018-09-13 –, read, not its dates',
		'interval: P12M, 2013-01-01 2018-09-12, read, not its dates',
		'assessedWithoutAnswer: false, – –, not read',
		'reviewWithoutReport: true, – –, read',
		'reportAfterNotice: P3M, – –, read'
	],
	'CED 1': [
		'initialReportWithin: P2Y, – –, read',
		'additionalInformationEvery: P2Y or P4Y or P8Y, 2022-06-03 –, read, not its dates',
		'interval: P12M, – –, read',
		'maximumParagraphs: 3, – –, not read',
		'assessedWithoutAnswer: true, – –, not read',
		'A satisfactory B partiallySatisfactory C notSatisfactory D noReplyOnTheRecommendation, 2022-01-01 –, read, not its dates',
		'A satisfactory B partiallySatisfactory C notSatisfactory D noCooperation E contraryToTheRecommendation, – 2021-12-31, read, not its dates',
		'reviewWithoutReport: true, – –, not read'
	],
	'SPT 1': [
		'every: P8Y, 2022-06-03 –, read, not its dates',
		'replyWithin: P6M, – –, not read',
		'mechanismWithin: P1Y, – –, read',
		'reviewWithoutReport: false, – –, read'
	],
	'UPR 1': ['periodicReportEvery: P54M, – –, not read', 'reviewWithoutReport: false, – –, not read']
};

/** Every rule of a procedure, in its order, with what it is about; a scale is about its own marks. */
function rulesIn(value: unknown, name = ''): [string, Rule<unknown>][] {
	if (typeof value !== 'object' || value === null) return [];
	if ('verified' in value) return [[`${name}: `, value as Rule<unknown>]];
	if ('grades' in value) {
		const { grades, rule } = value as { grades: readonly Grade[]; rule: Rule<unknown> };
		const marks = grades.map(({ letter, meaning }) => `${letter} ${meaning}`).join(' ') || 'no marks';
		return [['', { ...rule, value: marks }]];
	}
	return Object.entries(value).flatMap(([key, inner]) => rulesIn(inner, Array.isArray(value) ? name : key));
}

function valueWords(value: unknown): string {
	if (value === null) return 'without a date';
	if (Array.isArray(value)) return value.join(' or ');
	return typeof value === 'object' ? (value as { length: string }).length : `${value as string}`;
}

const linesOf = (procedure: Procedure): string[] =>
	rulesIn(procedure).map(([what, { value, validFrom, validTo, verified, datesVerified }]) => {
		const mark = verified ? (datesVerified === false ? 'read, not its dates' : 'read') : 'not read';
		return `${what}${valueWords(value)}, ${validFrom ?? '–'} ${validTo ?? '–'}, ${mark}`;
	});

test('the facts of every procedure are written down', () =>
	expect(procedures.map(({ body, version }) => `${body} ${version}`).sort()).toEqual(
		Object.keys(facts).sort()
	));

test.each(procedures.map((procedure) => [`${procedure.body} ${procedure.version}`, procedure] as const))(
	'%s says what is known of it, and no more surely than it is known',
	(name, procedure) => expect(linesOf(procedure)).toEqual(facts[name])
);
