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
		['replies', null, 'unstated', '2016-04-20', null]
	]));

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
