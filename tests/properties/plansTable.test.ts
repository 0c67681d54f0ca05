import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { dayNumber, dayOf } from '#lib/calendar/dayNumber.ts';
import { passGate } from '#lib/cycle/gate.ts';
import { planChanges, type PlanChanges } from '#lib/cycle/preparation/changes.ts';
import { planColumns } from '#lib/cycle/preparation/rows.ts';
import { foldCycle, type Timeline } from '#lib/cycle/timeline/fold.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { plansIn, plansOn, plansTable, type PlanHeads } from '#lib/exchange/plans/plansTable.ts';
import { csvOf } from '#lib/exchange/table/csvOf.ts';
import { readWhole } from '#lib/exchange/table/readTable.ts';
import { recordIn, type Told } from './histories.ts';

const today: IsoDate = '2026-06-01';
const streams = ['CMW/AZE/3', 'CAT/AZE/5', 'CERD/AZE/10-12'];
const heads: PlanHeads = {
	name: 'Plans',
	columns: Object.fromEntries(planColumns.map((column) => [column, column])) as PlanHeads['columns'],
	title: 'Title'
};

const [first, last] = [dayNumber('2022-01-01'), dayNumber('2029-12-31')];
const anyDay = fc.integer({ min: first, max: last }).map(dayOf);
const pastDay = fc.integer({ min: first, max: dayNumber(today) }).map(dayOf);
const anyText = fc
	.string({ unit: fc.constantFrom('a', 'Ü', '=', '"', ',', ';', '-', '2', '\n', ' ', "'", '@') })
	.map((text) => text.trim());
const anyStep = fc.record({
	id: fc.stringMatching(/^[\w-]{1,12}$/),
	name: anyText.filter(Boolean),
	responsible: anyText,
	due: anyDay,
	/** The day that a second plan gave it. */
	replanned: anyDay,
	doneOn: fc.option(pastDay, { nil: null, freq: 1 })
});
const anyPlan = fc.uniqueArray(anyStep, { minLength: 1, maxLength: 6, selector: ({ id }) => id });
interface Step {
	id: string;
	name: string;
	responsible: string;
	due: IsoDate;
	replanned: IsoDate;
	doneOn: IsoDate | null;
}
/** The plans for the follow-up of three cycles; an empty one where none is made. */
const anyPlans = fc.tuple(anyPlan, fc.oneof(anyPlan, fc.constant([])), fc.oneof(anyPlan, fc.constant([])));

/** What is recorded where a State has these plans. */
function recordedOf(plans: readonly (readonly Step[])[]): Envelope[] {
	return plans.flatMap((steps, place) => {
		const stream = streams[place]!;
		const obligation = `${stream}#followUp-1`;
		const deadline = { kind: 'exact', due: '2029-12-31', basis: 'stated' };
		const told: Told[] = [
			{ type: 'ConcludingObservationsAdopted', on: '2021-12-01', data: {} },
			{ type: 'FollowUpRequested', on: '2021-12-01', data: { units: ['16'], deadline } }
		];
		const planned = (on: IsoDate, dueOf: (step: Step) => IsoDate): Told => ({
			type: 'PreparationPlanned',
			on,
			data: {
				for: obligation,
				due: '2029-12-31',
				steps: steps.map((step) => ({
					id: step.id,
					name: step.name,
					...(step.responsible && { responsible: step.responsible }),
					due: dueOf(step)
				}))
			}
		});
		if (steps.length)
			told.push(
				planned('2022-01-01', ({ due }) => due),
				planned('2024-01-01', ({ replanned }) => replanned)
			);
		for (const { id, name, doneOn } of steps)
			if (doneOn)
				told.push({ type: 'PreparationStepDone', on: doneOn, data: { for: obligation, step: id, name } });
		return recordIn(told).map((event, index) => ({
			...event,
			id: `00000000-0000-7000-8000-${(place * 1000 + index).toString(16).padStart(12, '0')}`,
			stream
		}));
	});
}

const timelinesOf = (events: readonly Envelope[]): Timeline[] =>
	[...Map.groupBy(events, ({ stream }) => stream)].map(
		([stream, ofOne]) => foldCycle(stream, ofOne) as Timeline
	);
const csvFrom = (timelines: readonly Timeline[]): string =>
	csvOf(plansTable(plansOn(timelines, today), heads, () => 'Follow-up'));

function changesFrom(csv: string, timelines: readonly Timeline[]): PlanChanges {
	const read = plansIn(readWhole(csv.slice(1), ','), heads);
	if (!read.ok) throw new Error(JSON.stringify(read.error));
	return planChanges(read.value.plans, timelines, today);
}

/** What is recorded once the changes have passed the gate. */
function recordedWith(events: readonly Envelope[], { changed }: PlanChanges): Envelope[] {
	let made = 0;
	const passed = passGate(
		changed.flatMap(({ proposals }) => proposals),
		events,
		{
			today,
			now: '2026-06-01T10:00:00.000Z',
			by: '',
			replica: '00000000-0000-7000-8000-000000000000',
			newId: () => `00000000-0000-7000-8000-${((made += 1) + 0xff_ff).toString(16).padStart(12, '0')}`
		}
	);
	if (!passed.ok) throw new Error(JSON.stringify(passed.error));
	return [...events, ...(passed.value.events as Envelope[])];
}

test('plans that are saved and read in again change nothing', () => {
	fc.assert(
		fc.property(anyPlans, (plans) => {
			const timelines = timelinesOf(recordedOf(plans));
			expect(changesFrom(csvFrom(timelines), timelines)).toEqual({ changed: [], faults: [] });
		}),
		{ numRuns: 200 }
	);
});

test('one cell that is edited changes that plan alone, as it says, and read in again nothing', () => {
	const edit = fc.record({ step: fc.nat(), responsible: anyText, due: anyDay });
	let changedPlans = 0;
	fc.assert(
		fc.property(anyPlans, edit, (plans, { step, responsible, due }) => {
			const events = recordedOf(plans);
			const timelines = timelinesOf(events);
			const at = step % plans[0].length;
			const rows = plansTable(plansOn(timelines, today), heads, () => '').rows.map((row) => [...row]);
			const [was, before] = rows[at]!.splice(4, 2, responsible, due);
			const csv = csvOf({
				name: '',
				columns: [...planColumns, 'Title'].map((name) => ({ key: name, name })),
				rows
			});
			const found = changesFrom(csv, timelines);
			const { doneOn, replanned } = plans[0][at]!;
			const isMoved = due !== before && due !== replanned;
			if (isMoved && doneOn && doneOn < today) {
				expect(found.faults).toEqual([{ row: at, kind: 'dueOfDone', due: before }]);
				return;
			}
			if (responsible === was && !isMoved) {
				expect(found).toEqual({ changed: [], faults: [] });
				return;
			}
			expect(found.faults).toEqual([]);
			expect(found.changed).toMatchObject([
				{
					obligation: { id: `${streams[0]}#followUp-1` },
					changes: [{ kind: 'changed', step: { responsible, due } }],
					proposals: [{ type: 'PreparationPlanned', on: today }]
				}
			]);
			changedPlans += 1;
			const after = timelinesOf(recordedWith(events, found));
			expect(changesFrom(csv, after)).toEqual({ changed: [], faults: [] });
		}),
		{ numRuns: 200 }
	);
	expect(changedPlans).toBeGreaterThan(20);
});

test(
	'whatever plans are read in, the gate takes what is proposed, and then they stand as they were told',
	{ timeout: 60_000 },
	() => {
		let recorded = 0;
		fc.assert(
			fc.property(anyPlans, anyPlans, (plans, told) => {
				const events = recordedOf(plans);
				const csv = csvFrom(timelinesOf(recordedOf(told)));
				const found = changesFrom(csv, timelinesOf(events));
				if (found.faults.length) return;
				const after = timelinesOf(recordedWith(events, found));
				expect(changesFrom(csv, after)).toEqual({ changed: [], faults: [] });
				recorded += found.changed.length;
			}),
			{ numRuns: 300 }
		);
		expect(recorded).toBeGreaterThan(100);
	}
);
