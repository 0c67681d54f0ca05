import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { startOfDay } from '#lib/calendar/today.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';
import { due, type Due } from './due.ts';
import type { Entry, Ledger, Snooze } from './entry.ts';
import { entriesOf } from './ledger.ts';
import { plan } from './plan.ts';
import { defaultPreferences } from './presets.ts';
import { owed } from './testing/owed.ts';

/** Somebody's device: what it was told to say, and what it put down. */
class Desk {
	obligations: Owed[];
	preferences = defaultPreferences;
	readonly entries = new Map<string, Entry>();
	readonly snoozes = new Map<string, Snooze>();

	constructor(...obligations: Owed[]) {
		this.obligations = obligations;
	}

	find(today: IsoDate, { lastLook = null as string | null, instant = startOfDay(today) } = {}): Due {
		const reminders = plan(this.obligations, this.preferences, today, today);
		return due(reminders, this as Ledger, { instant, today, lastLook }, this.preferences);
	}

	/** Looks, says what there is, and gives the occasions. */
	look(today: IsoDate, { shown = true, instant = startOfDay(today) } = {}): string[] {
		const found = this.find(today, { instant });
		for (const entry of entriesOf(found.say, instant, 'page'))
			this.entries.set(entry.key, { ...entry, shown: entry.shown || shown });
		return found.say.map(({ key }) => key.split('~')[2]!);
	}

	putOff(obligation: Owed, due: IsoDate, until: IsoDate): void {
		this.snoozes.set(obligation.id, { obligation: obligation.id, due, until, at: '' });
	}
}

const followUp = owed([['2021-10-08', '2023-11-01']]);

describe('what is said', () => {
	test('is said once', () => {
		const desk = new Desk(followUp);
		expect(desk.look('2023-07-31')).toEqual([]);
		expect(desk.look('2023-08-01')).toEqual(['P3M']);
		expect(desk.look('2023-08-01')).toEqual([]);
		expect(desk.look('2023-09-01')).toEqual([]);
	});

	test('after an absence is the latest, and stands for the others', () => {
		const desk = new Desk(followUp);
		const { say } = desk.find('2023-11-11');
		expect(say.map(({ key }) => key)).toEqual(['CMW/AZE/3#followUp-1~2023-11-01~overdue-8']);
		desk.look('2023-11-11');
		expect(desk.entries.size).toBe(1);
		expect(desk.find('2023-11-11')).toEqual({ say: [], digest: false });
	});

	test('counts for what is asked to be said earlier, later on', () => {
		const desk = new Desk(followUp);
		desk.look('2023-10-02');
		const { followUp: policy } = desk.preferences.policies;
		const before = [...policy.before, 'P40D', 'P35D', 'P27D'] as const;
		const policies = { ...desk.preferences.policies, followUp: { ...policy, before } };
		desk.preferences = { ...desk.preferences, policies };
		expect(desk.look('2023-10-03')).toEqual([]);
		expect(desk.look('2023-10-05')).toEqual(['P27D']);
	});

	test('is said anew of a day that was moved', () => {
		const desk = new Desk(followUp);
		desk.look('2023-08-01');
		desk.obligations = [
			owed([
				['2021-10-08', '2023-11-01'],
				['2023-08-02', '2023-11-02']
			])
		];
		expect(desk.look('2023-08-01')).toEqual([]);
		expect(desk.look('2023-08-02')).toEqual(['P3M']);
	});

	test('is said again where it was not shown within the hour', () => {
		const desk = new Desk(followUp);
		expect(desk.look('2023-10-18', { shown: false, instant: '2023-10-18T08:00:00.000Z' })).toEqual(['P14D']);
		expect(desk.look('2023-10-18', { instant: '2023-10-18T08:59:59.999Z' })).toEqual([]);
		expect(desk.look('2023-10-18', { instant: '2023-10-18T09:00:00.000Z' })).toEqual(['P14D']);
		expect(desk.look('2023-10-18', { instant: '2023-10-18T12:00:00.000Z' })).toEqual([]);
	});

	test('with a clock that was ahead does not silence what comes until then', () => {
		const desk = new Desk(followUp);
		desk.look('2024-11-01');
		expect(desk.look('2023-11-09')).toEqual(['overdue-8']);
	});

	test('begins with the nearest due day', () => {
		const report = owed([['2021-10-08', '2023-10-30']], { duty: 'nextReport' });
		expect(new Desk(followUp, report).find('2023-10-31').say.map(({ due }) => due)).toEqual([
			'2023-10-30',
			'2023-11-01'
		]);
	});
});

describe('what is put off', () => {
	test('waits for its day, comes once, and stands for what waited with it', () => {
		const desk = new Desk(followUp);
		desk.look('2023-10-16');
		desk.putOff(followUp, '2023-11-01', '2023-10-28');
		expect(desk.look('2023-10-18')).toEqual([]);
		expect(desk.look('2023-10-27')).toEqual([]);
		// A Saturday: somebody chose it.
		expect(desk.look('2023-10-28')).toEqual(['snoozed-2023-10-28']);
		expect(desk.look('2023-10-28')).toEqual([]);
		expect(desk.look('2023-10-31')).toEqual(['P1D']);
	});

	test('gives way to what comes after its day', () => {
		const desk = new Desk(followUp);
		desk.look('2023-10-16');
		desk.putOff(followUp, '2023-11-01', '2023-10-28');
		expect(desk.look('2023-11-01')).toEqual(['P0D']);
		expect(desk.look('2023-11-01')).toEqual([]);
	});

	test('comes again where it was not shown, though another waited for the same day', () => {
		const desk = new Desk(followUp);
		desk.putOff(followUp, '2023-11-01', '2023-10-25');
		expect(desk.look('2023-10-25', { shown: false, instant: '2023-10-25T08:00:00.000Z' })).toEqual([
			'snoozed-2023-10-25'
		]);
		expect(desk.look('2023-10-25', { instant: '2023-10-25T10:00:00.000Z' })).toEqual(['snoozed-2023-10-25']);
	});

	test('does not outlive the day it was due', () => {
		const desk = new Desk(followUp);
		desk.look('2023-10-16');
		desk.putOff(followUp, '2023-11-01', '2023-12-01');
		desk.obligations = [
			owed([
				['2021-10-08', '2023-11-01'],
				['2023-10-20', '2023-11-15']
			])
		];
		expect(desk.look('2023-10-20')).toEqual(['P1M']);
	});

	test('is not spoken of once it was met', () => {
		const desk = new Desk(followUp);
		desk.look('2023-10-16');
		desk.putOff(followUp, '2023-11-01', '2023-10-28');
		desk.obligations = [{ ...followUp, ending: { how: 'met', on: '2023-10-20' } }];
		expect(desk.look('2023-10-28')).toEqual([]);
	});
});

describe('a digest', () => {
	const some = (count: number) =>
		Array.from({ length: count }, (_, place) =>
			owed([['2021-10-08', '2023-11-01']], { id: `CMW/AZE/${place + 1}#followUp-1` })
		);
	const digest = (count: number, lastLook: string | null) =>
		new Desk(...some(count)).find('2023-11-01', { instant: '2023-11-01T08:00:00.000Z', lastLook }).digest;

	test('is for more than five at once', () => {
		expect(digest(5, null)).toBe(false);
		expect(digest(6, null)).toBe(true);
	});

	test('is for what has gathered over some days', () => {
		expect(digest(2, '2023-10-29T08:00:00.001Z')).toBe(false);
		expect(digest(2, '2023-10-29T08:00:00.000Z')).toBe(true);
	});

	test('is not for one alone', () => {
		expect(digest(1, '2023-01-01T08:00:00.000Z')).toBe(false);
	});
});
