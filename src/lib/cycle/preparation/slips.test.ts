import { describe, expect, test } from 'vitest';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { canBeForced, passGate, type GateContext, type Proposal } from '../gate.ts';
import { envelope } from '../testing/facts.ts';
import { foldCycle, type Timeline } from '../timeline/fold.ts';

let ids = 0;
const context: GateContext = {
	today: '2026-11-22',
	now: '2026-11-22T08:00:00.000Z',
	by: '',
	replica: '00000000-0000-7000-8000-000000000000',
	newId: () => `00000000-0000-7000-9000-${String((ids += 1)).padStart(12, '0')}`
};
const followUp = 'CMW/AZE/3#followUp-1';
const facts = [
	envelope('CycleOpened', '2021-10-08', { procedure: { body: 'CMW', version: 1 }, reportNumbers: [3] }),
	envelope('ConcludingObservationsAdopted', '2021-10-08', {}),
	envelope('FollowUpRequested', '2021-10-08', {
		units: ['16'],
		deadline: { kind: 'exact', due: '2023-11-01', basis: 'stated' }
	})
];
const propose = (type: string, on: string, data: object): Proposal =>
	({ stream: 'CMW/AZE/3', type, on, data, source: null }) as Proposal;
const plan = (on: string, stepDue = '2023-06-01', id = followUp) =>
	propose('PreparationPlanned', on, {
		for: id,
		due: '2023-11-01',
		steps: [{ id: 'draft', name: 'Draft', due: stepDue }]
	});
const stepDone = (on: string, step = 'draft') =>
	propose('PreparationStepDone', on, { for: followUp, step, name: 'Draft' });

/** What the gate says to the last of some proposals, those before it recorded. */
function pass(proposals: readonly Proposal[], { before = facts, anyway = false } = {}) {
	let recorded: Envelope[] = before;
	let passed;
	for (const proposal of proposals) {
		passed = passGate([proposal], recorded, { ...context, anyway });
		if (passed.ok) recorded = [...recorded, ...(passed.value.events as Envelope[])];
	}
	return { passed: passed!, timeline: foldCycle('CMW/AZE/3', recorded) as Timeline, recorded };
}
const why = (...proposals: Proposal[]) => {
	const { passed } = pass(proposals);
	return passed.ok ? null : passed.error;
};

describe('the gate takes', () => {
	test('a plan, a step that is done, and how far an answer has come', () => {
		const { passed, timeline } = pass([
			plan('2023-01-10'),
			stepDone('2023-05-20'),
			propose('AnswerPrepared', '2023-05-20', { for: followUp, units: ['16'], progress: 'drafted' })
		]);
		expect(passed.ok).toBe(true);
		expect(timeline.preparation.events).toHaveLength(3);
		expect(timeline.anomalies).toEqual([]);
	});

	test('the plan that was made before once more, after another', () => {
		const { timeline } = pass([
			plan('2023-01-10', '2023-06-01'),
			plan('2023-01-10', '2023-07-03'),
			plan('2023-01-10', '2023-06-01')
		]);
		expect(timeline.preparation.plans).toHaveLength(3);
		// All three were made in the same instant; the last one made is in force.
		expect(timeline.preparation.plans.at(-1)!.data.steps[0]!.due).toBe('2023-06-01');
	});

	test('a plan after another of the same day, also where the clock was set back meanwhile', () => {
		const { recorded } = pass([plan('2023-01-10', '2023-06-01')]);
		const earlier = { ...context, now: '2026-11-22T07:00:00.000Z' };
		const passed = passGate([plan('2023-01-10', '2023-07-03')], recorded, earlier);
		const events = passed.ok ? (passed.value.events as Envelope[]) : [];
		const { preparation } = foldCycle('CMW/AZE/3', [...recorded, ...events]) as Timeline;
		expect(preparation.plans.at(-1)!.data.steps[0]!.due).toBe('2023-07-03');
	});

	test('a correction that takes back that a step is done', () => {
		const { recorded } = pass([plan('2023-01-10'), stepDone('2023-05-20')]);
		const { timeline } = pass(
			[
				{
					...propose('RecordCorrected', '2023-06-01', { action: 'withdraw', reason: 'not yet' }),
					corrects: recorded.at(-1)!.id
				}
			],
			{ before: recorded }
		);
		expect(timeline.preparation.steps[0]!.ending).toBeNull();
	});

	test('a redaction of a plan, which may name people', () => {
		const { recorded } = pass([plan('2023-01-10')]);
		const redaction = propose('RecordRedacted', '2023-06-01', {
			event: recorded.at(-1)!.id,
			reason: 'it named a person'
		});
		expect(pass([redaction], { before: recorded }).passed.ok).toBe(true);
	});
});

describe('the gate refuses', () => {
	test.each([
		[
			'a plan for what is not owed',
			'nothingToPrepare',
			plan('2023-01-10', '2023-06-01', 'CMW/AZE/3#replies-1')
		],
		['a plan of a day before it was asked for', 'nothingToPrepare', plan('2021-10-07')],
		['a step that no plan has', 'noSuchStep', stepDone('2023-05-20', 'dream')],
		[
			'a plan with two steps of one id',
			'badData',
			propose('PreparationPlanned', '2023-01-10', {
				for: followUp,
				due: '2023-11-01',
				steps: [
					{ id: 'draft', name: 'Draft', due: '2023-06-01' },
					{ id: 'draft', name: 'Draft again', due: '2023-07-03' }
				]
			})
		],
		['a plan with a day that there is not', 'badData', plan('2023-01-10', '2023-06-31')],
		[
			'a plan without steps',
			'badData',
			propose('PreparationPlanned', '2023-01-10', { for: followUp, due: '2023-11-01', steps: [] })
		]
	])('%s', (_, kind, proposal) => {
		expect(why(proposal)).toMatchObject({ kind });
		expect(canBeForced({ kind })).toBe(false);
	});

	test('what is prepared for something that has ended', () => {
		const received = envelope('FollowUpReceived', '2023-05-02', { sections: [] });
		const { passed } = pass([plan('2023-05-02')], { before: [...facts, received] });
		expect(passed).toMatchObject({ error: { kind: 'noLongerOwed', on: '2023-05-02' } });
	});

	test('the same plan twice, and a step that is done already', () => {
		expect(why(plan('2023-01-10'), plan('2023-01-10'))).toMatchObject({ kind: 'alreadyRecorded' });
		expect(why(plan('2023-01-10'), stepDone('2023-05-20'), stepDone('2023-05-21'))).toMatchObject({
			kind: 'alreadyRecorded',
			event: { on: '2023-05-20' }
		});
	});

	test('a step after the deadline, unless somebody insists', () => {
		expect(why(plan('2023-01-10', '2023-11-02'))).toMatchObject({
			kind: 'stepAfterDeadline',
			due: '2023-11-01',
			step: { name: 'Draft', due: '2023-11-02' }
		});
		expect(pass([plan('2023-01-10', '2023-11-02')], { anyway: true }).passed.ok).toBe(true);
	});

	test('to take back a request that a plan was made for', () => {
		const { recorded } = pass([plan('2023-01-10')]);
		const correction = {
			...propose('RecordCorrected', '2023-06-01', { action: 'withdraw', reason: 'misread' }),
			corrects: facts[2]!.id
		};
		expect(pass([correction], { before: recorded }).passed).toMatchObject({
			error: { kind: 'unsettles', events: [{ type: 'PreparationPlanned' }] }
		});
	});
});
