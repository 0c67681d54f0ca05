import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { envelope, minimalData } from '../testing/facts.ts';
import { foldCycle, type Timeline } from './fold.ts';
import { obligationsOn } from './views.ts';

/** A cycle of a State that was asked for follow-up on 8 October 2021, with what came of it. */
const cycleOf = (state: string, due: IsoDate | null, ...facts: [type: string, on: IsoDate][]) => {
	const stream = `CMW/${state}/3`;
	const deadline = due ? { kind: 'exact', due, basis: 'stated' } : { kind: 'unstated' };
	return foldCycle(stream, [
		envelope('ConcludingObservationsAdopted', '2021-10-08', {}, { stream }),
		envelope('FollowUpRequested', '2021-10-08', { units: ['16'], deadline }, { stream }),
		...facts.map(([type, on]) => envelope(type, on, minimalData(type), { stream }))
	]) as Timeline;
};
const seen = (timeline: Timeline, asOf: IsoDate) =>
	obligationsOn([timeline], asOf).map(({ group, standing }) => ({ group, standing }));

describe('an obligation', () => {
	const pending = cycleOf('AZE', '2023-11-01');

	test('is none before it was asked for, and one from that day on', () => {
		expect(seen(pending, '2021-10-07')).toEqual([]);
		expect(seen(pending, '2021-10-08')).toHaveLength(1);
	});

	test('is later, soon from ninety days before, soon on its day, and overdue from the day after', () => {
		const days: [IsoDate, string, object][] = [
			['2023-08-02', 'later', { kind: 'dueIn', days: 91 }],
			['2023-08-03', 'soon', { kind: 'dueIn', days: 90 }],
			['2023-10-31', 'soon', { kind: 'dueIn', days: 1 }],
			['2023-11-01', 'soon', { kind: 'dueToday' }],
			['2023-11-02', 'overdue', { kind: 'overdue', days: 1 }]
		];
		for (const [asOf, group, standing] of days) expect(seen(pending, asOf)).toEqual([{ group, standing }]);
	});

	test('is met from the day its answer came, and was not the day before', () => {
		const met = cycleOf('AZE', '2023-11-01', ['FollowUpReceived', '2023-10-20']);
		expect(seen(met, '2023-10-19')).toMatchObject([{ group: 'soon' }]);
		expect(seen(met, '2023-10-20')).toEqual([
			{ group: 'met', standing: { kind: 'met', on: '2023-10-20', daysLate: 0 } }
		]);
	});

	test('is neither late nor in time where it was met and had no date', () => {
		const met = cycleOf('AZE', null, ['FollowUpReceived', '2023-10-20']);
		expect(seen(met, '2023-10-20')).toMatchObject([{ standing: { kind: 'met', daysLate: null } }]);
	});

	test('that the committee closed is done, without having been met', () => {
		const closed = cycleOf('AZE', '2023-11-01', ['FollowUpClosed', '2023-10-20']);
		expect(seen(closed, '2023-12-01')).toEqual([
			{ group: 'met', standing: { kind: 'closed', on: '2023-10-20' } }
		]);
	});

	test('that a later step of the cycle overtook is done, without having been met', () => {
		const overtaken = foldCycle('CMW/AZE/3', [
			envelope(
				'ListOfIssuesPriorToReportingAdopted',
				'2018-09-14',
				minimalData('ListOfIssuesPriorToReportingAdopted')
			),
			envelope('DialogueHeld', '2021-09-28', minimalData('DialogueHeld'))
		]) as Timeline;
		expect(seen(overtaken, '2021-10-01')).toEqual([
			{ group: 'met', standing: { kind: 'overtaken', on: '2021-09-28' } }
		]);
	});
});

test('of many, the overdue come first, the longest overdue before the others; what is done comes last, the latest first', () => {
	const timelines = [
		cycleOf('MET', '2023-01-01', ['FollowUpReceived', '2023-03-01']),
		cycleOf('EAR', '2023-06-01', ['FollowUpReceived', '2022-03-01']),
		cycleOf('UND', null),
		cycleOf('LAT', '2025-01-01'),
		cycleOf('SOO', '2023-12-20'),
		cycleOf('SON', '2023-12-10'),
		cycleOf('OVE', '2023-11-01'),
		cycleOf('LON', '2023-05-01'),
		cycleOf('MID', '2023-08-01')
	];
	const order = (given: Timeline[]) =>
		obligationsOn(given, '2023-12-01').map(({ obligation, group }) => [
			group,
			obligation.stream.split('/')[1]
		]);
	const expected = [
		['overdue', 'LON'],
		['overdue', 'MID'],
		['overdue', 'OVE'],
		['soon', 'SON'],
		['soon', 'SOO'],
		['later', 'LAT'],
		['undated', 'UND'],
		['met', 'MET'],
		['met', 'EAR']
	];
	expect(order(timelines)).toEqual(expected);
	expect(order(timelines.toReversed())).toEqual(expected);
});

test('what falls on one day stands in the order of the cycles’ names', () => {
	const timelines = [cycleOf('UZB', '2023-11-01'), cycleOf('AZE', '2023-11-01')];
	expect(obligationsOn(timelines, '2023-10-01').map(({ obligation }) => obligation.stream)).toEqual([
		'CMW/AZE/3',
		'CMW/UZB/3'
	]);
});
