import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import type { Deadline } from '../deadline.ts';
import { envelope } from '../testing/facts.ts';
import { foldCycle, type Timeline } from './fold.ts';

const unstated: Deadline = { kind: 'unstated' };
/** The duties of a cycle: what, by when, why by then, and how it ended. */
const dutiesOf = (stream: string, ...facts: [string, IsoDate, Record<string, unknown>][]) => {
	const timeline = foldCycle(
		stream,
		facts.map(([type, on, data]) => envelope(type, on, data, { stream }))
	) as Timeline;
	expect(timeline.anomalies).toEqual([]);
	return timeline.obligations.map(({ duty, dates, ending }) => {
		const { due, basis, computed } = dates.at(-1)!;
		return [duty, due, basis, computed?.due ?? null, ending?.how ?? null];
	});
};

describe('the first report is owed from the entry into force', () => {
	test.each<[string, IsoDate]>([
		['CCPR', '2011-05-03'],
		['CESCR', '2012-05-03'],
		['CERD', '2011-05-03'],
		['CEDAW', '2011-05-03'],
		['CAT', '2011-05-03'],
		['CRC', '2012-05-03'],
		['CRC-OPAC', '2012-05-03'],
		['CRC-OPSC', '2012-05-03'],
		['CMW', '2011-05-03'],
		['CRPD', '2012-05-03'],
		['CED', '2012-05-03']
	])('%s: by %s', (body, due) =>
		expect(
			dutiesOf(`${body}/AZE/1`, ['TreatyEnteredIntoForce', '2010-05-03', { deadline: unstated }])
		).toEqual([['initialReport', due, 'computed', due, null]])
	);

	test('but a day that a document states counts', () =>
		expect(
			dutiesOf('CRPD/AZE/1', [
				'TreatyEnteredIntoForce',
				'2010-05-03',
				{ deadline: { kind: 'exact', due: '2012-06-03', basis: 'stated' } }
			])
		).toEqual([['initialReport', '2012-06-03', 'stated', '2012-05-03', null]]));

	test.each<[string, Record<string, unknown>, string]>([
		['ReportSubmitted', { numbers: [1] }, 'met'],
		['DialogueHeld', { dates: ['2014-01-01'] }, 'overtaken']
	])('until %s', (type, data, how) =>
		expect(
			dutiesOf(
				'CRPD/AZE/1',
				['TreatyEnteredIntoForce', '2010-05-03', { deadline: unstated }],
				[type, '2014-01-01', data]
			)
		).toEqual([['initialReport', '2012-05-03', 'computed', '2012-05-03', how]])
	);
});

test('a notice of review leaves three months, and ends the wait for the first report', () =>
	expect(
		dutiesOf(
			'CRPD/AZE/1',
			['TreatyEnteredIntoForce', '2010-05-03', { deadline: unstated }],
			['NoticeOfReviewGiven', '2020-11-30', { deadline: unstated }]
		)
	).toEqual([
		['initialReport', '2012-05-03', 'computed', '2012-05-03', 'overtaken'],
		['reportUnderNotice', '2021-02-28', 'computed', '2021-02-28', null]
	]));

test('a list of issues prior to reporting takes the place of the report that is owed', () =>
	expect(
		dutiesOf(
			'CMW/AZE/1',
			['TreatyEnteredIntoForce', '2010-05-03', { deadline: unstated }],
			['ListOfIssuesPriorToReportingAdopted', '2015-04-20', { repliesDue: unstated }]
		)
	).toEqual([
		['initialReport', '2011-05-03', 'computed', '2011-05-03', 'overtaken'],
		['replies', null, 'unstated', null, null]
	]));

describe('a State that opts out of the simplified procedure', () => {
	const entered: [string, IsoDate, Record<string, unknown>] = [
		'TreatyEnteredIntoForce',
		'2010-05-03',
		{ deadline: unstated }
	];

	test('under its list owes the initial report again, by its old day', () => {
		const facts = [
			entered,
			['ListOfIssuesPriorToReportingAdopted', '2015-04-20', { repliesDue: unstated }],
			['SimplifiedReportingProcedureDeclined', '2015-09-01', {}]
		] as Parameters<typeof dutiesOf>[1][];
		expect(dutiesOf('CMW/AZE/1', ...facts)).toEqual([
			['initialReport', '2011-05-03', 'computed', '2011-05-03', 'overtaken'],
			['replies', null, 'unstated', null, 'overtaken'],
			['initialReport', '2011-05-03', 'computed', '2011-05-03', null]
		]);
		const { spells } = foldCycle(
			'CMW/AZE/1',
			facts.map(([type, on, data]) => envelope(type, on, data, { stream: 'CMW/AZE/1' }))
		) as Timeline;
		expect(spells.filter(({ state }) => state.endsWith('overdue')).map(({ from, to }) => [from, to])).toEqual(
			[
				['2011-05-04', '2015-04-20'],
				['2015-09-01', null]
			]
		);
		expect(
			dutiesOf('CMW/AZE/1', ...facts, ['ReportSubmitted', '2016-01-01', { numbers: [1] }]).at(-1)
		).toEqual(['initialReport', '2011-05-03', 'computed', '2011-05-03', 'met']);
	});

	test('owes the replies to another list all the same', () =>
		expect(
			dutiesOf(
				'CMW/AZE/1',
				['ReportSubmitted', '2011-05-01', { numbers: [1] }],
				['ListOfIssuesAdopted', '2012-04-20', { repliesDue: unstated }],
				['SimplifiedReportingProcedureDeclined', '2012-09-01', {}]
			)
		).toEqual([['replies', null, 'unstated', null, null]]));
});

describe('the replies to a list of issues prior to reporting', () => {
	const list = (repliesDue: Deadline, received?: IsoDate) =>
		dutiesOf('CRPD/AZE/4-6', [
			'ListOfIssuesPriorToReportingAdopted',
			'2029-09-20',
			{ repliesDue, ...(received && { received }) }
		]);

	test('are counted from the day the State received it, and not before that is known', () => {
		expect(list(unstated)).toEqual([['replies', null, 'unstated', null, null]]);
		expect(list(unstated, '2029-10-11')).toEqual([['replies', null, 'unstated', '2030-10-11', null]]);
	});

	test('are due by a clause that counts from there as soon as it is known', () => {
		const ofReceipt: Deadline = {
			kind: 'relative',
			interval: 'P1Y',
			anchor: 'ListOfIssuesPriorToReportingReceived'
		};
		expect(list(ofReceipt)).toEqual([['replies', null, 'unstated', null, null]]);
		expect(list(ofReceipt, '2028-02-29')).toEqual([
			['replies', '2029-02-28', 'computed', '2029-02-28', null]
		]);
	});

	test('that do not come can be followed by a notice of review, which takes their place', () =>
		expect(
			dutiesOf(
				'CRPD/AZE/4-6',
				[
					'ListOfIssuesPriorToReportingAdopted',
					'2029-09-20',
					{ repliesDue: { kind: 'exact', due: '2030-10-01', basis: 'stated' } }
				],
				['NoticeOfReviewGiven', '2033-03-15', { deadline: unstated }]
			)
		).toEqual([
			['replies', '2030-10-01', 'stated', null, 'overtaken'],
			['reportUnderNotice', '2033-06-15', 'computed', '2033-06-15', null]
		]));
});

test('a visit report awaits a reply by the day it states, the rule beside it; the mechanism is due in a year', () =>
	expect(
		dutiesOf(
			'SPT/AZE/1',
			['TreatyEnteredIntoForce', '2009-02-27', { deadline: unstated }],
			['VisitCarriedOut', '2015-04-24', { from: '2015-04-16' }],
			[
				'VisitReportTransmitted',
				'2015-08-31',
				{ deadline: { kind: 'exact', due: '2016-03-01', basis: 'stated' } }
			],
			['PreventiveMechanismDesignated', '2010-01-01', {}]
		)
	).toEqual([
		['preventiveMechanism', '2010-02-27', 'computed', '2010-02-27', 'met'],
		['visitReply', '2016-03-01', 'stated', '2016-02-29', null]
	]));

test('additional information is owed by the day the committee names', () =>
	expect(
		dutiesOf(
			'CED/AZE/1',
			['ConcludingObservationsAdopted', '2022-09-29', {}],
			[
				'AdditionalInformationRequested',
				'2022-09-29',
				{ deadline: { kind: 'exact', due: '2026-09-30', basis: 'stated' } }
			],
			['AdditionalInformationReceived', '2026-10-02', {}]
		)
	).toEqual([['additionalInformation', '2026-09-30', 'stated', null, 'met']]));
