import { describe, expect, test } from 'vitest';
import { compareUnits, isLettered, isUnit, parentOf, printUnit } from './units.ts';

describe('a unit', () => {
	test.each(['5', '16', '16(b)', '36(c)(i)', '36(c)(xiv)'])('is addressed by %s', (text) =>
		expect(isUnit(text)).toBe(true)
	);

	test.each(['', 'para 16', '(b)', '16 (b)', '16(B)', '16(b', '16(b)(k)', '16(b)(1)', '16(b)(i) and (ii)'])(
		'is not addressed by %j',
		(text) => expect(isUnit(text)).toBe(false)
	);

	test('stands in the unit one level up, up to its paragraph', () => {
		expect(parentOf('36(c)(i)')).toBe('36(c)');
		expect(parentOf('36(c)')).toBe('36');
		expect(parentOf('36')).toBeUndefined();
	});

	test('is lettered where its last mark is a letter right after the number', () => {
		expect(['16', '16(a)', '9(z)', '36(c)(i)'].map(isLettered)).toEqual([false, true, true, false]);
	});

	test('is printed with spaces before its marks', () => expect(printUnit('36(c)(i)')).toBe('36 (c) (i)'));
});

test('units stand in the order of the document: by number, a chapeau before its letters, romans by value', () => {
	const inDocument = [
		...['9', '16', '16(a)', '16(b)', '36(c)'],
		...['36(c)(i)', '36(c)(ii)', '36(c)(iii)', '36(c)(iv)', '36(c)(v)', '36(c)(vi)', '36(c)(vii)'],
		...['36(c)(viii)', '36(c)(ix)', '36(c)(x)', '36(c)(xi)', '36(c)(xii)', '36(c)(xiii)', '36(c)(xiv)'],
		...['36(c)(xv)', '36(d)(i)', '100(a)']
	];
	expect(inDocument.toReversed().sort(compareUnits)).toEqual(inDocument);
	expect(inDocument.toSorted().sort(compareUnits)).toEqual(inDocument);
});
