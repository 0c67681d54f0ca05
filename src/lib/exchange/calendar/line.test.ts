import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentLine, escapeText } from './line.ts';

const encoder = new TextEncoder();
const linesOf = (written: string): string[] => written.split('\r\n').slice(0, -1);
const unfold = (written: string): string => written.replaceAll('\r\n ', '').slice(0, -2);
const unescape = (value: string): string =>
	value.replace(/\\([\\;,nN])/g, (_, escaped: string) => (escaped.toLowerCase() === 'n' ? '\n' : escaped));

/** Texts of the kinds that are cut wrongly: long, of several octets a letter, joined, and with all that is escaped. */
const pieces = [
	'معلومات المتابعة بشأن الفقرات',
	'مُقَدَّم',
	'缔约国第四次定期报告',
	'Суверенитет',
	'naïve',
	'e\u0301\u0323',
	'👩🏽‍🚀',
	'👨‍👩‍👧‍👦',
	'🇨🇭',
	'🏴󠁧󠁢󠁥󠁮󠁧󠁿',
	' ',
	',',
	';',
	'\\',
	'\n',
	':',
	'"'
];
const text = fc
	.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 30 })), {
		maxLength: 40
	})
	.map((parts) => parts.join(''));
/** A text that a file can hold as it is. */
const plain = fc
	.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 30 })), {
		maxLength: 40
	})
	.map((parts) => parts.join(''));

describe('a line of a calendar', () => {
	it('stays as it is where it is short, and ends with both ends of a line', () => {
		expect(contentLine('VERSION', '2.0')).toBe('VERSION:2.0\r\n');
		expect(contentLine('X', 'a'.repeat(73))).toBe(`X:${'a'.repeat(73)}\r\n`);
		expect(contentLine('X', 'a'.repeat(74))).toBe(`X:${'a'.repeat(73)}\r\n a\r\n`);
	});

	it('has at most 75 octets, each line whole characters, and unfolds to what was written', () =>
		fc.assert(
			fc.property(text, (given) => {
				const value = escapeText(given);
				const written = contentLine('DESCRIPTION;LANGUAGE=ar', value);
				for (const line of linesOf(written)) {
					expect(encoder.encode(line).length).toBeLessThanOrEqual(75);
					expect(line.isWellFormed()).toBe(true);
				}
				expect(unfold(written)).toBe(`DESCRIPTION;LANGUAGE=ar:${value}`);
			}),
			{ numRuns: 1000 }
		));

	it('is filled as far as it goes', () => {
		const lines = linesOf(contentLine('SUMMARY', '缔'.repeat(200)));
		for (const line of lines.slice(0, -1)) expect(encoder.encode(line).length).toBeGreaterThanOrEqual(73);
	});

	it('is not cut within an escape, a flag, a letter with its marks, or a joined emoji', () => {
		for (const whole of ['\\n', '🇨🇭', 'e\u0301\u0323', '👩🏽‍🚀', '👨‍👩‍👧‍👦', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'مُ'])
			for (let before = 0; before < 75; before += 1) {
				const written = contentLine('X', `${'a'.repeat(before)}${whole}z`);
				expect(linesOf(written).filter((line) => line.includes(whole))).toHaveLength(1);
			}
	});

	it('is cut between characters where a letter has more marks than a line holds', () => {
		const written = contentLine('X', `a${'\u0301'.repeat(200)}`);
		expect(linesOf(written).every((line) => encoder.encode(line).length <= 75)).toBe(true);
		expect(unfold(written)).toBe(`X:a${'\u0301'.repeat(200)}`);
	});
});

describe('a text', () => {
	it('is escaped where a reader would take it for something else', () => {
		expect(escapeText('16 (a), 36; C:\\x\r\nNext: "so"')).toBe('16 (a)\\, 36\\; C:\\\\x\\nNext: "so"');
	});

	it('is read back as it was', () =>
		fc.assert(
			fc.property(plain, (given) => {
				fc.pre(!/[\p{Cc}\u2028\u2029]/u.test(given.replaceAll('\n', '')));
				expect(unescape(escapeText(given))).toBe(given);
			}),
			{ numRuns: 1000 }
		));

	it('holds nothing that some reader takes for the end of a line, and no half of a character', () => {
		expect(escapeText('a\u2028b\u0085c\u000cd\u000be\rf\r\ng')).toBe('a\\nb\\nc\\nd\\ne\\nf\\ng');
		expect(escapeText('a\u0000b\u0007\u001c\u0090c\td')).toBe('abc\td');
		expect(escapeText('a\ud83db')).toBe('a\ufffdb');
	});
});
