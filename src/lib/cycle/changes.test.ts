import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { changesSince } from './changes.ts';
import { outlineStream, type Outline } from './outline/outline.ts';
import { envelope, minimalData } from './testing/facts.ts';

const adopted = envelope('ConcludingObservationsAdopted', '2021-10-08', {});
const requested = envelope(
	'FollowUpRequested',
	'2021-10-08',
	minimalData('FollowUpRequested', { due: '2023-11-01' })
);
const received = envelope('FollowUpReceived', '2024-01-17', minimalData('FollowUpReceived'));
const withdrawn = envelope(
	'RecordCorrected',
	'2027-01-01',
	{ action: 'withdraw', reason: 'it answers another State' },
	{ corrects: received.id }
);

const outlines = (log: ReturnType<typeof envelope>[]) =>
	new Map(log.length ? [['CMW/AZE/3', outlineStream('CMW/AZE/3', log) as Outline]] : []);

/** What is new on a day to somebody who looked on another, when so much was in the log. */
function told(log: ReturnType<typeof envelope>[], seen: number, last: IsoDate, asOf: IsoDate) {
	const now = outlines(log);
	// Where nothing was recorded since, what was known then is the same.
	const then = seen === log.length ? now : outlines(log.slice(0, seen));
	return changesSince(now, then, { on: last }, asOf).map((change) =>
		change.kind === 'transition'
			? `${change.on} ${change.states.map((state) => state.split('.').at(-1)).join(' ')}`
			: `${change.on} near ${change.due}`
	);
}

describe('what changed since the last visit', () => {
	const log = [adopted, requested];

	test('nothing, between two looks on one day', () => {
		expect(told(log, 2, '2023-12-01', '2023-12-01')).toEqual([]);
	});

	test('a deadline came near', () => {
		expect(told(log, 2, '2023-07-01', '2023-09-01')).toEqual(['2023-08-03 near 2023-11-01']);
	});

	test('a deadline passed: the clock moved the statechart', () => {
		expect(told(log, 2, '2023-10-30', '2023-11-02')).toEqual(['2023-11-02 overdue']);
	});

	test('a deadline passed, though something was recorded since that moved nothing', () => {
		const moveless = [...log, envelope('ProcedureChanged', '2023-10-31', minimalData('ProcedureChanged'))];
		expect(told(moveless, 2, '2023-10-30', '2023-11-02')).toEqual(['2023-11-02 overdue']);
		expect(told(moveless, 2, '2023-11-02', '2023-11-05')).toEqual([]);
		expect(told(moveless, 2, '2023-12-01', '2023-12-01')).toEqual([]);
	});

	test('not what had begun on the day of the last visit', () => {
		expect(told(log, 2, '2023-11-02', '2023-11-05')).toEqual([]);
	});

	test('on the due day itself it has not', () => {
		expect(told(log, 2, '2023-10-30', '2023-11-01')).toEqual([]);
	});

	test('a fact that was recorded since, though it happened before', () => {
		expect(told([...log, received], 2, '2024-02-01', '2024-03-08')).toEqual(['2024-01-17 received']);
	});

	test('an old case entered since, with what the clock has made of it', () => {
		expect(told(log, 0, '2026-11-01', '2027-01-01')).toEqual([
			'2023-11-02 overdue',
			'2021-10-08 notRequested',
			'2021-10-08 notRequested'
		]);
	});

	test('a correction, with what it makes overdue', () => {
		expect(told([...log, received, withdrawn], 3, '2026-12-31', '2027-01-01')).toContain(
			'2023-11-02 overdue'
		);
	});

	test('a deadline recorded when it was near already', () => {
		expect(told(log, 0, '2023-10-01', '2023-10-02')).toContain('2023-08-03 near 2023-11-01');
	});

	test('not what the clock will do after the day one looks from', () => {
		expect(told(log, 2, '2022-01-01', '2022-01-02')).toEqual([]);
	});
});
