import { describe, expect, test } from 'vitest';
import { envelope, minimalData } from '../testing/facts.ts';
import { foldCycle, type Timeline } from './fold.ts';

const fold = (...events: Parameters<typeof foldCycle>[1]) => foldCycle('CMW/AZE/3', events) as Timeline;
const adopted = envelope('ConcludingObservationsAdopted', '2021-10-08', {});
const requested = envelope(
	'FollowUpRequested',
	'2021-10-08',
	minimalData('FollowUpRequested', { due: '2023-11-01' })
);
const opened = (reportNumbers: number[], more: { id?: string } = {}) =>
	envelope(
		'CycleOpened',
		'2021-10-08',
		{ procedure: { body: 'CMW', version: 1 }, reportNumbers },
		{ stream: 'CMW/AZE/3', ...more }
	);

describe('a stream', () => {
	test('of a committee without a procedure is not folded', () => {
		expect(foldCycle('XYZ/AZE/3', [adopted])).toEqual({
			kind: 'unknownProcedure',
			stream: 'XYZ/AZE/3',
			body: 'XYZ'
		});
	});

	test('of a procedure in a version that is not known is not folded', () => {
		const later = envelope('CycleOpened', '2021-10-08', {
			procedure: { body: 'CMW', version: 99 },
			reportNumbers: [3]
		});
		expect(foldCycle('CMW/AZE/3', [later])).toMatchObject({ kind: 'unknownProcedure' });
	});

	test('says body, State and report numbers by its name', () => {
		expect(foldCycle('CMW/AZE/2-3', [adopted])).toMatchObject({
			body: 'CMW',
			state: 'AZE',
			reportNumbers: [2, 3],
			opening: null
		});
	});

	test('has the report numbers of its opening, where it was opened', () => {
		expect(fold(opened([3, 4])).reportNumbers).toEqual([3, 4]);
	});

	test('that was opened twice counts the opening with the first id, and says so of the other', () => {
		const [first, second] = ['1', '2'].map((last) =>
			opened([Number(last)], { id: `00000000-0000-7000-8000-00000000000${last}` })
		) as [ReturnType<typeof opened>, ReturnType<typeof opened>];
		for (const order of [
			[first, second],
			[second, first]
		]) {
			const { opening, anomalies } = fold(...order);
			expect(opening?.id).toBe(first.id);
			expect(anomalies).toMatchObject([{ kind: 'openedTwice', event: { id: second.id } }]);
		}
	});
});

test('what could not be read or corrects nothing is kept among the anomalies', () => {
	const unknown = envelope('PetitionRegistered', '2021-10-08', {});
	const idle = envelope(
		'RecordCorrected',
		'2026-01-01',
		{ action: 'withdraw', reason: 'misread' },
		{ corrects: '00000000-0000-7000-8000-0000000000ff' }
	);
	expect(fold(adopted, unknown, idle).anomalies).toMatchObject([
		{ kind: 'unread', envelope: unknown, why: { kind: 'unknownType' } },
		{ kind: 'idleCorrection', event: { id: idle.id }, why: 'nothingToCorrect' }
	]);
});

test('a cycle is in its first state from the beginning, until the first fact, and says which that was', () => {
	expect(fold(adopted).spells[0]).toMatchObject({
		state: 'beforeReview.reportAwaited',
		from: null,
		entered: null,
		to: '2021-10-08',
		left: { kind: 'fact', event: { id: adopted.id } }
	});
});

describe('the clock', () => {
	test('strikes on the day after the deadline, before the facts of that day', () => {
		const received = envelope('FollowUpReceived', '2023-11-02', minimalData('FollowUpReceived'));
		expect(fold(adopted, requested, received).steps.map(({ on, type }) => `${on} ${type}`)).toEqual([
			'2021-10-08 ConcludingObservationsAdopted',
			'2021-10-08 FollowUpRequested',
			'2023-11-02 DeadlinePassed.followUp',
			'2023-11-02 FollowUpReceived'
		]);
	});

	const nextReport = (due: '2023-06-01' | '2023-11-01') =>
		envelope('NextReportRequested', '2021-10-08', minimalData('NextReportRequested', { due }));
	const strikes = (due: '2023-06-01' | '2023-11-01') =>
		fold(adopted, requested, nextReport(due))
			.steps.filter(({ cause }) => cause.kind === 'clock')
			.map(({ on, cause }) => [on, cause.kind === 'clock' && cause.duty]);

	test('strikes for the earlier of two deadlines first, whichever was asked for first', () => {
		expect(strikes('2023-06-01')).toEqual([
			['2023-06-02', 'nextReport'],
			['2023-11-02', 'followUp']
		]);
	});

	test('strikes for two deadlines of one day in the order in which they were asked for', () => {
		expect(strikes('2023-11-01')).toEqual([
			['2023-11-02', 'followUp'],
			['2023-11-02', 'nextReport']
		]);
	});
});
