import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';
import type { Entry, Ledger, Snooze } from './entry.ts';
import { entriesOf, entriesOfTransitions, inboxOf, mayClaim, pruned } from './ledger.ts';
import { plan } from './plan.ts';
import { defaultPreferences } from './presets.ts';
import { owed } from './testing/owed.ts';

const followUp = owed([['2021-10-08', '2023-11-01']]);
const [quarter, month] = plan([followUp], defaultPreferences, '2023-10-01', '2023-10-01');
const at = '2023-10-02T08:00:00.000Z';

const ledgerOf = (entries: readonly Entry[], snoozes: readonly Snooze[] = []): Ledger => ({
	entries: new Map(entries.map((entry) => [entry.key, entry])),
	snoozes: new Map(snoozes.map((snooze) => [snooze.obligation, snooze]))
});

test('what is said is put down before it is shown', () => {
	expect(entriesOf([month!], at, 'notification')).toEqual([
		{
			key: 'CMW/AZE/3#followUp-1~2023-11-01~P1M',
			at,
			channel: 'notification',
			shown: false,
			read: false,
			told: { kind: 'reminder', ...month }
		}
	]);
});

test('a transition that was recorded here is put down as seen', () => {
	const transition = { key: 'CMW/AZE/3~a~2023-10-01', stream: 'CMW/AZE/3', states: ['a'], on: '2023-10-01' };
	const told = [{ ...transition, on: '2023-10-01' as const }];
	expect(entriesOfTransitions(told, at, 'here')[0]).toMatchObject({ shown: true, read: true });
	expect(entriesOfTransitions(told, at, 'page')[0]).toMatchObject({ shown: false, read: false });
});

test('a key may be claimed where it is free, or where nothing came of it within the hour', () => {
	const [claimed] = entriesOf([month!], at, 'notification');
	expect(mayClaim(undefined, at)).toBe(true);
	expect(mayClaim(claimed, '2023-10-02T08:59:59.999Z')).toBe(false);
	expect(mayClaim(claimed, '2023-10-02T09:00:00.000Z')).toBe(true);
	// The clock was set back.
	expect(mayClaim(claimed, '2023-10-02T07:30:00.000Z')).toBe(false);
	expect(mayClaim(claimed, '2023-10-01T08:00:00.000Z')).toBe(true);
	expect(mayClaim({ ...claimed!, shown: true }, '2023-10-03T08:00:00.000Z')).toBe(false);
});

describe('the inbox', () => {
	const entries = [
		...entriesOf([quarter!], '2023-08-01T08:00:00.000Z', 'page'),
		...entriesOf([month!], at, 'page')
	];
	const snooze = { obligation: followUp.id, due: '2023-11-01', until: '2023-10-20', at } as const;
	const standing = (obligations: Owed[], asOf: IsoDate) =>
		inboxOf(ledgerOf(entries), obligations, asOf)[0]!.standing;

	test('has the newest first', () => {
		const inbox = inboxOf(ledgerOf(entries), [followUp], '2023-10-03');
		expect(inbox.map(({ entry }) => entry.at)).toEqual([at, '2023-08-01T08:00:00.000Z']);
	});

	test('says what has become of it', () => {
		const moved = owed([
			['2021-10-08', '2023-11-01'],
			['2023-10-10', '2024-01-01']
		]);
		expect(standing([followUp], '2023-10-03')).toBe('open');
		expect(standing([{ ...followUp, ending: { how: 'met', on: '2023-10-10' } }], '2023-10-10')).toBe('met');
		expect(standing([{ ...followUp, ending: { how: 'met', on: '2023-10-10' } }], '2023-10-09')).toBe('open');
		expect(standing([{ ...followUp, ending: { how: 'closed', on: '2023-10-10' } }], '2023-10-10')).toBe(
			'gone'
		);
		expect(standing([moved], '2023-10-09')).toBe('open');
		expect(standing([moved], '2023-10-10')).toBe('moved');
		expect(standing([], '2023-10-03')).toBe('gone');
	});

	test('says how it is put off, as long as it is', () => {
		const snoozed = (asOf: IsoDate, obligation = followUp) =>
			inboxOf(ledgerOf(entries, [snooze]), [obligation], asOf)[0]!.snooze;
		expect(snoozed('2023-10-19')).toEqual(snooze);
		expect(snoozed('2023-10-20')).toBeNull();
		expect(snoozed('2023-10-19', { ...followUp, ending: { how: 'met', on: '2023-10-10' } })).toBeNull();
	});
});

test('what is over is forgotten after two years, what is owed never', () => {
	const ledger = ledgerOf(entriesOf([month!], at, 'page'));
	const met: Owed = { ...followUp, ending: { how: 'met', on: '2024-01-17' } };
	expect(pruned(ledger, [met], '2025-10-01T08:00:00.000Z')).toEqual([]);
	expect(pruned(ledger, [met], '2025-10-04T08:00:00.000Z')).toEqual([month!.key]);
	expect(pruned(ledger, [followUp], '2030-01-01T08:00:00.000Z')).toEqual([]);
});
