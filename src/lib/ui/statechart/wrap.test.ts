import { describe, expect, test } from 'vitest';
import { wrap } from './wrap.ts';

describe('a label in a box', () => {
	test('stays on one line where it fits', () => {
		expect(wrap('Follow-up received', 18)).toEqual(['Follow-up received']);
	});

	test('breaks at spaces', () => {
		expect(wrap('No date for the next report', 14)).toEqual(['No date for', 'the next', 'report']);
	});

	test('keeps a word longer than the line whole', () => {
		expect(wrap('Rechenschaftsbericht fällig', 10)).toEqual(['Rechenschaftsbericht', 'fällig']);
	});

	test('breaks Chinese between its letters, each as wide as two', () => {
		expect(wrap('后续行动资料逾期', 8)).toEqual(['后续行动', '资料逾期']);
	});

	test('can be measured otherwise', () => {
		expect(wrap('a line in pixels', 60, (text) => text.length * 10)).toEqual(['a line', 'in', 'pixels']);
	});

	test('of nothing is nothing', () => {
		expect(wrap('', 8)).toEqual([]);
	});
});
