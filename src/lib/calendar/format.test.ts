import { describe, expect, it, vi } from 'vitest';
import { formatDate, formatInstant, formatMonth } from './format.ts';

/** Text with digits of any script as 0 to 9, and no marks of direction. */
const plain = (text: string): string =>
	text
		.replace(/[\u200e\u200f\u061c]/g, '')
		.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660));

describe('formatDate', () => {
	it.each([
		['en-GB', '1 November 2023'],
		['en', 'November 1, 2023'],
		['fr', '1 novembre 2023'],
		['es', '1 de noviembre de 2023'],
		['ru', '1 ноября 2023 г.'],
		['zh', '2023年11月1日'],
		['ar', '1 نوفمبر 2023']
	])('writes a day in %s', (locale, written) => {
		expect(plain(formatDate('2023-11-01', locale))).toBe(written);
	});

	it('counts in the Gregorian calendar where the locale has another', () => {
		for (const locale of ['ar-SA', 'fa', 'th', 'ar-u-ca-islamic-umalqura', 'ja-u-ca-japanese'])
			expect(
				plain(formatDate('2023-11-01', locale)).replace(/[\u06f0-\u06f9]/g, (digit) =>
					String(digit.charCodeAt(0) - 0x06f0)
				)
			).toContain('2023');
	});

	it('has the same day for every reader', () => {
		expect(formatDate('2024-02-29', 'en-GB')).toBe('29 February 2024');
		expect(formatDate('2026-12-31', 'en-GB')).toBe('31 December 2026');
		expect(formatDate('2026-01-01', 'en-GB')).toBe('1 January 2026');
	});
});

describe('formatMonth', () => {
	it.each([
		['en-GB', 'Nov 2023'],
		['fr', 'nov. 2023'],
		['zh', '2023年11月'],
		['ar', 'نوفمبر 2023']
	])('writes a month in %s', (locale, written) => {
		expect(plain(formatMonth('2023-11-01', locale))).toBe(written);
	});
});

describe('formatInstant', () => {
	it('writes the day and the minute', () => {
		const written = formatInstant('2026-11-22T12:34:56.789Z', 'en-GB');
		expect(written).toContain('22 Nov 2026');
		expect(written).toMatch(/:34|:04|:19/);
		expect(written).not.toContain('56');
	});
});

describe('formatters', () => {
	it('are made once for a locale and a form, for making them is slow', () => {
		const made = vi.spyOn(Intl, 'DateTimeFormat');
		for (const day of ['2026-11-01', '2026-11-02', '2026-11-03'] as const) formatMonth(day, 'pt');
		expect(made).toHaveBeenCalledTimes(1);
		made.mockRestore();
	});
});
