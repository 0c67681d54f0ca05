import { expect, test } from 'vitest';
import { ordinal } from './ordinal.ts';

test.each<[number, string]>([
	[1, 'first'],
	[12, 'twelfth'],
	[13, 'thirteenth'],
	[14, 'fourteenth'],
	[20, 'twentieth'],
	[21, 'twenty-first'],
	[28, 'twenty-eighth'],
	[30, 'thirtieth'],
	[31, '31st'],
	[32, '32nd'],
	[33, '33rd'],
	[40, '40th'],
	[111, '111th'],
	[112, '112th'],
	[1001, '1,001st']
])('%d is the %s', (number, expected) => expect(ordinal(number)).toBe(expected));

test('no two numbers are written alike', () => {
	const numbers = Array.from({ length: 60 }, (_, before) => before + 1);
	expect(new Set(numbers.map(ordinal)).size).toBe(60);
});
