import { expect, test } from 'vitest';
import { checkPreferences } from './checkPreferences.ts';
import type { Policy, Preferences } from './preferences.ts';
import { defaultPreferences, presetNames, presets } from './presets.ts';

const withFollowUp = (policy: Partial<Policy> | object): unknown => ({
	...defaultPreferences,
	policies: { ...defaultPreferences.policies, followUp: { ...presets.weeks, ...policy } }
});
const withOther = (other: Partial<Preferences> | object): unknown => ({ ...defaultPreferences, ...other });

test('what holds at first is right, and so is each preset', () => {
	expect(checkPreferences(structuredClone(defaultPreferences))).toEqual({
		ok: true,
		value: defaultPreferences
	});
	for (const name of presetNames) {
		const own = { 'CMW/AZE/3#followUp-1': presets[name], 'CMW/AZE/3#nextReport-1': null };
		expect(checkPreferences(withOther({ own })).ok).toBe(true);
	}
});

test('what was kept before there were steps to remind of is read, with the usual for them', () => {
	const { replies, followUp, nextReport } = defaultPreferences.policies;
	expect(checkPreferences(withOther({ policies: { replies, followUp, nextReport } }))).toEqual({
		ok: true,
		value: defaultPreferences
	});
	expect(defaultPreferences.policies.preparationStep).toMatchObject({
		before: ['P7D', 'P1D', 'P0D'],
		overdueEvery: 7
	});
});

test.each([
	['', null],
	['policies', withOther({ policies: undefined })],
	['policies.nextReport', withOther({ policies: { replies: presets.none, followUp: presets.none } })],
	['policies.followUp.before.1', withFollowUp({ before: ['P1D', 'P1Y'] })],
	['policies.followUp.before', withFollowUp({ before: ['P1D', 'P1D'] })],
	['policies.followUp.overdueEvery', withFollowUp({ overdueEvery: 0 })],
	['policies.followUp.overdueEvery', withFollowUp({ overdueEvery: 1.5 })],
	['policies.followUp.secondStep.every', withFollowUp({ secondStep: { after: 30, every: 0, to: '' } })],
	['policies.followUp.secondStep.after', withFollowUp({ secondStep: { after: 0, every: 7, to: '' } })],
	['quietHours.from', withOther({ quietHours: { from: '24:00', to: '07:00' } })],
	['quietHours.to', withOther({ quietHours: { from: '20:00', to: '7:00' } })],
	['quietHours', withOther({ quietHours: { from: '07:00', to: '07:00' } })],
	['nonWorkingWeekdays.0', withOther({ nonWorkingWeekdays: [0] })],
	['nonWorkingWeekdays', withOther({ nonWorkingWeekdays: [1, 1] })],
	['nonWorkingWeekdays', withOther({ nonWorkingWeekdays: [1, 2, 3, 4, 5, 6, 7] })],
	['nonWorkingDays.0.on', withOther({ nonWorkingDays: [{ on: '2026-02-29', name: '' }] })],
	['digestAfter', withOther({ digestAfter: 0 })],
	['own.x.before', withOther({ own: { x: { ...presets.none, before: 'P1D' } } })]
])('a fault names its field: %s', (field, value) =>
	expect(checkPreferences(value)).toEqual({ ok: false, error: { field } })
);
