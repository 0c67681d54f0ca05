import { expect, test } from 'vitest';
import { badgeCount } from './badgeCount.ts';
import { owed } from './testing/owed.ts';

test('the badge counts what is overdue and what is due within a week', () => {
	const followUp = owed([['2021-10-08', '2023-11-01']]);
	const undated = owed([['2021-10-08', null]]);
	const met = owed([['2021-10-08', '2023-11-01']], { ending: { how: 'met', on: '2023-10-28' } });
	const all = [followUp, undated, met];
	expect(badgeCount(all, '2023-10-24')).toBe(0);
	expect(badgeCount(all, '2023-10-25')).toBe(2);
	expect(badgeCount(all, '2023-10-28')).toBe(1);
	expect(badgeCount(all, '2024-10-28')).toBe(1);
	expect(badgeCount(all, '2021-10-07')).toBe(0);
});
