import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { coverageOn, notAnswered, recommendationsOn } from './coverage.ts';
import { envelope, minimalData } from './testing/facts.ts';
import { foldCycle, type Timeline } from './timeline/fold.ts';

const log = [
	envelope('ConcludingObservationsAdopted', '2021-10-08', {}),
	envelope('RecommendationsMade', '2021-10-08', {
		recommendations: [{ paragraph: 16, units: ['16', '16(a)', '16(b)'] }]
	}),
	envelope('FollowUpRequested', '2021-10-08', minimalData('FollowUpRequested', { due: '2023-11-01' })),
	envelope('FollowUpReceived', '2023-10-01', { sections: [{ units: ['16(a)', '16(b)'] }] }),
	envelope('FollowUpAssessed', '2024-02-01', {
		grades: [
			{ unit: '16', grade: 'B' },
			{ unit: '16(b)', grade: 'C' }
		]
	}),
	envelope('MoreInformationRequested', '2024-02-01', {
		units: ['16(b)'],
		deadline: { kind: 'exact', due: '2024-06-01', basis: 'stated' }
	})
];
const timeline = foldCycle('CMW/AZE/3', log) as Timeline;
const told = (asOf: '2023-12-01' | '2024-03-01') =>
	coverageOn(timeline, asOf).map(({ unit, answer, graded }) => [unit, answer.kind, graded?.grade]);

test('what is asked again is awaited again; a grade of the whole paragraph is a grade of its parts', () => {
	expect(told('2023-12-01')).toEqual([
		['16', 'notOnItsOwn', undefined],
		['16(a)', 'named', undefined],
		['16(b)', 'named', undefined]
	]);
	expect(told('2024-03-01')).toEqual([
		['16', 'notOnItsOwn', 'B'],
		['16(a)', 'named', 'B'],
		['16(b)', 'awaited', 'C']
	]);
});

describe('a follow-up in which some is answered and some is not', () => {
	const reply = envelope('FollowUpReceived', '2023-10-01', {
		sections: [
			{ heading: 'Data', units: ['16(a)'], paragraphs: [3, 5] },
			{ heading: 'Detention', units: ['36(c)'] }
		]
	});
	const cycle = foldCycle('CMW/AZE/3', [
		envelope('ConcludingObservationsAdopted', '2021-10-08', {}),
		envelope('RecommendationsMade', '2021-10-08', {
			recommendations: [
				{
					paragraph: 16,
					topic: 'Data collection',
					units: ['16', '16(a)', '16(b)'],
					reiterates: ['CMW/C/AZE/CO/2 para 13']
				},
				{ paragraph: 36, topic: 'Detention', units: ['36(c)', '36(c)(i)', '36(c)(ii)', '36(d)'] },
				{ paragraph: 40, units: ['40'] }
			]
		}),
		envelope('FollowUpRequested', '2021-10-09', {
			// 77 is in no recommendation that is known.
			units: ['77', '36(c)', '16'],
			deadline: { kind: 'exact', due: '2023-11-01', basis: 'stated' }
		}),
		envelope('InformationForNextReportRequested', '2021-10-10', { units: ['36(c)', '40'] }),
		envelope('NextReportRequested', '2021-10-11', minimalData('NextReportRequested', { due: '2026-11-01' })),
		envelope('InformationForNextReportRequested', '2021-10-12', { units: ['16(a)', '36(d)'] }),
		reply,
		envelope('FollowUpAssessed', '2024-02-01', { grades: [{ unit: '36(c)', grade: 'A' }] }),
		envelope('MoreInformationRequested', '2024-02-01', {
			units: ['16(b)'],
			deadline: { kind: 'exact', due: '2024-06-01', basis: 'stated' }
		})
	]) as Timeline;
	const rowsOn = (asOf: IsoDate) => new Map(coverageOn(cycle, asOf).map((row) => [row.unit, row]));

	test('has a row for each unit asked about, spread and in the order of the document, once it was asked', () => {
		expect(coverageOn(cycle, '2021-10-08')).toEqual([]);
		expect(
			coverageOn(cycle, '2021-10-09').map(({ unit, kind, topic, answer }) => [unit, kind, topic, answer.kind])
		).toEqual([
			['16', 'chapeau', 'Data collection', 'awaited'],
			['16(a)', 'lettered', 'Data collection', 'awaited'],
			['16(b)', 'lettered', 'Data collection', 'awaited'],
			['36(c)', 'lettered', 'Detention', 'awaited'],
			['36(c)(i)', 'roman', 'Detention', 'awaited'],
			['36(c)(ii)', 'roman', 'Detention', 'awaited'],
			['77', 'chapeau', undefined, 'awaited']
		]);
	});

	test('says where each is answered, or that it is not', () => {
		const rows = rowsOn('2023-12-01');
		const [data, detention] = [
			{ heading: 'Data', paragraphs: [3, 5], by: { id: reply.id } },
			{ heading: 'Detention', by: { id: reply.id } }
		];
		expect(rows.get('16(a)')?.answer).toMatchObject({ kind: 'named', ...data });
		expect(rows.get('16')?.answer).toMatchObject({ kind: 'notOnItsOwn', as: '16(a)', ...data });
		expect(rows.get('36(c)')?.answer).toMatchObject({ kind: 'named', ...detention });
		expect(rows.get('36(c)(ii)')?.answer).toMatchObject({ kind: 'notOnItsOwn', as: '36(c)', ...detention });
		expect(rows.get('16(b)')?.answer).toEqual({ kind: 'notNamed' });
		expect(rows.get('77')?.answer).toEqual({ kind: 'notNamed' });
	});

	test('counts as not answered the lettered units alone: a chapeau may be answered by its letters', () => {
		expect(notAnswered(coverageOn(cycle, '2023-12-01'))).toEqual(['16(b)']);
		expect(notAnswered(coverageOn(cycle, '2023-09-30'))).toEqual([]);
	});

	test('has the answer from the day it came', () => {
		expect(rowsOn('2023-09-30').get('16(a)')?.answer.kind).toBe('awaited');
		expect(rowsOn('2023-10-01').get('16(a)')?.answer.kind).toBe('named');
	});

	test('says every deadline that a unit has on a day', () => {
		const deadlines = (unit: string, asOf: IsoDate) =>
			rowsOn(asOf)
				.get(unit)
				?.deadlines.map(({ obligation, due }) => `${obligation.split('#')[1]} ${due}`);
		const both = ['followUp-1 2023-11-01', 'nextReport-1 2026-11-01'];
		expect(deadlines('36(c)', '2021-10-10')).toEqual(['followUp-1 2023-11-01']);
		expect(deadlines('36(c)', '2021-10-11')).toEqual(both);
		expect(deadlines('16(a)', '2021-10-11')).toEqual(['followUp-1 2023-11-01']);
		expect(deadlines('16(a)', '2021-10-12')).toEqual(both);
		expect(deadlines('16(b)', '2023-12-01')).toEqual(['followUp-1 2023-11-01']);
		// Asked about again, the one is due twice; the other is not.
		expect(deadlines('16(b)', '2024-02-01')).toEqual(['followUp-1 2023-11-01', 'followUp-2 2024-06-01']);
		expect(deadlines('16(a)', '2024-02-01')).toEqual(both);
	});

	test('says of what duty each deadline is', () => {
		expect(
			rowsOn('2023-12-01')
				.get('16(a)')
				?.deadlines.map(({ duty }) => duty)
		).toEqual(['followUp', 'nextReport']);
	});

	test('gives a part the grade of what it is part of', () => {
		expect(rowsOn('2024-06-01').get('36(c)(ii)')?.graded).toEqual({ grade: 'A', on: '2024-02-01' });
		expect(rowsOn('2024-01-31').get('36(c)(ii)')?.graded).toBeUndefined();
	});

	test('says of each recommendation what it owes the next report, and whether follow-up was asked for', () => {
		expect(recommendationsOn(cycle, '2021-10-07')).toEqual([]);
		expect(recommendationsOn(cycle, '2021-10-08').map(({ followUp }) => followUp)).toEqual([
			false,
			false,
			false
		]);
		expect(recommendationsOn(cycle, '2021-10-10').map(({ forNextReport }) => forNextReport)).toEqual([
			[],
			['36(c)'],
			['40']
		]);
		expect(recommendationsOn(cycle, '2023-12-01')).toEqual([
			{
				paragraph: 16,
				topic: 'Data collection',
				units: ['16', '16(a)', '16(b)'],
				reiterates: ['CMW/C/AZE/CO/2 para 13'],
				forNextReport: ['16(a)'],
				followUp: true
			},
			{
				paragraph: 36,
				topic: 'Detention',
				units: ['36(c)', '36(c)(i)', '36(c)(ii)', '36(d)'],
				reiterates: [],
				forNextReport: ['36(c)', '36(d)'],
				followUp: true
			},
			{
				paragraph: 40,
				topic: undefined,
				units: ['40'],
				reiterates: [],
				forNextReport: ['40'],
				followUp: false
			}
		]);
	});
});

test('an answer that came on the day it was asked for is an answer', () => {
	const cycle = foldCycle('CMW/AZE/3', [
		envelope('ConcludingObservationsAdopted', '2021-10-08', {}),
		envelope('FollowUpRequested', '2021-10-08', minimalData('FollowUpRequested')),
		envelope('FollowUpReceived', '2021-10-08', { sections: [{ units: ['16'] }] })
	]) as Timeline;
	expect(coverageOn(cycle, '2021-10-08')).toMatchObject([{ unit: '16', answer: { kind: 'named' } }]);
});
