import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heldUntil, type LocalTime } from './held.ts';
import { defaultPreferences } from './presets.ts';

const preferences = {
	...defaultPreferences,
	nonWorkingDays: [{ on: '2026-11-30' as const, name: 'A holiday' }]
};

// 22 November 2026 is a Sunday.
test.each([
	['2026-11-23', '06:59', '2026-11-23', '07:00'],
	['2026-11-23', '20:00', '2026-11-24', '07:00'],
	['2026-11-22', '12:00', '2026-11-23', '07:00'],
	['2026-11-22', '23:00', '2026-11-23', '07:00'],
	['2026-11-27', '20:30', '2026-12-01', '07:00'],
	['2026-11-30', '12:00', '2026-12-01', '07:00']
] as const)('at %s %s nobody is disturbed until %s %s', (day, time, untilDay, untilTime) =>
	expect(heldUntil({ day, time }, preferences)).toEqual({ day: untilDay, time: untilTime })
);

test.each([
	['2026-11-23', '07:00'],
	['2026-11-23', '19:59']
] as const)('at %s %s one may be disturbed', (day, time) =>
	expect(heldUntil({ day, time }, preferences)).toBeNull()
);

test('nothing is quiet where nothing is set', () => {
	const always = { ...preferences, quietHours: null, nonWorkingWeekdays: [], nonWorkingDays: [] };
	expect(heldUntil({ day: '2026-11-22', time: '03:00' }, always)).toBeNull();
});

test('it ends at the first minute that is neither quiet nor in a day of rest', () => {
	const anyTime = fc
		.tuple(fc.nat({ max: 23 }), fc.nat({ max: 5 }))
		.map(([hour, tens]) => `${`${hour}`.padStart(2, '0')}:${tens}0`);
	fc.assert(
		fc.property(
			anyTime,
			anyTime,
			anyTime,
			fc.nat({ max: 13 }),
			fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 6 }),
			(from, to, time, day, nonWorkingWeekdays) => {
				fc.pre(from !== to);
				let at = Temporal.PlainDateTime.from(`2026-11-16T${time}`).add({ days: day });
				const mayDisturb = () => {
					const now = at.toPlainTime().toString({ smallestUnit: 'minute' });
					const quiet = from < to ? from <= now && now < to : !(to <= now && now < from);
					const rest =
						nonWorkingWeekdays.includes(at.dayOfWeek) || at.toPlainDate().toString() === '2026-11-30';
					return !quiet && !rest;
				};
				const clock = () =>
					({
						day: at.toPlainDate().toString(),
						time: at.toPlainTime().toString({ smallestUnit: 'minute' })
					}) as LocalTime;
				const settings = { ...preferences, quietHours: { from, to }, nonWorkingWeekdays };
				const told = heldUntil(clock(), settings);
				const free = mayDisturb();
				// All times here are whole tens of minutes.
				while (!mayDisturb()) at = at.add({ minutes: 10 });
				expect(told).toEqual(free ? null : clock());
			}
		),
		{ numRuns: 300 }
	);
});
