import { describe, expect, test } from 'vitest';
import type { Policy, Preferences } from '#lib/reminders/preferences.ts';
import { preferencesDraft, readPreferences, type PreferencesDraft } from './draft.ts';

const policy: Policy = {
	before: ['P12M', 'P2W', 'P1D', 'P0D'],
	overdueEvery: 7,
	secondStep: { after: 30, every: 1, to: 'the Deputy Minister' }
};
const nothing: Policy = { before: [], overdueEvery: null, secondStep: null };
const preferences: Preferences = {
	policies: { replies: nothing, followUp: policy, nextReport: policy, preparationStep: policy },
	own: { 'CMW/AZE/3#followUp-1': null, 'CMW/AZE/3#nextReport-1': policy },
	quietHours: { from: '20:00', to: '07:00' },
	nonWorkingWeekdays: [6, 7],
	nonWorkingDays: [{ on: '2026-12-25', name: 'Christmas' }],
	digestAfter: 3
};

test.each([preferences, { ...preferences, quietHours: null, own: {}, nonWorkingDays: [] }])(
	'what is shown and not changed is read as it was',
	(given) => expect(readPreferences(preferencesDraft(given))).toEqual({ ok: true, value: given })
);

test('lead times are kept with the longest first, in whatever order they were added', () => {
	const draft = preferencesDraft(preferences);
	draft.policies.followUp.leads.push({ number: '5', unit: 'W' }, { number: '13', unit: 'M' });
	const read = readPreferences(draft);
	expect(read.ok && read.value.policies.followUp.before).toEqual([
		'P13M',
		'P12M',
		'P5W',
		'P2W',
		'P1D',
		'P0D'
	]);
});

describe('a fault', () => {
	const faultsOf = (change: (draft: PreferencesDraft) => void) => {
		const draft = preferencesDraft(preferences);
		change(draft);
		const read = readPreferences(draft);
		return read.ok ? {} : read.error;
	};

	test.each<[string, (draft: PreferencesDraft) => void, object]>([
		[
			'no number',
			(draft) => (draft.policies.followUp.leads[1]!.number = 'two'),
			{ 'followUp-lead-1': { kind: 'notANumber', most: 260 } }
		],
		[
			'a lead time of nothing',
			(draft) => (draft.policies.followUp.leads[0]!.number = '0'),
			{ 'followUp-lead-0': { kind: 'notANumber', most: 60 } }
		],
		[
			'the same lead time twice',
			(draft) => draft.policies.followUp.leads.push({ number: '02', unit: 'W' }),
			{ 'followUp-lead-3': { kind: 'twice' } }
		],
		[
			'too many days',
			(draft) => (draft.own[1]!.policy.every = '366'),
			{ 'own-1-every': { kind: 'notANumber', most: 365 } }
		],
		['no time', (draft) => (draft.from = '25:00'), { from: { kind: 'notATime' } }],
		['a night of no length', (draft) => (draft.to = draft.from), { to: { kind: 'sameTime' } }],
		[
			'no day',
			(draft) => (draft.days[0]!.on = '2026-02-30'),
			{ 'day-0': expect.objectContaining({ kind: 'noSuchDay' }) }
		],
		[
			'the same day twice',
			(draft) => draft.days.push({ on: '2026-12-25', name: '' }),
			{ 'day-1': { kind: 'twice' } }
		],
		[
			'a week without a working day',
			(draft) => (draft.weekdays = [1, 2, 3, 4, 5, 6, 7]),
			{ weekdays: { kind: 'everyDay' } }
		],
		[
			'an empty number',
			(draft) => (draft.digestAfter = ''),
			{ digestAfter: { kind: 'notANumber', most: 365 } }
		]
	])('%s is told at its input, and nothing is read', (_, change, faults) =>
		expect(faultsOf(change)).toEqual(faults)
	);

	test('in what is switched off is none', () => {
		expect(
			faultsOf((draft) => {
				[draft.quiet, draft.from] = [false, 'late'];
				[draft.own[1]!.speaks, draft.own[1]!.policy.every] = [false, 'often'];
				[draft.policies.followUp.overdue, draft.policies.followUp.overdueEvery] = [false, ''];
			})
		).toEqual({});
	});
});
