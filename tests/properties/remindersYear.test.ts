import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber, dayOf } from '#lib/calendar/dayNumber.ts';
import type { IsoDate } from '#lib/calendar/date.ts';
import { duties } from '#lib/cycle/deadline.ts';
import { outlineStream, type Outline } from '#lib/cycle/outline/outline.ts';
import { knownAt } from '#lib/cycle/timeline/knownAt.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';
import { defaultPreferences } from '#lib/reminders/presets.ts';
import { owed } from '#lib/reminders/testing/owed.ts';
import { workedExample, workedExampleStream } from '#lib/workspace/workedExample.ts';
import { Random } from '../world/random.ts';
import { Device } from './remindersDevice.ts';

const aMinute = 60_000;
const aDay = 24 * 60 * aMinute;
const zones = ['Europe/Zurich', 'Asia/Baku', 'Pacific/Kiritimati', 'America/New_York', 'Pacific/Pago_Pago'];

const at = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** The device through the worked example, as it was known at the time, with several looks on every day. */
function workedExampleSeen(from: IsoDate, until: IsoDate): string[] {
	const device = new Device(defaultPreferences);
	const random = new Random(dayNumber(from));
	for (let day = dayNumber(from); day <= dayNumber(until); day += 1)
		for (const hour of [3, 9, random.between(10, 20)]) {
			const instant = at(day * aDay + hour * 60 * aMinute);
			const known = outlineStream(workedExampleStream, knownAt(workedExample, instant)) as Outline;
			device.obligations = [...known.obligations];
			device.look(instant, hour === 9 ? 'page' : 'worker');
		}
	return device.log.map((line) => line.replace(/CMW\/AZE\/3#(\w+)-1~[\d-]+~/, '$1 '));
}

test('the follow-up of the worked example: reminded until its reply is recorded', () => {
	expect(workedExampleSeen('2023-07-01', '2024-06-30')).toEqual([
		'2023-08-01 followUp P3M',
		// 1 October is a Sunday.
		'2023-09-29 followUp P1M',
		'2023-10-18 followUp P14D',
		'2023-10-25 followUp P7D',
		'2023-10-31 followUp P1D',
		'2023-11-01 followUp P0D',
		'2023-11-02 followUp overdue-1',
		'2023-11-09 followUp overdue-8',
		'2023-11-16 followUp overdue-15',
		'2023-11-23 followUp overdue-22',
		'2023-11-30 followUp overdue-29',
		'2023-12-01 followUp overdue-30',
		'2023-12-08 followUp overdue-37',
		'2023-12-15 followUp overdue-44',
		'2023-12-22 followUp overdue-51',
		'2023-12-29 followUp overdue-58',
		'2024-01-05 followUp overdue-65',
		'2024-01-12 followUp overdue-72',
		'2024-01-19 followUp overdue-79',
		'2024-01-26 followUp overdue-86',
		'2024-02-02 followUp overdue-93',
		'2024-02-09 followUp overdue-100',
		'2024-02-16 followUp overdue-107',
		'2024-02-23 followUp overdue-114',
		'2024-03-01 followUp overdue-121'
	]);
});

test('the next report of the worked example: due on a Sunday, and said on the Friday before', () => {
	expect(workedExampleSeen('2025-10-15', '2026-12-10')).toEqual([
		'2025-10-31 nextReport P12M',
		'2026-05-01 nextReport P6M',
		'2026-07-31 nextReport P3M',
		'2026-10-01 nextReport P1M',
		'2026-10-16 nextReport P14D',
		'2026-10-23 nextReport P7D',
		'2026-10-30 nextReport P0D',
		'2026-11-02 nextReport overdue-1',
		'2026-11-09 nextReport overdue-8',
		'2026-11-16 nextReport overdue-15',
		'2026-11-23 nextReport overdue-22',
		'2026-11-30 nextReport overdue-29',
		'2026-12-01 nextReport overdue-30',
		'2026-12-08 nextReport overdue-37'
	]);
});

test(
	'a year of two hundred obligations, with all that happens to them and to the device',
	{ timeout: 60_000 },
	() => {
		const { shown } = liveThrough({ seed: 2026, count: 200, days: 365 });
		expect(shown.length).toBeGreaterThan(1000);
	}
);

test('any months of any desk', { timeout: 60_000 }, () => {
	fc.assert(
		fc.property(
			fc.record({
				seed: fc.integer({ min: 0, max: 2 ** 31 }),
				count: fc.integer({ min: 1, max: 8 }),
				days: fc.integer({ min: 1, max: 150 })
			}),
			(life) => {
				liveThrough(life);
			}
		),
		{ numRuns: 300, seed: 20_261_122 }
	);
});

/** Lets a device live through days by chance: it is looked at or not, and its clock, zone and record change. */
function liveThrough({ seed, count, days }: { seed: number; count: number; days: number }): Device {
	const random = new Random(seed);
	const device = new Device(defaultPreferences);
	const first = dayNumber('2026-02-01');
	device.obligations = Array.from({ length: count }, (_, place) => anObligation(random, place, first));
	/** How wrong the clock goes, in milliseconds. */
	let wrong = 0;
	for (let day = first; day < first + days; day += 1) {
		record(random, device, dayOf(day));
		if (random.happens(0.03)) device.zone = random.oneOf(zones);
		if (random.happens(0.03)) wrong = random.between(-20, 20) * aDay + random.between(-600, 600) * aMinute;
		else if (random.happens(0.3)) wrong = 0;
		if (random.happens(0.02)) device.preferences = anotherPreferences(random, device);
		if (random.happens(0.02)) day += random.between(2, 40);
		let minute = 0;
		for (let looks = random.between(0, 4); looks > 0; looks -= 1) {
			minute = random.between(minute + 1, 1440 - looks);
			const instant = at(day * aDay + minute * aMinute + wrong);
			device.look(instant, random.oneOf(['page', 'worker']), random.happens(0.05));
			putSomethingOff(random, device, instant);
		}
	}
	return device;
}

function anObligation(random: Random, place: number, today: number): Owed {
	const asked = dayOf(today - random.between(0, 800));
	const due = dayOf(today + random.between(-100, 500));
	const duty = random.oneOf(duties);
	return owed([[asked, random.happens(0.9) ? due : null]], { id: `CMW/AZE/${place + 1}#${duty}-1`, duty });
}

/** What somebody may have recorded by a day: a date moved, there and back; an ending, or that there was none. */
function record(random: Random, device: Device, today: IsoDate): void {
	const share = 0.15 / device.obligations.length;
	device.obligations = device.obligations.map((obligation) => {
		const { dates, ending } = obligation;
		if (random.happens(share)) {
			if (ending) return { ...obligation, ending: null };
			const on = dayOf(dayNumber(today) - random.between(0, 60));
			return { ...obligation, ending: { how: random.oneOf(['met', 'overtaken', 'closed']), on } };
		}
		if (random.happens(share)) {
			const back = random.happens(0.3) ? random.oneOf(dates).due : null;
			const due = back ?? dayOf(dayNumber(today) + random.between(-30, 300));
			return { ...obligation, dates: [...dates, { ...dates[0]!, due, from: today }] };
		}
		return obligation;
	});
	if (random.happens(0.02))
		device.obligations.push(anObligation(random, device.obligations.length, dayNumber(today)));
}

function anotherPreferences(random: Random, { preferences, obligations }: Device): Device['preferences'] {
	const before = defaultPreferences.policies.nextReport.before.filter(() => random.happens(0.7));
	const policy = {
		before: [...before, `P${random.between(15, 25)}D` as const],
		overdueEvery: random.between(2, 9),
		secondStep: random.happens(0.5) ? { after: random.between(10, 40), every: 2, to: '' } : null
	};
	const { id } = random.oneOf(obligations);
	return {
		...preferences,
		policies: { ...preferences.policies, [random.oneOf(duties)]: policy },
		own: { ...preferences.own, [id]: random.oneOf([null, policy]) }
	};
}

function putSomethingOff(random: Random, device: Device, instant: string): void {
	if (!random.happens(0.1)) return;
	const today = instant.slice(0, 10) as IsoDate;
	const open = device.open(today);
	if (open.length === 0) return;
	// Geneva may be a day ahead of this one.
	device.putOff(random.oneOf(open), dayOf(dayNumber(today) + random.between(2, 30)), instant);
}
