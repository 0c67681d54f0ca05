import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';
import { plan } from './plan.ts';
import type { Policy, Preferences } from './preferences.ts';
import { defaultPreferences, presets } from './presets.ts';
import { owed } from './testing/owed.ts';

const noRest: Preferences = { ...defaultPreferences, nonWorkingWeekdays: [], quietHours: null };
const withPolicy = (policy: Partial<Policy>, preferences = noRest): Preferences => ({
	...preferences,
	policies: { ...preferences.policies, followUp: { ...presets.none, ...policy } }
});

/** What is planned, as `day occasion`. */
const planned = (obligations: Owed[], preferences: Preferences, asOf: IsoDate, until = asOf) =>
	plan(obligations, preferences, asOf, until).map(({ on, key }) => `${on} ${key.split('~')[2]}`);

const followUp = owed([['2021-10-08', '2023-11-01']]);

describe('before the day', () => {
	test('each lead by the corresponding day', () => {
		const preferences = withPolicy({ before: ['P0D', 'P12M', 'P1M', 'P2W', 'P1D'] });
		expect(planned([followUp], preferences, '2022-01-01', '2023-11-01')).toEqual([
			'2022-11-01 P12M',
			'2023-10-01 P1M',
			'2023-10-18 P2W',
			'2023-10-31 P1D',
			'2023-11-01 P0D'
		]);
	});

	test('on the last working day before, where it falls on a day of rest', () => {
		const preferences = {
			...withPolicy({ before: ['P1M'] }, defaultPreferences),
			nonWorkingDays: [{ on: '2023-09-29' as const, name: 'Moved here' }]
		};
		// 1 October 2023 is a Sunday.
		expect(planned([followUp], preferences, '2023-10-01')).toEqual(['2023-09-28 P1M']);
	});

	test('two that come to one day are one: the later', () => {
		const weekend = owed([['2021-10-08', '2026-11-01']]);
		const preferences = withPolicy({ before: ['P0D', 'P1D', 'P2D', 'P3D'] }, defaultPreferences);
		// 1 November 2026 is a Sunday.
		expect(planned([weekend], preferences, '2026-11-01')).toEqual(['2026-10-29 P3D', '2026-10-30 P0D']);
	});

	test('none from before it was asked for', () => {
		const late = owed([['2023-10-20', '2023-11-01']]);
		expect(planned([late], withPolicy({ before: ['P1M', 'P14D', 'P7D'] }), '2023-11-01')).toEqual([
			'2023-10-25 P7D'
		]);
	});
});

describe('once it is overdue', () => {
	const weekly = { overdueEvery: 7, secondStep: { after: 30, every: 3, to: 'the Minister' } };

	test('on the first day, then every so often; then more often, with whom to bring it to', () => {
		const preferences = withPolicy(weekly);
		expect(planned([followUp], preferences, '2023-11-01', '2023-12-05')).toEqual([
			'2023-11-02 overdue-1',
			'2023-11-09 overdue-8',
			'2023-11-16 overdue-15',
			'2023-11-23 overdue-22',
			'2023-11-30 overdue-29',
			'2023-12-01 overdue-30',
			'2023-12-04 overdue-33'
		]);
		const occasions = plan([followUp], preferences, '2023-11-30', '2023-12-01').map(
			({ occasion }) => occasion
		);
		expect(occasions).toEqual([
			{ kind: 'overdue', days: 29, step: 1, to: '' },
			{ kind: 'overdue', days: 30, step: 2, to: 'the Minister' }
		]);
	});

	test('of what lies behind, the latest stands for all', () => {
		expect(planned([followUp], withPolicy(weekly), '2023-11-29')).toEqual(['2023-11-23 overdue-22']);
		expect(planned([followUp], withPolicy(weekly), '2023-11-30')).toEqual(['2023-11-30 overdue-29']);
	});

	test('on the next working day, and says how late it is then', () => {
		// 6 October 2023 is a Friday.
		const friday = owed([['2021-10-08', '2023-10-06']]);
		const preferences = withPolicy({ overdueEvery: 1 }, defaultPreferences);
		expect(planned([friday], preferences, '2023-10-08')).toEqual([]);
		const [first] = plan([friday], preferences, '2023-10-06', '2023-10-09');
		expect(first).toMatchObject({ on: '2023-10-09', occasion: { kind: 'overdue', days: 3 } });
		expect(planned([friday], preferences, '2023-10-09')).toEqual(['2023-10-09 overdue-3']);
	});

	test('not where nothing is to be said of it', () => {
		expect(planned([followUp], withPolicy({ secondStep: weekly.secondStep }), '2024-01-01')).toEqual([]);
	});
});

describe('what stands open', () => {
	const onTheDay = withPolicy({ before: ['P0D'] });

	test('has the date in force on the day that is looked at', () => {
		const moved = owed([
			['2021-10-08', '2023-11-01'],
			['2023-06-01', '2024-02-01'],
			['2023-07-01', null]
		]);
		expect(planned([moved], onTheDay, '2023-05-31', '2024-12-31')).toEqual(['2023-11-01 P0D']);
		expect(planned([moved], onTheDay, '2023-06-01', '2024-12-31')).toEqual(['2024-02-01 P0D']);
		expect(planned([moved], onTheDay, '2023-07-01', '2024-12-31')).toEqual([]);
	});

	test('was asked for, and has not ended', () => {
		const ended = owed([['2021-10-08', '2023-11-01']], { ending: { how: 'closed', on: '2023-10-01' } });
		expect(planned([ended], onTheDay, '2021-10-07', '2024-01-01')).toEqual([]);
		expect(planned([ended], onTheDay, '2023-09-30', '2024-01-01')).toEqual(['2023-11-01 P0D']);
		expect(planned([ended], onTheDay, '2023-10-01', '2024-01-01')).toEqual([]);
	});

	test('may have a policy of its own, or none', () => {
		const own = (policy: Policy | null) => ({ ...onTheDay, own: { [followUp.id]: policy } });
		expect(planned([followUp], own(null), '2024-01-01')).toEqual([]);
		expect(planned([followUp], own({ ...presets.none, before: ['P1W'] }), '2024-01-01')).toEqual([
			'2023-10-25 P1W'
		]);
	});

	test('is in the order of the days it is said, then of the due days, then of the ids', () => {
		const all = [
			owed([['2021-10-08', '2023-11-02']], { id: 'CMW/AZE/3#followUp-1' }),
			owed([['2021-10-08', '2023-11-01']], { id: 'CMW/BEN/2#followUp-1' }),
			owed([['2021-10-08', '2023-11-01']], { id: 'CMW/ARG/2#followUp-1' })
		];
		const preferences = withPolicy({ before: ['P1D', 'P0D'] });
		expect(plan(all, preferences, '2023-11-02', '2023-11-02').map(({ key }) => key)).toEqual([
			'CMW/ARG/2#followUp-1~2023-11-01~P1D',
			'CMW/BEN/2#followUp-1~2023-11-01~P1D',
			'CMW/ARG/2#followUp-1~2023-11-01~P0D',
			'CMW/BEN/2#followUp-1~2023-11-01~P0D',
			'CMW/AZE/3#followUp-1~2023-11-02~P1D',
			'CMW/AZE/3#followUp-1~2023-11-02~P0D'
		]);
	});
});
