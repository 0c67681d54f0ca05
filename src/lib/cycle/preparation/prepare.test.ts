import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { outlineOf } from '../outline/outline.ts';
import { envelope } from '../testing/facts.ts';
import { foldCycle, type Timeline } from '../timeline/fold.ts';
import { obligationOn, obligationsOn } from '../timeline/views.ts';
import { planOn, registerOn } from './onDay.ts';
import { workloadOf } from './workload.ts';

const followUp = 'CMW/AZE/3#followUp-1';
const nextReport = 'CMW/AZE/3#nextReport-1';
const due = (day: IsoDate) => ({ kind: 'exact', due: day, basis: 'stated' });

const facts = [
	envelope('ConcludingObservationsAdopted', '2021-10-08', {}),
	envelope('RecommendationsMade', '2021-10-08', {
		recommendations: [{ paragraph: 16, topic: 'Equality', units: ['16(a)', '16(b)'] }]
	}),
	envelope('FollowUpRequested', '2021-10-08', { units: ['16'], deadline: due('2023-11-01') }),
	envelope('InformationForNextReportRequested', '2021-10-08', { units: ['16(b)'] }),
	envelope('NextReportRequested', '2021-10-08', { numbers: [4], deadline: due('2026-11-01') })
];

const plan = (on: IsoDate, steps: readonly [id: string, due: IsoDate, responsible?: string][], at?: string) =>
	envelope(
		'PreparationPlanned',
		on,
		{
			for: followUp,
			due: '2023-11-01',
			steps: steps.map(([id, day, responsible]) => ({
				id,
				name: `To ${id}`,
				due: day,
				...(responsible && { responsible })
			}))
		},
		at ? { recordedAt: at } : {}
	);
const done = (on: IsoDate, step: string) =>
	envelope('PreparationStepDone', on, { for: followUp, step, name: `To ${step}` });
const fold = (...events: Envelope[]) => foldCycle('CMW/AZE/3', [...facts, ...events]) as Timeline;
const standing = (timeline: Timeline, step: string, asOf: IsoDate) => {
	const found = timeline.preparation.steps.find(({ id }) => id === `${followUp}/${step}`)!;
	return obligationOn(found, asOf)?.standing;
};

describe('a step of a plan', () => {
	const planned = fold(
		plan('2023-01-10', [
			['draft', '2023-06-01', 'Ministry of Labour'],
			['send', '2023-10-25']
		])
	);

	test('is due as any obligation is, from the day of the plan on', () => {
		expect(standing(planned, 'draft', '2023-01-09')).toBeUndefined();
		expect(standing(planned, 'draft', '2023-05-30')).toEqual({ kind: 'dueIn', days: 2 });
		expect(standing(planned, 'draft', '2023-06-13')).toEqual({ kind: 'overdue', days: 12 });
	});

	test('stands among all that is owed in the outline, and not among what the committee is owed', () => {
		expect(planned.obligations.map(({ id }) => id)).toEqual([followUp, nextReport]);
		expect(outlineOf(planned).obligations.map(({ id }) => id)).toEqual([
			followUp,
			`${followUp}/draft`,
			`${followUp}/send`,
			nextReport
		]);
		expect(obligationsOn([outlineOf(planned)], '2023-06-13')[0]?.obligation).toMatchObject({
			duty: 'preparationStep',
			step: { for: followUp, serves: 'followUp', name: 'To draft', responsible: 'Ministry of Labour' }
		});
	});

	test('is done, in time or late', () => {
		const timeline = fold(
			plan('2023-01-10', [
				['draft', '2023-06-01'],
				['send', '2023-10-25']
			]),
			done('2023-05-20', 'draft'),
			done('2023-10-28', 'send')
		);
		expect(standing(timeline, 'draft', '2023-06-13')).toEqual({
			kind: 'done',
			on: '2023-05-20',
			daysLate: 0
		});
		expect(standing(timeline, 'send', '2023-10-28')).toEqual({ kind: 'done', on: '2023-10-28', daysLate: 3 });
	});

	test('that was done before it was planned is done from the plan on', () => {
		const timeline = fold(plan('2023-01-10', [['collect', '2023-01-10']]), done('2022-11-01', 'collect'));
		expect(standing(timeline, 'collect', '2023-01-10')).toMatchObject({ kind: 'done', on: '2022-11-01' });
		expect(timeline.anomalies).toEqual([]);
	});

	test('keeps its first date where a later plan moves it, and each counts from its own day', () => {
		const moved = fold(
			plan('2023-01-10', [['draft', '2023-06-01']]),
			plan('2023-05-01', [['draft', '2023-07-03']])
		);
		const [step] = moved.preparation.steps;
		expect(step!.dates.map(({ due: day, from }) => [day, from])).toEqual([
			['2023-06-01', '2023-01-10'],
			['2023-07-03', '2023-05-01']
		]);
	});

	test('has of two plans of one day the date that was recorded last', () => {
		const moved = fold(
			plan('2023-01-10', [['draft', '2023-07-03']], '2026-01-01T00:00:02.000Z'),
			plan('2023-01-10', [['draft', '2023-06-01']], '2026-01-01T00:00:01.000Z')
		);
		expect(moved.preparation.steps[0]!.dates.map(({ due: day }) => day)).toEqual(['2023-07-03']);
	});

	test('is needed no longer once a plan leaves it out', () => {
		const dropped = fold(
			plan('2023-01-10', [
				['draft', '2023-06-01'],
				['send', '2023-10-25']
			]),
			plan('2023-05-01', [['send', '2023-10-25']])
		);
		expect(standing(dropped, 'draft', '2023-05-01')).toEqual({ kind: 'notNeeded', on: '2023-05-01' });
		expect(standing(dropped, 'send', '2023-05-01')).toMatchObject({ kind: 'dueIn' });
	});

	test('is needed no longer once what it prepares was received', () => {
		const received = fold(
			plan('2023-01-10', [['draft', '2023-06-01']]),
			envelope('FollowUpReceived', '2023-05-02', { sections: [] })
		);
		expect(standing(received, 'draft', '2023-06-13')).toEqual({ kind: 'notNeeded', on: '2023-05-02' });
	});
});

describe('what prepares nothing is kept and explained', () => {
	test('a plan for what the record does not know to be owed', () => {
		const other = envelope('PreparationPlanned', '2023-01-10', {
			for: 'CMW/AZE/3#replies-1',
			due: '2023-11-01',
			steps: [{ id: 'draft', name: 'Draft', due: '2023-06-01' }]
		});
		expect(fold(other).anomalies).toMatchObject([
			{ kind: 'unfounded', why: 'noObligation', event: { id: other.id } }
		]);
	});

	test('a step that no plan has', () => {
		const timeline = fold(plan('2023-01-10', [['draft', '2023-06-01']]), done('2023-02-01', 'dream'));
		expect(timeline.anomalies).toMatchObject([{ kind: 'unfounded', why: 'noStep' }]);
	});
});

test('the plan of a day is the last one made by then, with what is done of it and what comes next', () => {
	const timeline = fold(
		plan('2023-01-10', [['draft', '2023-06-01']]),
		plan('2023-05-01', [
			['draft', '2023-07-03', 'Ministry of Justice'],
			['send', '2023-10-25'],
			['print', '2023-10-20']
		]),
		done('2023-06-30', 'draft')
	);
	expect(planOn(timeline, followUp, '2023-01-09')).toBeNull();
	expect(planOn(timeline, followUp, '2023-04-30')).toMatchObject({ done: 0, steps: { length: 1 } });
	expect(planOn(timeline, followUp, '2023-07-01')).toMatchObject({
		done: 1,
		steps: { length: 3 },
		next: { id: 'print' }
	});
});

describe('the register', () => {
	const answer = (on: IsoDate, units: string[], progress: string, responsible?: string) =>
		envelope('AnswerPrepared', on, { for: followUp, units, progress, ...(responsible && { responsible }) });
	const timeline = fold(
		answer('2023-02-01', ['16(a)', '16(b)'], 'assigned', 'Ministry of Labour'),
		answer('2023-03-01', ['16(a)'], 'drafted')
	);
	const seen = (asOf: IsoDate) =>
		registerOn(timeline, asOf).map(({ unit, obligation, progress, responsible }) => [
			obligation.obligation.duty,
			unit,
			progress,
			responsible
		]);

	test('has each unit for each duty that asks about it, with how far its answer has come on the day', () => {
		expect(seen('2023-02-28')).toEqual([
			['followUp', '16(a)', 'assigned', 'Ministry of Labour'],
			['followUp', '16(b)', 'assigned', 'Ministry of Labour'],
			['nextReport', '16(b)', null, '']
		]);
		expect(seen('2023-03-01')[0]).toEqual(['followUp', '16(a)', 'drafted', 'Ministry of Labour']);
	});

	test('leaves out what is owed no longer, and what was not asked for yet', () => {
		expect(seen('2021-10-07')).toEqual([]);
		const received = fold(envelope('FollowUpReceived', '2023-05-02', { sections: [] }));
		expect(registerOn(received, '2023-05-02').map(({ unit }) => unit)).toEqual(['16(b)']);
	});
});

test('the workload tells whose steps are open and overdue, the most pressed first and what lies with nobody last', () => {
	const timeline = fold(
		plan('2023-01-10', [
			['collect', '2023-03-01', 'Ministry of Justice'],
			['draft', '2023-06-01', 'ministry  of justice '],
			['consult', '2023-02-01'],
			['send', '2023-10-25', 'Foreign Ministry']
		]),
		envelope('AnswerPrepared', '2023-02-01', {
			for: followUp,
			units: ['16(a)'],
			progress: 'approved',
			responsible: 'Foreign Ministry'
		})
	);
	const steps = planOn(timeline, followUp, '2023-04-01')!.steps;
	const load = workloadOf(steps, registerOn(timeline, '2023-04-01'));
	expect(
		load.map(({ responsible, open, overdue, answers, next }) => [
			responsible,
			open.length,
			overdue.length,
			answers.length,
			next
		])
	).toEqual([
		['Ministry of Justice', 2, 1, 0, '2023-06-01'],
		['Foreign Ministry', 1, 0, 0, '2023-10-25'],
		['', 1, 1, 2, null]
	]);
});
