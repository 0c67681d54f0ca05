import { describe, expect, test } from 'vitest';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { isTimeline, passGate, type GateContext, type Proposal } from './gate.ts';
import { amendment, minimalData } from './testing/facts.ts';
import { foldCycle, type Timeline } from './timeline/fold.ts';

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
		return [...recorded, ...passed.value.events];
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
				redacts: []
			}
		});
	});

	test('the first event of a new cycle together with the rules amended for the other cycles of its body', () => {
		const [own, alien] = [amendment(), amendment({ rule: 'visitReplyWithin' })];
		const other = { stream: 'CMW/ALB/2', body: 'CMW', amendments: [own, alien] };
		const passed = passGate([adoption], [], { ...context, amended: [other] });
		expect(passed).toMatchObject({
			ok: true,
			value: {
				events: [
					{ type: 'CycleOpened' },
					{ type: 'ProcedureChanged', data: { procedure: { body: 'CMW', version: 1 }, amendments: [own] } },
					{ type: 'ConcludingObservationsAdopted' }
				]
			}
		});
		const timeline = foldCycle('CMW/AZE/3', passed.ok ? (passed.value.events as Envelope[]) : []);
		expect(timeline).toMatchObject({ amendments: [own], anomalies: [] });
	});

	test('a changed rule, after the one before it even where the clock was set back', () => {
		const earlier = propose('ProcedureChanged', '2026-11-22');
		const later = propose('ProcedureChanged', '2026-11-22', {
			data: { ...minimalData('ProcedureChanged'), amendments: [amendment({ value: 'P6M' })] }
		});
		const recorded = record(adoption, earlier);
		const passed = passGate([later], recorded, { ...context, now: '2026-11-22T07:00:00.000Z' });
		const events = passed.ok ? [...recorded, ...(passed.value.events as Envelope[])] : [];
		expect(foldCycle('CMW/AZE/3', events)).toMatchObject({ amendments: [{ value: 'P6M' }] });
	});

	test('a redaction of what a changed rule says', () => {
		const recorded = record(adoption, propose('ProcedureChanged', '2026-11-22'));
		const redaction = propose('RecordRedacted', '2026-11-22', {
			data: { event: recorded.at(-1)!.id, reason: 'a name' }
		});
		expect(passGate([redaction], recorded, context)).toMatchObject({
			ok: true,
			value: { redacts: [recorded.at(-1)!.id] }
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

describe('a correction', () => {
	const request2024 = propose('FollowUpRequested', '2021-10-08', {
		data: minimalData('FollowUpRequested', { due: '2024-01-01' })
	});
	const recorded = record(adoption, request2024);
	const target = recorded.at(-1)!.id;
	const redue = (due: string, more: Partial<Proposal> = {}) =>
		propose('RecordCorrected', '2026-11-22', {
			data: {
				action: 'replace',
				reason: 'misread',
				on: '2021-10-08',
				data: minimalData('FollowUpRequested', { due: due as '2024-01-01' }),
				source: null
			},
			corrects: target,
			...more
		});
	const dueOf = (events: Envelope[]) =>
		(foldCycle('CMW/AZE/3', events) as Timeline).obligations[0]?.dates.at(-1)?.due;

	test('may go back to what an earlier one said', () => {
		const there = record(
			adoption,
			request2024,
			redue('2024-02-01'),
			redue('2024-03-01'),
			redue('2024-02-01')
		);
		expect(dueOf(there)).toBe('2024-02-01');
	});

	test('said twice in a row is said once', () => {
		const once = record(adoption, request2024, redue('2024-02-01'));
		expect(passGate([redue('2024-02-01')], once, context)).toMatchObject({
			error: { kind: 'alreadyRecorded' }
		});
	});

	test('holds though the clock was set back since the one before it', () => {
		const once = record(adoption, request2024, redue('2024-02-01'));
		const passed = passGate([redue('2024-03-01')], once, { ...context, now: '2026-10-01T00:00:00.000Z' });
		expect(passed.ok && dueOf([...once, ...passed.value.events])).toBe('2024-03-01');
	});

	test.each<[string, Proposal, object]>([
		['that does not fit what it corrects', redue('2024-02-31'), { kind: 'badData', field: 'deadline.due' }],
		['of nothing', { ...redue('2024-02-01'), corrects: undefined } as never, { kind: 'nothingToCorrect' }],
		[
			'that puts the cycle under a procedure nobody knows',
			redue('2024-02-01', {
				data: {
					action: 'replace',
					reason: 'x',
					on: '2021-10-08',
					data: { procedure: { body: 'CMW', version: 99 }, reportNumbers: [3] },
					source: null
				},
				corrects: recorded[0]!.id
			}),
			{ kind: 'unknownBody' }
		]
	])('%s is refused', (_title, correction, expected) => {
		expect(passGate([correction], recorded, context)).toMatchObject({ ok: false, error: expected });
	});
});

describe('what fits the statechart and is most likely a slip is refused, unless it is meant', () => {
	const owed = [adoption, propose('NextReportRequested', '2021-10-08')];
	const report = (numbers: number[]) => propose('NextReportSubmitted', '2026-11-20', { data: { numbers } });
	const moved = (due: string) =>
		propose('DeadlineMoved', '2023-01-01', {
			data: minimalData('DeadlineMoved', { due: due as '2024-01-01', duty: 'nextReport' })
		});

	test.each<[string, Proposal[], object]>([
		[
			'another report than the one owed',
			[...owed, report([5])],
			{ kind: 'anotherReport', owed: [4], given: [5] }
		],
		[
			'a report this cycle is about',
			[adoption, report([3])],
			{ kind: 'anotherReport', owed: [], given: [3] }
		],
		[
			'a second date set on one day',
			[...owed, moved('2027-01-01'), moved('2027-02-01')],
			{ kind: 'movedThatDay' }
		]
	])('%s', (_title, proposals, expected) => {
		expect(passGate(proposals, [], context)).toMatchObject({ ok: false, error: expected });
		expect(passGate(proposals, [], { ...context, anyway: true }).ok).toBe(true);
	});

	test.each([[[5, 4]], [[4, 6]], [[4, 4]]])('report numbers %j are no range, meant or not', (numbers) => {
		const passed = passGate([...owed, report(numbers)], [], { ...context, anyway: true });
		expect(passed).toMatchObject({ error: { kind: 'badData', field: 'numbers' } });
	});
});

test('a report recorded in its own cycle ends what the cycle before it owes', () => {
	const submitted = propose('ReportSubmitted', '2026-10-01', { stream: 'CMW/AZE/4', data: { numbers: [4] } });
	const recorded = record(adoption, propose('NextReportRequested', '2021-10-08'), submitted);
	const before = foldCycle(
		'CMW/AZE/3',
		recorded.filter(({ stream }) => stream === 'CMW/AZE/3')
	) as Timeline;
	expect(before.obligations).toMatchObject([
		{ duty: 'nextReport', ending: { how: 'met', on: '2026-10-01' } }
	]);
	const told = recorded.find(({ type }) => type === 'NextReportSubmitted');
	expect(recorded.find(({ type }) => type === 'ReportSubmitted')?.data.submittedIn).toBe(told?.id);
});

describe('a submission that two cycles know', () => {
	const submitted = propose('NextReportSubmitted', '2026-11-20');
	const correct = (recorded: Envelope[], data: Record<string, unknown>) =>
		propose('RecordCorrected', '2026-11-22', {
			data,
			corrects: recorded.findLast(({ stream }) => stream === 'CMW/AZE/3')!.id
		});
	const nextCycle = (recorded: Envelope[]) =>
		foldCycle(
			'CMW/AZE/4',
			recorded.filter(({ stream }) => stream === 'CMW/AZE/4')
		) as Timeline;
	const withdrawal = { action: 'withdraw', reason: 'it was another State' };

	test('is taken back in both, and brought back in both', () => {
		const recorded = record(adoption, submitted);
		const withdrawn = record(adoption, submitted, correct(recorded, withdrawal));
		expect(nextCycle(withdrawn).facts).toEqual([]);
		const back = record(
			adoption,
			submitted,
			correct(recorded, withdrawal),
			correct(withdrawn, { ...withdrawal, reason: 'it was this State after all' })
		);
		expect(nextCycle(back).facts).toMatchObject([{ type: 'ReportSubmitted', on: '2026-11-20' }]);
	});

	test('gets its new date in both', () => {
		const recorded = record(adoption, submitted);
		const data = {
			action: 'replace',
			reason: 'misread',
			on: '2026-11-19',
			data: { numbers: [4] },
			source: null
		};
		const redated = record(adoption, submitted, correct(recorded, data));
		expect(nextCycle(redated).facts).toMatchObject([{ type: 'ReportSubmitted', on: '2026-11-19' }]);
	});

	test('taken back and recorded anew, opens the next cycle anew', () => {
		const recorded = record(adoption, submitted);
		const anew = record(
			adoption,
			submitted,
			correct(recorded, withdrawal),
			propose('NextReportSubmitted', '2026-11-21')
		);
		expect(nextCycle(anew).facts).toMatchObject([{ type: 'ReportSubmitted', on: '2026-11-21' }]);
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
			'a changed rule that the body does not have',
			[
				propose('ProcedureChanged', '2026-11-22', {
					data: { ...minimalData('ProcedureChanged'), amendments: [amendment({ rule: 'visitReplyWithin' })] }
				})
			],
			{ kind: 'ruleNotInProcedure', body: 'CMW', rule: 'visitReplyWithin' }
		],
		[
			'a changed rule of another body',
			[propose('ProcedureChanged', '2026-11-22', { stream: 'CAT/AZE/3' })],
			{ kind: 'unknownBody', body: 'CMW' }
		],
		[
			'a session that would end before it begins',
			[
				propose('ReviewScheduled', '2021-03-01', {
					data: { session: 33, from: '2021-10-08', to: '2021-09-27' }
				})
			],
			{ kind: 'endsBeforeItBegins', from: '2021-10-08', to: '2021-09-27' }
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
	const timeline = foldCycle('CMW/AZE/3', passed.value.events);
	expect(isTimeline(timeline) && timeline.anomalies).toMatchObject([
		{ kind: 'notAccepted', event: { type: 'FollowUpReceived' }, states: ['beforeReview.reportAwaited'] }
	]);
	expect(isTimeline(timeline) && timeline.anomalies[0]).toHaveProperty(
		'accepted',
		expect.arrayContaining(['DialogueHeld'])
	);
});

describe('what a body does not have', () => {
	const asked = (stream: string, type: string) =>
		passGate(
			[propose(type, '2024-02-01', { stream })],
			record(propose('ConcludingObservationsAdopted', '2024-02-01', { stream })),
			context
		);

	test.each([
		['CRC/AZE/5', 'FollowUpRequested'],
		['CED/AZE/1', 'NextReportRequested'],
		['CMW/AZE/3', 'VisitCarriedOut'],
		['CRC-OPAC/AZE/1', 'NextReportRequested']
	])('is refused as no step of its procedure: %s, %s', (stream, type) =>
		expect(asked(stream, type)).toMatchObject({
			ok: false,
			error: { kind: 'notInProcedure', type, stream, body: stream.split('/')[0] }
		})
	);

	test('is refused as a step of the first cycle alone', () =>
		expect(passGate([propose('TreatyEnteredIntoForce', '2004-07-01')], [], context)).toMatchObject({
			ok: false,
			error: { kind: 'onlyInTheFirstCycle', body: 'CMW' }
		}));

	test('is refused of a body without reports', () =>
		expect(
			passGate([propose('ReportSubmitted', '2024-02-01', { stream: 'SPT/AZE/1' })], [], context)
		).toMatchObject({ ok: false, error: { kind: 'notInProcedure', body: 'SPT' } }));

	test('is not said of a step that only comes too early', () =>
		expect(passGate([propose('FollowUpReceived', '2024-02-01')], [], context)).toMatchObject({
			ok: false,
			error: { kind: 'notAccepted' }
		}));

	test('is recorded anyway where somebody insists', () =>
		expect(passGate([propose('VisitCarriedOut', '2024-02-01')], [], { ...context, anyway: true }).ok).toBe(
			true
		));
});
