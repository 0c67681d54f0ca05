import { expect, test, vi } from 'vitest';
import type { Proposal } from '#lib/cycle/gate.ts';
import type { RegisterRow } from '#lib/cycle/preparation/onDay.ts';
import { envelope } from '#lib/cycle/testing/facts.ts';
import { foldCycle, type Timeline } from '#lib/cycle/timeline/fold.ts';
import { ok } from '#lib/result.ts';
import { namesIn, recordAnswers, recordPlan } from './verbs.ts';

const recording = () => ({ record: vi.fn(async (_: readonly Proposal[]) => ok([])) });
const row = (id: string, unit: string) => ({ unit, obligation: { obligation: { id } } }) as RegisterRow;

test('answers for several obligations are recorded in one passage, an event for each', async () => {
	const workspace = recording();
	const [one, other] = ['CMW/AZE/3#followUp-1', 'CAT/AZE/5#nextReport-1'];
	const rows = [row(one, '16(a)'), row(other, '9'), row(one, '16(b)')];
	await recordAnswers(workspace, '2026-03-02', rows, 'drafted', '');
	expect(workspace.record.mock.calls[0]![0]).toEqual([
		{
			stream: 'CMW/AZE/3',
			type: 'AnswerPrepared',
			on: '2026-03-02',
			data: { for: one, units: ['16(a)', '16(b)'], progress: 'drafted' },
			source: null
		},
		{
			stream: 'CAT/AZE/5',
			type: 'AnswerPrepared',
			on: '2026-03-02',
			data: { for: other, units: ['9'], progress: 'drafted' },
			source: null
		}
	]);
});

test('a step with nobody named says nothing of who does it', async () => {
	const workspace = recording();
	const steps = [
		{ id: 'draft', name: 'Draft', responsible: 'Ministry of Justice', due: '2026-06-26' as const },
		{ id: 'submit', name: 'Submit', responsible: '', due: '2026-10-23' as const }
	];
	await recordPlan(workspace, '2026-03-02', 'CMW/AZE/3#nextReport-1', { due: '2026-11-01', steps }, false);
	expect(workspace.record.mock.calls[0]![0][0]!.data.steps).toEqual([
		steps[0],
		{ id: 'submit', name: 'Submit', due: '2026-10-23' }
	]);
});

test('everybody who was named is named once', () => {
	const plan = (on: '2022-01-01' | '2022-02-01', responsible: string) =>
		envelope('PreparationPlanned', on, {
			for: 'CMW/AZE/3#followUp-1',
			due: '2023-11-01',
			steps: [{ id: 'draft', name: 'Draft', responsible, due: '2023-06-01' }]
		});
	const timeline = foldCycle('CMW/AZE/3', [
		envelope('ConcludingObservationsAdopted', '2021-10-08', {}),
		envelope('FollowUpRequested', '2021-10-08', { units: ['16'], deadline: { kind: 'unstated' } }),
		plan('2022-01-01', 'Ministry of Labour'),
		plan('2022-02-01', 'Ministry of Justice')
	]) as Timeline;
	expect(namesIn([timeline, timeline])).toEqual(['Ministry of Justice', 'Ministry of Labour']);
});
