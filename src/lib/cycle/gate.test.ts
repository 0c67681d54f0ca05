import { describe, expect, test } from 'vitest';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { isTimeline, passGate, type GateContext, type Proposal } from './gate.ts';
import { minimalData } from './testing/facts.ts';
import { foldCycle } from './timeline/fold.ts';

let ids = 0;
const context: GateContext = {
	today: '2026-11-22',
	now: '2026-11-22T08:00:00.000Z',
	by: 'A desk',
	replica: '00000000-0000-7000-8000-000000000000',
	newId: () => `00000000-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`
};
const propose = (type: string, on: string, more: Partial<Proposal> = {}): Proposal =>
	({ stream: 'CMW/AZE/3', type, on, data: minimalData(type), source: null, ...more }) as Proposal;

/** Lets proposals through one by one, as a person would record them. */
function record(...proposals: Proposal[]): Envelope[] {
	ids = 0;
	return proposals.reduce<Envelope[]>((recorded, proposal) => {
		const passed = passGate([proposal], recorded, context);
		if (!passed.ok) throw new Error(JSON.stringify(passed.error));
		return [
			...recorded,
			...passed.value.events.map((event, index) => ({ ...event, version: recorded.length + index + 1 }))
		];
	}, []);
}

const adoption = propose('ConcludingObservationsAdopted', '2021-10-08');
const request = propose('FollowUpRequested', '2021-10-08');

describe('the gate lets through', () => {
	test('the first event of a cycle together with the opening of its record', () => {
		const passed = passGate([adoption], [], context);
		expect(passed).toMatchObject({
			ok: true,
			value: {
				events: [
					{ type: 'CycleOpened', data: { procedure: { body: 'CMW', version: 1 }, reportNumbers: [3] } },
					{ type: 'ConcludingObservationsAdopted', on: '2021-10-08', by: 'A desk' }
				],
				expected: { 'CMW/AZE/3': 0 }
			}
		});
	});

	test('several events at once, the later leaning on the earlier', () => {
		const passed = passGate([adoption, request], [], context);
		expect(passed.ok && passed.value.events.map(({ type }) => type)).toEqual([
			'CycleOpened',
			'ConcludingObservationsAdopted',
			'FollowUpRequested'
		]);
	});

	test('the submission of the next report as the end of one cycle and the beginning of the next', () => {
		const recorded = record(adoption);
		const passed = passGate([propose('NextReportSubmitted', '2026-11-20')], recorded, context);
		expect(passed.ok && passed.value.events.map(({ stream, type }) => `${stream} ${type}`)).toEqual([
			'CMW/AZE/3 NextReportSubmitted',
			'CMW/AZE/4 CycleOpened',
			'CMW/AZE/4 ReportSubmitted'
		]);
		expect(passed.ok && passed.value.expected).toEqual({ 'CMW/AZE/3': 2, 'CMW/AZE/4': 0 });
	});

	test('an undoing of an undoing', () => {
		const takeBack = (recorded: Envelope[]) =>
			propose('RecordCorrected', '2026-11-22', {
				data: { action: 'withdraw', reason: 'misread' },
				corrects: recorded.at(-1)!.id
			});
		const withdrawn = record(adoption, takeBack(record(adoption)));
		const twice = passGate([takeBack(withdrawn)], withdrawn, context);
		expect(twice.ok).toBe(true);
	});
});

describe('the gate refuses, and lets nothing of the passage through', () => {
	test.each<[string, Proposal[], object]>([
		[
			'a day that does not exist',
			[propose('ConcludingObservationsAdopted', '31 June 2021')],
			{ kind: 'badDate', refusal: { kind: 'noSuchDay', lastDay: 30 } }
		],
		[
			'a day that has not come',
			[propose('ConcludingObservationsAdopted', '2026-11-23')],
			{ kind: 'inTheFuture', today: '2026-11-22' }
		],
		[
			'a committee it knows no procedure of',
			[propose('DialogueHeld', '2021-10-05', { stream: 'XYZ/AZE/3' })],
			{ kind: 'unknownBody', body: 'XYZ' }
		],
		[
			'data that lack something',
			[adoption, propose('FollowUpRequested', '2021-10-08', { data: { units: [] } })],
			{ kind: 'badData', proposal: 1 }
		],
		[
			'a follow-up dated before the adoption',
			[adoption, request, propose('FollowUpReceived', '2021-10-01')],
			{ kind: 'notAccepted', proposal: 2, states: ['beforeReview.reportAwaited'] }
		],
		[
			'a reply to observations that are not recorded',
			[propose('FollowUpReceived', '2024-01-17')],
			{ kind: 'notAccepted', proposal: 0, states: ['beforeReview.reportAwaited'] }
		],
		[
			'a correction of what is not there',
			[
				propose('RecordCorrected', '2026-11-22', {
					data: { action: 'withdraw', reason: 'x' },
					corrects: '00000000-0000-7000-8000-0000000000ff'
				})
			],
			{ kind: 'nothingToCorrect' }
		]
	])('%s', (_title, proposals, expected) => {
		const passed = passGate(proposals, [], context);
		expect(passed).toMatchObject({ ok: false, error: expected });
	});

	test('a correction that puts a fact on a day that has not come', () => {
		const recorded = record(adoption);
		const correction = propose('RecordCorrected', '2026-11-22', {
			data: { action: 'replace', reason: 'misread', on: '2026-11-23', data: {}, source: null },
			corrects: recorded.at(-1)!.id
		});
		expect(passGate([correction], recorded, context)).toMatchObject({
			ok: false,
			error: { kind: 'inTheFuture', on: '2026-11-23' }
		});
	});

	test('what is recorded already, as the second of two tabs finds', () => {
		const recorded = record(adoption, request);
		expect(passGate([request], recorded, context)).toMatchObject({
			ok: false,
			error: { kind: 'alreadyRecorded', event: { type: 'FollowUpRequested' } }
		});
	});

	test('a correction that would leave later facts without ground, and names them', () => {
		const recorded = record(adoption, request);
		const correction = propose('RecordCorrected', '2026-11-22', {
			data: { action: 'withdraw', reason: 'another State' },
			corrects: recorded.find(({ type }) => type === 'ConcludingObservationsAdopted')!.id
		});
		expect(passGate([correction], recorded, context)).toMatchObject({
			ok: false,
			error: { kind: 'unsettles', events: [{ type: 'FollowUpRequested' }] }
		});
	});
});

test('recorded anyway, a fact that does not fit is kept as an anomaly that says what would have fitted', () => {
	const early = propose('FollowUpReceived', '2021-10-01');
	const passed = passGate([adoption, request, early], [], { ...context, anyway: true });
	expect(passed.ok).toBe(true);
	if (!passed.ok) return;
	const timeline = foldCycle(
		'CMW/AZE/3',
		passed.value.events.map((event, index) => ({ ...event, version: index + 1 }))
	);
	expect(isTimeline(timeline) && timeline.anomalies).toMatchObject([
		{ kind: 'notAccepted', event: { type: 'FollowUpReceived' }, states: ['beforeReview.reportAwaited'] }
	]);
	expect(isTimeline(timeline) && timeline.anomalies[0]).toHaveProperty(
		'accepted',
		expect.arrayContaining(['DialogueHeld'])
	);
});
