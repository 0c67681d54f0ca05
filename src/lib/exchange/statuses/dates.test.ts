import { describe, expect, test } from 'vitest';
import { dateInCell, orderIn } from './dates.ts';

const read = (text: string, order: 'dayMonth' | 'monthDay' | null = null) => {
	const day = dateInCell(text, order);
	return day.ok ? day.value : day.error.kind;
};

describe('a date in a cell', () => {
	test('is read in three styles, and with the month named in six languages', () => {
		for (const text of [
			'2026-11-01',
			'2026/11/1',
			'2026-11-01 00:00:00',
			'1 November 2026',
			'1 Nov 2026',
			'Nov 1, 2026',
			'1er novembre 2026',
			'1 de noviembre de 2026',
			'1 ноября 2026 г.',
			'1 نوفمبر 2026',
			'١ نوفمبر ٢٠٢٦',
			'1 تشرين الثاني 2026',
			'2026年11月1日'
		])
			expect(read(text), text).toBe('2026-11-01');
		expect(read('01/11/2026', 'dayMonth')).toBe('2026-11-01');
		expect(read('11/01/2026', 'monthDay')).toBe('2026-11-01');
		expect(read('1.11.2026', 'dayMonth')).toBe('2026-11-01');
		expect(read('13.11.2026')).toBe('2026-11-13');
	});

	test('that could be two days is none, unless somebody says which', () => {
		expect(read('01/02/2026')).toBe('orderUnknown');
		expect(read('01/01/2026')).toBe('2026-01-01');
	});

	test('that does not exist is refused and never becomes another day', () => {
		expect(read('31 June 2026')).toBe('noSuchDay');
		expect(read('2026-02-29')).toBe('noSuchDay');
		expect(read('13/13/2026', 'dayMonth')).toBe('noSuchMonth');
		expect(read('31/11/2026', 'monthDay')).toBe('noSuchMonth');
		expect(read('01/02/26', 'dayMonth')).toBe('shortYear');
		expect(read('46327')).toBe('notADate');
		expect(read('November 2026')).toBe('notADate');
		expect(read('soon')).toBe('notADate');
		expect(read(`1 ${'a '.repeat(100_000)}`)).toBe('notADate');
	});
});

describe('the order of a column', () => {
	test('is what its unmistakable dates show', () => {
		expect(orderIn(['01/02/2026', '13/02/2026'])).toBe('dayMonth');
		expect(orderIn(['01/02/2026', '02/13/2026'])).toBe('monthDay');
	});

	test('is asked for where nothing shows it, or both are shown', () => {
		expect(orderIn(['01/02/2026', '03/04/2026'])).toBeNull();
		expect(orderIn(['13/02/2026', '02/13/2026'])).toBeNull();
	});

	test('does not matter where no date is in doubt', () => {
		expect(orderIn(['2026-11-01', '1 November 2026', '', '05/05/2026'])).toBe('notNeeded');
	});
});
