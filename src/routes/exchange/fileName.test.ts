import { expect, it } from 'vitest';
import { readersToday } from '#lib/calendar/today.ts';
import { fileName } from './fileName.ts';

it('names what is in it, the day, and whether it is encrypted', () => {
	const today = readersToday();
	expect(fileName({ kind: 'everything' }, false)).toBe(`servanda-${today}.jsonl`);
	expect(fileName({ kind: 'state', state: 'AZE' }, true)).toBe(`servanda-AZE-${today}.servanda`);
	expect(fileName({ kind: 'state', state: 'AZE', without: 'preparations' }, false)).toBe(
		`servanda-AZE-without-preparations-${today}.jsonl`
	);
	expect(fileName({ kind: 'cycle', stream: 'CMW/AZE/3' }, false)).toBe(`servanda-CMW-AZE-3-${today}.jsonl`);
});
