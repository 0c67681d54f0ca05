import { expect, test } from 'vitest';
import { coverageOn } from './coverage.ts';
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
	coverageOn(timeline, asOf).map(({ unit, answer, grade }) => [unit, answer.kind, grade]);

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
