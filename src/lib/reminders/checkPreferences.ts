import * as v from 'valibot';
import { isIsoDate, type IsoDate } from '#lib/calendar/date.ts';
import { isLead, type Lead } from '#lib/calendar/lead.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import type { Preferences } from './preferences.ts';
import { defaultPreferences } from './presets.ts';

/** What keeps a value from being preferences: the first field at fault, `policies.followUp.before.2`; empty: all. */
export interface PreferencesFault {
	field: string;
}

const distinct = (items: readonly unknown[]): boolean => new Set(items).size === items.length;

const isoDate = v.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value));
const lead = v.custom<Lead>((value) => typeof value === 'string' && isLead(value));
const timeOfDay = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const wholeNumber = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));
const days = wholeNumber(365);

const policy = v.strictObject({
	before: v.pipe(
		v.array(lead),
		v.check((items) => distinct(items))
	),
	overdueEvery: v.nullable(days),
	secondStep: v.nullable(v.strictObject({ after: wholeNumber(3650), every: days, to: v.string() }))
});

const preferences = v.strictObject({
	policies: v.strictObject({
		replies: policy,
		followUp: policy,
		nextReport: policy,
		// What was kept before there were steps says nothing of them.
		preparationStep: v.optional(policy, defaultPreferences.policies.preparationStep)
	}),
	own: v.record(v.string(), v.nullable(policy)),
	quietHours: v.nullable(
		v.pipe(
			v.strictObject({ from: timeOfDay, to: timeOfDay }),
			// From a time to itself would be either never or always.
			v.check(({ from, to }) => from !== to)
		)
	),
	// One day of the week is left to work on, so that nothing waits for ever.
	nonWorkingWeekdays: v.pipe(
		v.array(wholeNumber(7)),
		v.check((items) => distinct(items)),
		v.maxLength(6)
	),
	nonWorkingDays: v.array(v.strictObject({ on: isoDate, name: v.string() })),
	digestAfter: days
});

/** Checks what was read from the device or taken from a form. */
export function checkPreferences(value: unknown): Result<Preferences, PreferencesFault> {
	const checked = v.safeParse(preferences, value, { abortEarly: true });
	return checked.success ? ok(checked.output) : refuse({ field: v.getDotPath(checked.issues[0]) ?? '' });
}
