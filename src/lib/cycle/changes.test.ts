import { describe, expect, test } from 'vitest';
import { changesSince, type LastVisit } from './changes.ts';
import { envelope, minimalData } from './testing/facts.ts';
import { foldCycle, type Timeline } from './timeline/fold.ts';

const recordedAt = '2021-10-20T08:00:00.000Z';
const timeline = foldCycle('CMW/AZE/3', [
	envelope('ConcludingObservationsAdopted', '2021-10-08', {}, { recordedAt }),
	envelope('FollowUpRequested', '2021-10-08', minimalData('FollowUpRequested', { due: '2023-11-01' }), {
		recordedAt
	}),
	envelope('FollowUpReceived', '2024-01-17', minimalData('FollowUpReceived'), {
		recordedAt: '2024-03-07T08:00:00.000Z'
	})
]) as Timeline;

const visit = (on: LastVisit['on']): LastVisit => ({ on, at: `${on}T12:00:00.000Z` });
const told = (last: LastVisit['on'], asOf: LastVisit['on']) =>
	changesSince([timeline], visit(last), asOf).map((change) =>
		change.kind === 'transition' ? `${change.on} ${change.cause.kind}` : `${change.on} near ${change.due}`
	);

describe('what changed since the last visit', () => {
	test('nothing, between two looks on one day', () => {
		expect(told('2023-12-01', '2023-12-01')).toEqual([]);
	});

	test('a deadline came near', () => {
		expect(told('2023-07-01', '2023-09-01')).toEqual(['2023-08-03 near 2023-11-01']);
	});

	test('a deadline passed: the clock moved the statechart', () => {
		expect(told('2023-10-30', '2023-11-02')).toEqual(['2023-11-02 clock']);
	});

	test('on the due day itself it has not', () => {
		expect(told('2023-10-30', '2023-11-01')).toEqual([]);
	});

	test('a fact that was recorded since, though it happened before', () => {
		expect(told('2024-02-01', '2024-03-08')).toEqual(['2024-01-17 fact']);
	});

	test('not what the clock will do after the day one looks from', () => {
		expect(told('2022-01-01', '2022-01-02')).toEqual([]);
	});
});
