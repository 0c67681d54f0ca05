import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { instantOfCorrection, toEvent, withConsequences, type Origin } from './consequences.ts';
import type { EventType } from './events/catalogue.ts';
import { envelope, minimalData } from './testing/facts.ts';
import { foldCycle, type Timeline } from './timeline/fold.ts';

let ids = 0;
const origin: Origin = {
	now: '2026-11-22T08:00:00.000Z',
	by: 'A desk',
	replica: '00000000-0000-7000-8000-000000000000',
	newId: () => `00000000-0000-7000-9000-${String((ids += 1)).padStart(12, '0')}`
};
const eventIn = (stream: string, type: EventType, on: IsoDate, data = minimalData(type), corrects?: string) =>
	toEvent({ stream, type, on, data, source: null, ...(corrects && { corrects }) }, origin);
const known = (stream: string, type: string, on: IsoDate, data = minimalData(type)) =>
	envelope(type, on, data, { stream });
/** The events that are recorded, one a line, openings left out. */
const recorded = (event: ReturnType<typeof eventIn>, before: Envelope[]) =>
	withConsequences(event, before, origin)
		.filter(({ type }) => type !== 'CycleOpened')
		.map(({ stream, type }) => `${stream} ${type}`);

/** A cycle that owes its next report since 2021. */
const owing = (stream: string, numbers: number[]) => [
	known(stream, 'ConcludingObservationsAdopted', '2021-10-08'),
	known(stream, 'FollowUpRequested', '2021-10-08'),
	known(stream, 'NextReportRequested', '2021-10-08', {
		numbers,
		deadline: { kind: 'exact', due: '2026-11-01', basis: 'stated' }
	})
];

describe('the instant of a correction', () => {
	const target = envelope('DialogueHeld', '2021-10-05', {}, { recordedAt: '2026-03-01T00:00:00.000Z' });
	const other = envelope('DialogueHeld', '2021-10-05', {}, { recordedAt: '2026-09-01T00:00:00.000Z' });
	const correction = envelope(
		'RecordCorrected',
		'2026-05-01',
		{},
		{ corrects: target.id, recordedAt: '2026-05-01T00:00:00.000Z' }
	);
	const earlier = { ...correction, id: `${correction.id}0`, recordedAt: '2026-04-01T00:00:00.000Z' };
	const instant = (now: string, before: Envelope[]) => instantOfCorrection(target.id, before, now);

	test('is now, where all that it corrects was recorded before', () => {
		expect(instant('2026-06-01T00:00:00.000Z', [target, correction, earlier, other])).toBe(
			'2026-06-01T00:00:00.000Z'
		);
	});

	test('is just after the newest of what it corrects, where the clock says that it is not later', () => {
		const justAfter = '2026-05-01T00:00:00.001Z';
		expect(instant('2026-04-15T00:00:00.000Z', [target, correction, earlier, other])).toBe(justAfter);
		expect(instant('2026-05-01T00:00:00.000Z', [earlier, correction, target, other])).toBe(justAfter);
		expect(instant('2026-02-01T00:00:00.000Z', [target, other])).toBe('2026-03-01T00:00:00.001Z');
	});
});

describe('the record of a cycle', () => {
	const event = eventIn('CMW/AZE/2-3', 'ConcludingObservationsAdopted', '2021-10-08');

	test('is opened by its first event, on the day of that, for the reports that its name says', () => {
		const [opening, ...rest] = withConsequences(event, [], origin);
		expect(opening).toMatchObject({
			stream: 'CMW/AZE/2-3',
			type: 'CycleOpened',
			on: '2021-10-08',
			data: { procedure: { body: 'CMW', version: 1 }, reportNumbers: [2, 3] },
			source: null
		});
		expect(rest).toEqual([event]);
	});

	test('is opened where events of it came in without their opening, and once only', () => {
		const came = known('CMW/AZE/2-3', 'DialogueHeld', '2021-10-05');
		const opened = withConsequences(event, [came], origin);
		expect(opened.map(({ type }) => type)).toEqual(['CycleOpened', 'ConcludingObservationsAdopted']);
		const there = envelope('CycleOpened', '2021-10-05', opened[0]!.data, { stream: 'CMW/AZE/2-3' });
		expect(withConsequences(event, [came, there], origin)).toEqual([event]);
	});
});

describe('a report recorded in its own cycle', () => {
	const submitted = eventIn('CMW/AZE/4', 'ReportSubmitted', '2026-10-01', { numbers: [4] });

	test('ends what the one cycle owes that owes it, among many', () => {
		const before = [
			envelope(
				'CycleOpened',
				'2010-01-01',
				{ procedure: { body: 'CMW', version: 99 }, reportNumbers: [1] },
				{ stream: 'CMW/AZE/1' }
			),
			...owing('CMW/TUR/3', [4]),
			...owing('CMW/AZE/2', [3]),
			...owing('CMW/AZE/3', [4])
		];
		expect(recorded(submitted, before)).toEqual([
			'CMW/AZE/4 ReportSubmitted',
			'CMW/AZE/3 NextReportSubmitted'
		]);
	});

	test('ends what is owed where more than it is owed, combined', () => {
		expect(recorded(submitted, owing('CMW/AZE/3', [4, 5]))).toContain('CMW/AZE/3 NextReportSubmitted');
	});

	test('ends nothing where nothing of it is owed, or no longer', () => {
		const ended = known('CMW/AZE/3', 'NextReportSubmitted', '2026-09-01');
		for (const before of [[], owing('CMW/AZE/3', [5]), [...owing('CMW/AZE/3', [4]), ended]])
			expect(recorded(submitted, before)).toEqual(['CMW/AZE/4 ReportSubmitted']);
	});

	test('ends nothing in its own cycle', () => {
		expect(recorded(submitted, owing('CMW/AZE/4', [4]))).toEqual(['CMW/AZE/4 ReportSubmitted']);
	});
});

test('a fact of a next cycle other than its report ends nothing in the one before', () => {
	const adopted = eventIn('CMW/AZE/4', 'ConcludingObservationsAdopted', '2026-10-01');
	expect(recorded(adopted, owing('CMW/AZE/3', [4]))).toEqual(['CMW/AZE/4 ConcludingObservationsAdopted']);
});

describe('the submission of the next report', () => {
	const submitted = eventIn('CMW/AZE/3', 'NextReportSubmitted', '2026-10-01', { numbers: [4, 5] });

	test('begins the next cycle, whatever others know of reports', () => {
		const before = [
			known('CMW/AZE/3', 'ReportSubmitted', '2018-01-01'),
			known('CMW/AZE/4-5', 'CommentsReceived', '2026-10-01')
		];
		expect(recorded(submitted, before)).toEqual([
			'CMW/AZE/3 NextReportSubmitted',
			'CMW/AZE/4-5 ReportSubmitted'
		]);
	});

	test('adds nothing to a next cycle that knows its report', () => {
		const there = known('CMW/AZE/4-5', 'ReportSubmitted', '2026-10-01', { numbers: [4, 5] });
		expect(recorded(submitted, [there])).toEqual(['CMW/AZE/3 NextReportSubmitted']);
	});
});

describe('a correction of a submission that two cycles know', () => {
	const earlierReport = known('CMW/AZE/3', 'ReportSubmitted', '2018-01-01');
	const submitted = known('CMW/AZE/3', 'NextReportSubmitted', '2026-10-01');
	const there = known('CMW/AZE/4', 'ReportSubmitted', '2026-10-01', {
		numbers: [4],
		submittedIn: submitted.id
	});
	const before = [earlierReport, submitted, there];
	const redated = (on: IsoDate, data: Record<string, unknown> = { numbers: [4] }) => ({
		action: 'replace',
		reason: 'misread',
		on,
		data,
		source: null
	});
	const correct = (id: string, data: Record<string, unknown>, log = before) =>
		withConsequences(eventIn('CMW/AZE/3', 'RecordCorrected', '2026-11-22', data, id), log, origin).filter(
			({ type }) => type === 'RecordCorrected'
		);

	test('is one in both, and the report there goes on saying where it was learnt from', () => {
		const [, mirrored] = correct(submitted.id, redated('2026-09-30'));
		expect(mirrored).toMatchObject({
			stream: 'CMW/AZE/4',
			corrects: there.id,
			data: { on: '2026-09-30', data: { numbers: [4], submittedIn: submitted.id } }
		});
	});

	test('that takes it back takes it back in both, with the same words', () => {
		const taken = { action: 'withdraw', reason: 'another State' };
		expect(correct(submitted.id, taken)).toMatchObject([
			{ corrects: submitted.id, data: taken },
			{ corrects: there.id, data: taken }
		]);
	});

	test('of another fact stays in its cycle', () => {
		expect(correct(earlierReport.id, redated('2018-02-01', { numbers: [3] }))).toHaveLength(1);
	});

	test('is itself corrected in both, each time the one that was recorded together with it', () => {
		const at = (recordedAt: string, stream: string, corrects: string) =>
			envelope('RecordCorrected', '2026-11-20', redated('2026-09-30'), { stream, corrects, recordedAt });
		const [first, second] = ['2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z'] as const;
		const corrections = [
			at(first, 'CMW/AZE/3', submitted.id),
			at(first, 'CMW/AZE/4', there.id),
			at(second, 'CMW/AZE/3', submitted.id),
			at(second, 'CMW/AZE/4', there.id)
		] as const;
		const log = [...before, ...corrections];
		const words = { action: 'withdraw', reason: 'it was right' };
		expect(correct(corrections[0].id, words, log).map(({ corrects }) => corrects)).toEqual([
			corrections[0].id,
			corrections[1].id
		]);
		expect(correct(corrections[2].id, words, log).map(({ corrects }) => corrects)).toEqual([
			corrections[2].id,
			corrections[3].id
		]);
		// What replaces a correction is a correction, and goes over as it is.
		const replacement = redated('2026-11-20', redated('2026-09-29'));
		expect(correct(corrections[2].id, replacement, log)[1]?.data).toEqual(replacement);
	});
});

test('a rule changed in a cycle that is opened by that is not put back to what it is for the others', () => {
	const stream = 'CMW/AZE/3';
	const told = minimalData('ProcedureChanged') as { amendments: { rule: string; value: string }[] };
	const [changed] = told.amendments;
	const others = [
		{ ...changed, value: 'P6M' },
		{ ...changed, rule: 'repliesWithin', value: 'P9M' }
	];
	const amended = [{ stream: 'CMW/ALB/2', body: 'CMW', amendments: others }] as never;
	const events = withConsequences(eventIn(stream, 'ProcedureChanged', '2026-11-22'), [], {
		...origin,
		amended
	});
	const { amendments } = foldCycle(stream, events) as Timeline;
	expect(amendments.map(({ rule, value }) => [rule, value])).toEqual([
		['repliesWithin', 'P9M'],
		['followUpInterval', changed!.value]
	]);
});
