import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { dayNumber, dayOf } from '#lib/calendar/dayNumber.ts';
import { WorkingDays } from '#lib/calendar/workingDays.ts';
import { isPreparation, type EventType } from '#lib/cycle/events/catalogue.ts';
import { planFromRows, planRows } from '#lib/cycle/preparation/rows.ts';
import { planOn } from '#lib/cycle/preparation/onDay.ts';
import { workBack } from '#lib/cycle/preparation/workBack.ts';
import { foldCycle, type Timeline } from '#lib/cycle/timeline/fold.ts';
import { anyHistory, recordIn, type Told } from './histories.ts';

const first = dayNumber('2020-01-01');
const anyDay = fc.integer({ min: first, max: first + 4000 }).map(dayOf);
const anyRest = fc.record({
	nonWorkingWeekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 6 }),
	nonWorkingDays: fc.array(fc.record({ on: anyDay }), { maxLength: 20 })
});
const anyLeads = fc.array(fc.nat({ max: 400 }), { minLength: 1, maxLength: 8 });
const anySpan = fc.tuple(anyDay, fc.nat({ max: 600 })).map(([from, ahead]) => ({
	from,
	due: dayOf(dayNumber(from) + ahead)
}));

test('what a State prepares moves no cycle and changes nothing that it owes', () => {
	fc.assert(
		fc.property(anyHistory, (history) => {
			const recorded = recordIn(history);
			const facts = recorded.filter(({ type }) => !isPreparation({ type: type as EventType }));
			fc.pre(facts.length < recorded.length);
			const [all, without] = [recorded, facts].map((events) => foldCycle('CMW/AZE/3', events) as Timeline);
			for (const part of ['facts', 'steps', 'spells', 'obligations'] as const)
				expect(all![part]).toEqual(without![part]);
		}),
		{ numRuns: 300 }
	);
});

test('the order in which plans arrive changes nothing', () => {
	fc.assert(
		fc.property(anyHistory, (history) => {
			const recorded = recordIn(history);
			const [one, other] = [recorded, recorded.toReversed()].map(
				(events) => (foldCycle('CMW/AZE/3', events) as Timeline).preparation
			);
			expect(one).toEqual(other);
		}),
		{ numRuns: 200 }
	);
});

test('a plan worked back is in its order, begins no earlier than today and ends no later than the deadline', () => {
	fc.assert(
		fc.property(anyLeads, anySpan, anyRest, (leads, { from, due }, rest) => {
			const working = new WorkingDays(rest);
			const longestFirst = leads.toSorted((one, other) => other - one);
			const days = workBack(longestFirst, { from, due, working });
			expect(days).toEqual(days.toSorted());
			for (const day of days) {
				expect(day >= from && day <= due).toBe(true);
				// Where nobody works between the two, the deadline itself is all there is.
				expect(working.includes(dayNumber(day)) || day === due).toBe(true);
			}
		})
	);
});

test('a plan with time enough keeps every lead, but for days on which nobody works', () => {
	fc.assert(
		fc.property(anyLeads, anyDay, (leads, due) => {
			const working = new WorkingDays({ nonWorkingWeekdays: [], nonWorkingDays: [] });
			const days = workBack(leads, { from: '2000-01-01', due, working });
			expect(days.map((day) => dayNumber(due) - dayNumber(day))).toEqual(leads);
		})
	);
});

const anyStep = fc.record({
	id: fc.uuid(),
	name: fc.string({ minLength: 1 }).filter((text) => text.trim() === text && text !== ''),
	responsible: fc.string().filter((text) => text.trim() === text),
	due: anyDay
});

test('a plan with time enough, worked back again from the same day, stays as it is', () => {
	fc.assert(
		fc.property(anyLeads, anyDay, anyRest, (leads, due, rest) => {
			const room = { from: '2000-01-01' as IsoDate, due, working: new WorkingDays(rest) };
			const days = workBack(leads, room);
			const again = days.map((day) => dayNumber(due) - dayNumber(day));
			expect(workBack(again, room)).toEqual(days);
		})
	);
});

test('a plan comes back out of the rows it was written in', () => {
	fc.assert(
		fc.property(fc.uniqueArray(anyStep, { minLength: 1, selector: ({ id }) => id }), anyDay, (steps, due) => {
			const told: Told[] = [
				{ type: 'ConcludingObservationsAdopted', on: '2018-01-01', data: {} },
				{
					type: 'FollowUpRequested',
					on: '2018-01-01',
					data: { units: ['16'], deadline: { kind: 'exact', due: '2999-12-31', basis: 'stated' } }
				},
				{
					type: 'PreparationPlanned',
					on: '2018-01-02',
					data: {
						for: 'CMW/AZE/3#followUp-1',
						due,
						steps: steps.map(({ responsible, ...step }) => ({ ...step, ...(responsible && { responsible }) }))
					}
				}
			];
			const timeline = foldCycle('CMW/AZE/3', recordIn(told)) as Timeline;
			const plan = planOn(timeline, 'CMW/AZE/3#followUp-1', '2018-01-02')!;
			expect(planFromRows(planRows(plan))).toEqual({
				ok: true,
				value: [
					{
						for: 'CMW/AZE/3#followUp-1',
						due,
						steps: steps.map((step, place) => ({ ...step, doneOn: null, row: place }))
					}
				]
			});
		}),
		{ numRuns: 100 }
	);
});
