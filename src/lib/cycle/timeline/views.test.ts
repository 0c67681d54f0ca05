import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { envelope, minimalData } from '../testing/facts.ts';
import { foldCycle, type Timeline } from './fold.ts';
import { obligationsOn, spellsOn } from './views.ts';

const fold = (...events: Parameters<typeof foldCycle>[1]) => foldCycle('CMW/AZE/3', events) as Timeline;
const adopted = envelope('ConcludingObservationsAdopted', '2021-10-08', {});
const requested = (due: IsoDate, on: IsoDate = '2021-10-08') =>
	envelope('FollowUpRequested', on, minimalData('FollowUpRequested', { due }));
const about = (type: string, on: IsoDate, due?: IsoDate) =>
	envelope(type, on, minimalData(type, due ? { due } : {}));
const standing = (timeline: Timeline, asOf: IsoDate) => obligationsOn([timeline], asOf)[0]?.standing;
const overdueSpells = (timeline: Timeline) =>
	timeline.spells.filter(({ state }) => state.endsWith('followUp.awaited.deadline.overdue'));

describe('a deadline that is moved', () => {
	const extended = fold(
		adopted,
		requested('2023-11-01'),
		about('ExtensionRequested', '2023-10-15'),
		about('ExtensionGranted', '2023-11-20', '2024-03-01')
	);

	test('counts from the day it was moved: overdue before, not after, and again when it passes', () => {
		expect(standing(extended, '2023-11-10')).toEqual({ kind: 'overdue', days: 9 });
		expect(standing(extended, '2023-11-20')).toEqual({ kind: 'dueIn', days: 102 });
		expect(standing(extended, '2024-03-02')).toEqual({ kind: 'overdue', days: 1 });
		expect(overdueSpells(extended)).toMatchObject([
			{ from: '2023-11-02', to: '2023-11-20' },
			{ from: '2024-03-02', to: null }
		]);
	});

	test('keeps its first date to show', () => {
		expect(extended.obligations[0]?.dates.map(({ due, from }) => [due, from])).toEqual([
			['2023-11-01', '2021-10-08'],
			['2024-03-01', '2023-11-20']
		]);
	});

	test('is what lateness is counted against, not the first date', () => {
		const timeline = fold(
			adopted,
			requested('2023-11-01'),
			about('DeadlineMoved', '2023-10-20', '2024-03-01'),
			about('FollowUpReceived', '2024-03-04')
		);
		expect(standing(timeline, '2024-04-01')).toEqual({ kind: 'met', on: '2024-03-04', daysLate: 3 });
	});

	test('to a day that had passed already is overdue from the day it was moved', () => {
		const timeline = fold(
			adopted,
			requested('2023-11-01'),
			about('DeadlineMoved', '2023-06-01', '2023-05-01')
		);
		expect(overdueSpells(timeline)).toMatchObject([{ from: '2023-06-01' }]);
	});
});

test('asking for more time moves nothing', () => {
	const timeline = fold(adopted, requested('2023-11-01'), about('ExtensionRequested', '2023-10-15'));
	expect(standing(timeline, '2023-11-02')).toEqual({ kind: 'overdue', days: 1 });
	expect(spellsOn(timeline, '2023-11-02').map(({ state }) => state)).toContain(
		'afterAdoption.followUp.awaited.extension.requested'
	);
});

test('received on the due day is in time; on the day after, one day late', () => {
	const receivedOn = (on: IsoDate) =>
		standing(fold(adopted, requested('2023-11-01'), about('FollowUpReceived', on)), '2024-01-01');
	expect(receivedOn('2023-11-01')).toEqual({ kind: 'met', on: '2023-11-01', daysLate: 0 });
	expect(receivedOn('2023-11-02')).toEqual({ kind: 'met', on: '2023-11-02', daysLate: 1 });
});

test('an interval without a printed day is counted from the adoption, and says so', () => {
	const timeline = fold(
		adopted,
		envelope('FollowUpRequested', '2021-10-08', {
			units: ['16'],
			deadline: { kind: 'relative', interval: 'P12M', anchor: 'ConcludingObservationsAdopted' }
		})
	);
	expect(obligationsOn([timeline], '2022-01-01')[0]?.date).toMatchObject({
		due: '2022-10-08',
		basis: 'computed',
		computed: { interval: 'P12M', anchor: { type: 'ConcludingObservationsAdopted' } }
	});
});

test('without a date nothing is ever overdue', () => {
	const timeline = fold(
		adopted,
		envelope('FollowUpRequested', '2021-10-08', { units: ['16'], deadline: { kind: 'unstated' } })
	);
	expect(obligationsOn([timeline], '2099-01-01')).toMatchObject([
		{ group: 'undated', standing: { kind: 'noDate' } }
	]);
});

test('a second request after the assessment is an obligation of its own', () => {
	const timeline = fold(
		adopted,
		requested('2023-11-01'),
		about('FollowUpReceived', '2023-10-30'),
		about('FollowUpAssessed', '2024-02-01'),
		about('MoreInformationRequested', '2024-02-01', '2024-06-01')
	);
	expect(timeline.obligations.map(({ id }) => id)).toEqual(['CMW/AZE/3#followUp-1', 'CMW/AZE/3#followUp-2']);
	expect(standing(timeline, '2024-06-02')).toEqual({ kind: 'overdue', days: 1 });
});

test('what presses most comes first: the longest overdue, then what is due next', () => {
	const timeline = fold(
		adopted,
		requested('2023-11-01'),
		envelope('NextReportRequested', '2021-10-08', minimalData('NextReportRequested', { due: '2023-06-01' }))
	);
	const order = (asOf: IsoDate) =>
		obligationsOn([timeline], asOf).map(({ obligation, group }) => `${group} ${obligation.duty}`);
	expect(order('2022-01-01')).toEqual(['later nextReport', 'later followUp']);
	expect(order('2023-08-15')).toEqual(['overdue nextReport', 'soon followUp']);
	expect(order('2023-12-01')).toEqual(['overdue nextReport', 'overdue followUp']);
});

test('a next report due after a list of issues has no date yet: the list of this cycle is another', () => {
	const timeline = fold(
		about('ListOfIssuesPriorToReportingAdopted', '2018-09-14', '2019-09-14'),
		adopted,
		envelope('NextReportRequested', '2021-10-08', {
			numbers: [4],
			deadline: { kind: 'relative', interval: 'P1Y', anchor: 'ListOfIssuesPriorToReportingAdopted' }
		})
	);
	expect(
		obligationsOn([timeline], '2022-01-01').find(({ obligation }) => obligation.duty === 'nextReport')
	).toMatchObject({ standing: { kind: 'noDate' } });
});

test('a rule is told beside the first date of a follow-up only, not beside what was asked again or moved', () => {
	const timeline = fold(
		adopted,
		requested('2023-11-01'),
		about('DeadlineMoved', '2023-10-01', '2023-12-01'),
		about('FollowUpReceived', '2023-11-20'),
		about('FollowUpAssessed', '2024-02-01'),
		about('MoreInformationRequested', '2024-02-01', '2024-06-01')
	);
	expect(timeline.obligations.map(({ dates }) => dates.map(({ computed }) => computed?.due))).toEqual([
		['2023-10-08', undefined],
		[undefined]
	]);
});

test('an extension may be granted where no request was recorded', () => {
	const timeline = fold(
		adopted,
		requested('2023-11-01'),
		about('ExtensionGranted', '2023-11-20', '2024-03-01')
	);
	expect(timeline.anomalies).toEqual([]);
	expect(standing(timeline, '2023-12-01')).toEqual({ kind: 'dueIn', days: 91 });
});
