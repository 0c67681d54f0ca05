import { expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { envelope } from '../testing/facts.ts';
import { foldCycle, type Timeline } from '../timeline/fold.ts';
import { planChanges } from './changes.ts';
import type { StepInRows } from './rows.ts';

const id = 'CMW/AZE/3#followUp-1';
const plan = (on: IsoDate, ...steps: object[]) =>
	envelope('PreparationPlanned', on, { for: id, due: '2023-11-01', steps });
const draft = { id: 'draft', name: 'Draft', due: '2023-06-01' };
const send = { id: 'send', name: 'Send', responsible: 'Foreign Ministry', due: '2023-10-25' } as const;
const cycle = (...more: ReturnType<typeof envelope>[]) => [
	foldCycle('CMW/AZE/3', [
		envelope('ConcludingObservationsAdopted', '2021-10-08', {}),
		envelope('FollowUpRequested', '2021-10-08', {
			units: ['16'],
			deadline: { kind: 'exact', due: '2023-11-01', basis: 'stated' }
		}),
		...more
	]) as Timeline
];
const planned = cycle(
	plan('2022-01-01', draft, send),
	envelope('PreparationStepDone', '2022-05-02', { for: id, step: 'draft', name: 'Draft' })
);

const row = (place: number, step: Partial<StepInRows>): StepInRows => ({
	id: 'draft',
	name: 'Draft',
	responsible: '',
	due: '2023-06-01',
	doneOn: '2022-05-02',
	row: place,
	...step
});
const sent = (more: Partial<StepInRows> = {}) => row(1, { ...send, doneOn: null, ...more });
const read = (steps: StepInRows[], timelines = planned, obligation = id) =>
	planChanges([{ for: obligation, due: '2023-11-01', steps }], timelines, '2022-06-01');
const kinds = (...given: Parameters<typeof read>) =>
	read(...given).changed.map(({ changes }) => changes.map(({ kind }) => kind));

test('each thing in which a plan differs is told by itself', () => {
	expect(kinds([row(0, {}), sent()])).toEqual([]);
	expect(kinds([row(0, { name: 'First draft' }), sent()])).toEqual([['changed']]);
	expect(kinds([row(0, {}), row(1, { id: 'consult', doneOn: null })])).toEqual([['added', 'leftOut']]);
	expect(kinds([sent(), row(0, {})])).toEqual([['reordered']]);
	expect(kinds([row(0, {}), sent({ doneOn: '2022-06-01' })])).toEqual([['done']]);
	expect(kinds([sent()], cycle())).toEqual([['newPlan']]);
});

test('what is recorded is the plan as of today and what was done on its day, and nobody is named for nothing', () => {
	const [change] = read([sent({ responsible: '', doneOn: '2022-05-31' })], cycle()).changed;
	const { responsible: _, ...step } = send;
	expect(change!.proposals).toMatchObject([
		{ type: 'PreparationPlanned', on: '2022-06-01', data: { for: id, due: '2023-11-01' } },
		{ type: 'PreparationStepDone', on: '2022-05-31', data: { for: id, step: 'send', name: 'Send' } }
	]);
	expect(change!.proposals[0]!.data.steps).toEqual([step]);
});

test.each([
	['for what nobody owes', [sent()], 'CMW/AZE/3#followUp-2', { row: 1, kind: 'nothingToPrepare' }],
	[
		'done on a day to come',
		[row(0, {}), sent({ doneOn: '2022-06-02' })],
		id,
		{ row: 1, kind: 'inTheFuture' }
	],
	[
		'done before anything was owed',
		[row(0, {}), sent({ doneOn: '2021-10-07' })],
		id,
		{ row: 1, kind: 'nothingToPrepare' }
	],
	[
		'done on another day than is recorded',
		[row(0, { doneOn: '2022-05-03' }), sent()],
		id,
		{ row: 0, kind: 'doneOtherwise', on: '2022-05-02' }
	],
	[
		'not done, which is recorded as done',
		[row(0, { doneOn: null }), sent()],
		id,
		{ row: 0, kind: 'doneOtherwise', on: '2022-05-02' }
	],
	[
		'done, and given another day',
		[row(0, { due: '2023-06-02' }), sent()],
		id,
		{ row: 0, kind: 'dueOfDone', due: '2023-06-01' }
	],
	[
		'after the day that is worked back from',
		[row(0, {}), sent({ due: '2023-11-02' })],
		id,
		{ row: 1, kind: 'stepAfterDeadline', due: '2023-11-01' }
	]
] as const)('a step %s is refused at its row', (_, steps, obligation, fault) => {
	expect(read([...steps], planned, obligation).faults).toEqual([fault]);
});

test('what came is prepared no more, and its plan reads in again without a change', () => {
	const received = cycle(
		plan('2022-01-01', draft, send),
		envelope('FollowUpReceived', '2022-05-20', { sections: [] })
	);
	const steps = [row(0, { doneOn: null }), sent()];
	expect(read(steps, received)).toEqual({ changed: [], faults: [] });
	expect(read([sent()], received).faults).toEqual([{ row: 1, kind: 'noLongerOwed', on: '2022-05-20' }]);
});
