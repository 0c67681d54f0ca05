import { expect, test } from 'vitest';
import type { Ledger } from './entry.ts';
import { entriesOf } from './ledger.ts';
import { nextOccasion } from './nextOccasion.ts';
import { plan } from './plan.ts';
import { defaultPreferences, presets } from './presets.ts';
import { owed } from './testing/owed.ts';

const followUp = owed([['2021-10-08', '2023-11-01']]);
const report = owed([['2021-10-08', '2026-11-01']], { duty: 'nextReport' });
const empty: Ledger = { entries: new Map(), snoozes: new Map() };
const putOff = (until: `${number}-${number}-${number}`): Ledger => ({
	entries: new Map(),
	snoozes: new Map([[followUp.id, { obligation: followUp.id, due: '2023-11-01', until, at: '' }]])
});

test('the next day after this one on which something is said, and of how many', () => {
	expect(nextOccasion([followUp, report], defaultPreferences, empty, '2023-07-31')).toEqual({
		on: '2023-08-01',
		count: 1
	});
	expect(nextOccasion([followUp, report], defaultPreferences, empty, '2023-08-01')).toEqual({
		on: '2023-09-29',
		count: 1
	});
	const another = { ...followUp, id: 'CMW/BEN/2#followUp-1' };
	expect(nextOccasion([followUp, another], defaultPreferences, empty, '2023-08-01')?.count).toBe(2);
});

test('years ahead', () => {
	expect(nextOccasion([report], defaultPreferences, empty, '2021-10-09')?.on).toBe('2025-10-31');
});

test('null where nothing is planned', () => {
	expect(nextOccasion([], defaultPreferences, empty, '2023-07-31')).toBeNull();
	const silent = { ...defaultPreferences, own: { [followUp.id]: presets.none } };
	expect(nextOccasion([followUp], silent, empty, '2023-07-31')).toBeNull();
});

test('what is put off comes on its day', () => {
	expect(nextOccasion([followUp], defaultPreferences, putOff('2023-10-28'), '2023-10-16')?.on).toBe(
		'2023-10-28'
	);
	expect(nextOccasion([followUp], defaultPreferences, putOff('2024-10-28'), '2023-10-16')?.on).toBe(
		'2024-10-28'
	);
	expect(nextOccasion([followUp], defaultPreferences, putOff('2023-10-17'), '2023-10-17')?.on).toBe(
		'2023-10-18'
	);
});

test('not what was said already', () => {
	const [next] = plan([followUp], defaultPreferences, '2023-07-31', '2023-08-01');
	const said = entriesOf([next!], '2023-08-01T08:00:00.000Z', 'page');
	const ledger = { ...empty, entries: new Map(said.map((entry) => [entry.key, entry])) };
	expect(nextOccasion([followUp], defaultPreferences, ledger, '2023-07-31')?.on).toBe('2023-09-29');
});
