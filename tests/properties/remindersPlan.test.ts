import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import type { Lead } from '#lib/calendar/lead.ts';
import { dayNumber, dayOf } from '#lib/calendar/dayNumber.ts';
import { duties } from '#lib/cycle/deadline.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';
import { badgeCount } from '#lib/reminders/badgeCount.ts';
import { checkPreferences } from '#lib/reminders/checkPreferences.ts';
import { plan } from '#lib/reminders/plan.ts';
import type { Policy, Preferences } from '#lib/reminders/preferences.ts';
import { owed, type SetDate } from '#lib/reminders/testing/owed.ts';
import { dueOn, planNaively } from './remindersNaive.ts';

const start = dayNumber('2023-01-01');
const dayAt = (days: number): IsoDate => dayOf(start + days);
const anyDay = fc.integer({ min: 0, max: 1500 }).map(dayAt);

const anyLead = fc
	.tuple(fc.nat({ max: 40 }), fc.constantFrom('M', 'W', 'D'))
	.map(([count, unit]): Lead => (count === 0 ? 'P0D' : (`P${count}${unit}` as Lead)));
const anyPolicy: fc.Arbitrary<Policy> = fc.record({
	before: fc.uniqueArray(anyLead, { maxLength: 9 }),
	overdueEvery: fc.option(fc.integer({ min: 1, max: 20 })),
	secondStep: fc.option(
		fc.record({
			after: fc.integer({ min: 1, max: 60 }),
			every: fc.integer({ min: 1, max: 10 }),
			to: fc.constantFrom('', 'the Minister')
		})
	)
});

const anyDate = fc.tuple(anyDay, fc.option(anyDay, { freq: 6 }));
const anyDates = fc
	.tuple(anyDate, fc.array(anyDate, { maxLength: 3 }))
	.map(([first, more]): [SetDate, ...SetDate[]] => {
		const [earliest = first, ...others] = [first, ...more].sort(([one], [other]) => (one < other ? -1 : 1));
		return [earliest, ...others];
	});
const anyEnding = fc.option(
	fc.record({ how: fc.constantFrom('met' as const, 'overtaken' as const, 'closed' as const), on: anyDay })
);
const anyWorld = fc
	.array(fc.tuple(anyDates, anyEnding, fc.constantFrom(...duties)), { maxLength: 12 })
	.map((all) =>
		all.map(([dates, ending, duty], place): Owed =>
			owed(dates, { id: `CMW/AZE/${(place * 7) % 12}#${duty}-1`, duty, ending })
		)
	);

const anyPreferences = fc
	.record({
		policies: fc.record({
			replies: anyPolicy,
			followUp: anyPolicy,
			nextReport: anyPolicy,
			preparationStep: anyPolicy
		}),
		own: fc.dictionary(fc.constantFrom('CMW/AZE/0#followUp-1', 'CMW/AZE/7#replies-1'), fc.option(anyPolicy)),
		nonWorkingWeekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 6 }),
		nonWorkingDays: fc.array(fc.record({ on: anyDay, name: fc.constant('A holiday') }), { maxLength: 40 })
	})
	.map((set): Preferences => ({ ...set, quietHours: null, digestAfter: 3 }));

test('what is planned is what Temporal counts, day by day', () => {
	fc.assert(
		fc.property(anyWorld, anyPreferences, anyDay, fc.nat({ max: 500 }), (world, preferences, asOf, ahead) => {
			const until = dayOf(dayNumber(asOf) + ahead);
			expect(plan(world, preferences, asOf, until)).toEqual(planNaively(world, preferences, asOf, until));
		}),
		{ numRuns: 300 }
	);
});

test('a longer plan begins with the shorter one', () => {
	fc.assert(
		fc.property(anyWorld, anyPreferences, anyDay, fc.nat({ max: 500 }), (world, preferences, asOf, ahead) => {
			const all = plan(world, preferences, asOf, dayOf(dayNumber(asOf) + ahead));
			const short = plan(world, preferences, asOf, asOf);
			expect(all.filter(({ on }) => on <= asOf)).toEqual(short);
		}),
		{ numRuns: 200 }
	);
});

test('keys are told apart, and what is planned is JSON', () => {
	fc.assert(
		fc.property(anyWorld, anyPreferences, anyDay, (world, preferences, asOf) => {
			const reminders = plan(world, preferences, asOf, dayOf(dayNumber(asOf) + 400));
			expect(new Set(reminders.map(({ key }) => key)).size).toBe(reminders.length);
			expect(JSON.parse(JSON.stringify(reminders))).toEqual(reminders);
		}),
		{ numRuns: 100 }
	);
});

test('the badge counts what a list of all would', () => {
	fc.assert(
		fc.property(anyWorld, anyDay, (world, asOf) => {
			const last = Temporal.PlainDate.from(asOf).add({ days: 7 }).toString();
			const near = world.filter((one) => (dueOn(one, asOf) ?? '9999') <= last);
			expect(badgeCount(world, asOf)).toBe(near.length);
		}),
		{ numRuns: 200 }
	);
});

test('all these preferences are such as somebody can set', () => {
	fc.assert(
		fc.property(anyPreferences, (preferences) => {
			expect(checkPreferences(structuredClone(preferences))).toEqual({ ok: true, value: preferences });
		})
	);
});
