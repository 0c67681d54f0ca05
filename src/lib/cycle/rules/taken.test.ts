import { expect, test } from 'vitest';
import { amendment } from '../testing/facts.ts';
import { amendmentsTaken } from './taken.ts';

const [one, other] = [amendment(), amendment({ rule: 'repliesWithin' })];
const cycle = (stream: string, ...amendments: (typeof one)[]) => ({
	stream,
	body: stream.split('/')[0]!,
	amendments
});

test('what was amended for some cycles of a body is gathered, once each', () => {
	const outlines = [cycle('CMW/AZE/3', one), cycle('CMW/ALB/2'), cycle('CMW/ARG/2', one, other)];
	expect(amendmentsTaken('CMW', outlines)).toEqual([other, one]);
});

test('nothing of another body is', () => {
	expect(amendmentsTaken('CAT', [cycle('CMW/AZE/3', one)])).toEqual([]);
});

test('where two differ about a rule and day, the cycle in which more was amended is right', () => {
	const shorter = amendment({ value: 'P6M' });
	const outlines = [cycle('CMW/ARG/2', shorter, other), cycle('CMW/AZE/3', one)];
	expect(amendmentsTaken('CMW', outlines)).toEqual([other, shorter]);
});
