import type { LocalClock } from '#lib/calendar/localClock.ts';
import { dayNumber, dayOf } from '#lib/calendar/dayNumber.ts';
import { WorkingDays } from '#lib/calendar/workingDays.ts';
import type { Preferences, QuietHours } from './preferences.ts';

/** A moment on the reader's own clock. */
export type LocalTime = Pick<LocalClock, 'day' | 'time'>;

/**
 * Until when nobody is to be disturbed: through quiet hours and days of rest on the reader's own clock; null where
 * one may be now. What the open page shows disturbs nobody and need not wait.
 */
export function heldUntil(clock: LocalTime, preferences: Preferences): LocalTime | null {
	const working = new WorkingDays(preferences);
	const { quietHours } = preferences;
	let [day, { time }] = [dayNumber(clock.day), clock];
	for (;;) {
		if (!working.includes(day)) {
			[day, time] = [working.firstFrom(day), '00:00'];
		} else if (quietHours && isQuiet(time, quietHours)) {
			const endsTomorrow = quietHours.to < quietHours.from && quietHours.from <= time;
			[day, time] = [endsTomorrow ? day + 1 : day, quietHours.to];
		} else break;
	}
	const until = { day: dayOf(day), time };
	return until.day === clock.day && time === clock.time ? null : until;
}

function isQuiet(time: string, { from, to }: QuietHours): boolean {
	return from < to ? from <= time && time < to : from <= time || time < to;
}
