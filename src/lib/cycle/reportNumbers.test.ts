import { describe, expect, test } from 'vitest';
import { numbersIn, numbersNamed, rangeOf } from './reportNumbers.ts';

describe('the report numbers a stream is named for', () => {
	test.each([
		['1', [1]],
		['3', [3]],
		['2-4', [2, 3, 4]],
		['15-16', [15, 16]]
	])('%s', (range, numbers) => {
		expect(numbersIn(range)).toEqual(numbers);
	});

	test.each(['', '0', '0-2', '4-2', 'x', '2-x', '1-9999999999'])('are none in %j', (range) =>
		expect(numbersIn(range)).toEqual([])
	);

	test('are twenty at most, so that a forged range fills no memory', () => {
		expect(numbersIn('1-20')).toHaveLength(20);
		expect(numbersIn('1-21')).toEqual([]);
	});
});

test('a report is written by its number, a combined one by its first and last', () => {
	expect(rangeOf([4])).toBe('4');
	expect(rangeOf([2, 3, 4])).toBe('2-4');
});

test.each([
	['3', [3]],
	['2-3', [2, 3]],
	['15th and 16th', [15, 16]],
	['2 & 3', [2, 3]],
	['CMW/AZE/2–4', [2, 3, 4]],
	['3-2', []],
	['0', []],
	['100', []],
	['-1', []],
	['third', []]
])('%s is read as reports %j', (text, numbers) => {
	expect(numbersNamed(text)).toEqual(numbers);
});
