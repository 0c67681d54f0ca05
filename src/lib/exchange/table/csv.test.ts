import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvOf } from './csvOf.ts';
import { decodeTable } from './decode.ts';
import { defused, fused } from './defuse.ts';
import { delimiterOf, delimiters } from './records.ts';
import { readWhole } from './readTable.ts';

const cell = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.string({
		unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '\t', '\r', '\n', ' ', '＝', '2', '/')
	})
);
const table = fc.integer({ min: 1, max: 5 }).chain((width) => {
	const row = fc.array(cell, { minLength: width, maxLength: width });
	return fc.record({ names: row, rows: fc.array(row, { maxLength: 6 }) });
});

describe('a table that is written and read again', () => {
	test('is the same, whatever stands in it', () => {
		fc.assert(
			fc.property(table, ({ names, rows }) => {
				const columns = names.map((name, key) => ({ key: `${key}`, name }));
				const bytes = new TextEncoder().encode(csvOf({ name: 'any', columns, rows }));
				const text = new TextDecoder().decode(bytes);
				const read = readWhole(text, ',');
				expect(read.bad).toEqual([]);
				expect(read.names).toEqual(names);
				expect(read.rows.map(({ cells }) => cells)).toEqual(rows);
			}),
			{ numRuns: 500 }
		);
	});

	test('has no cell that a spreadsheet would work out', () => {
		fc.assert(fc.property(cell, (one) => fused(defused(one)) === one));
		for (const one of [
			'=1+1',
			'+1+1',
			'-1+1',
			'@SUM(A1)',
			'\t=1',
			'\r=1',
			' =1',
			'＝1',
			'＋1',
			'－1',
			'＠A',
			'\u00a0=1'
		])
			expect(defused(one), one).toBe(`'${one}`);
	});

	test('keeps a report from becoming a date, and leaves dates and numbers what they are', () => {
		for (const one of ['2-3', '4/5', '1-2-3', '01/02/2026']) expect(defused(one), one).toBe(`'${one}`);
		for (const one of ['2026-11-01', '-5', '21', '3.5', 'CRPD/C/AZE/CO/2-3', 'a-b', ''])
			expect(defused(one), one).toBe(one);
	});

	test('is UTF-8 with its mark, and lines end as RFC 4180 has it', () => {
		const columns = [
			{ key: 'state', name: 'State' },
			{ key: 'due', name: 'Due' }
		];
		expect(csvOf({ name: 'x', columns, rows: [['Côte d’Ivoire, the', '2026-11-01']] })).toBe(
			'\ufeffState,Due\r\n"Côte d’Ivoire, the",2026-11-01\r\n'
		);
	});
});

describe('a file of others', () => {
	const read = (text: string) => readWhole(text, ',');

	test('has its lines counted as an editor counts them, through cells of several lines', () => {
		const { rows } = read('a,b\r\n1,"x\r\ny"\r\n\r\n2,z');
		expect(rows).toEqual([
			{ line: 2, cells: ['1', 'x\r\ny'] },
			{ line: 5, cells: ['2', 'z'] }
		]);
	});

	test('loses one line to a stray quotation mark, and not the rest', () => {
		const { rows, bad } = read('a,b\n1,"open\n2,fine\n3,"shut" not\n4,fine');
		expect(bad).toEqual([
			{ line: 2, text: '1,"open', fault: 'textAfterQuote' },
			{ line: 4, text: '3,"shut" not', fault: 'textAfterQuote' }
		]);
		expect(rows.map(({ line }) => line)).toEqual([3, 5]);
		expect(read('a\n"open\nnext').bad).toEqual([{ line: 2, text: '"open', fault: 'quoteNotClosed' }]);
	});

	test('may have rows that are too short, but none with more than there are columns', () => {
		const { rows, bad } = read('a,b\n1\n1,2,,\n1,2,3');
		expect(rows.map(({ cells }) => cells)).toEqual([
			['1', ''],
			['1', '2']
		]);
		expect(bad).toEqual([{ line: 4, text: '1,2,3', fault: 'tooManyCells' }]);
	});

	test('tells by itself what parts its cells, also where the other signs stand in them', () => {
		for (const delimiter of delimiters) {
			const text = [
				['State', 'Body', 'Due'],
				['Côte d’Ivoire', '"x;y,z\tw"', '1,5'.replace(',', '.')]
			]
				.map((cells) => cells.join(delimiter))
				.join('\n');
			expect(delimiterOf(text)).toBe(delimiter);
		}
		expect(delimiterOf('Name;Report\nIran, Islamic Republic of;3\nBolivia, Plurinational;4')).toBe(';');
	});
});

test('a file that says what parts its cells is read so, and that line is no row', () => {
	const text = 'sep=;\r\nState;Body\r\nIran, Islamic Republic of;CAT\r\n';
	expect(delimiterOf(text)).toBe(';');
	expect(readWhole(text, ';')).toEqual({
		names: ['State', 'Body'],
		rows: [{ line: 3, cells: ['Iran, Islamic Republic of', 'CAT'] }],
		bad: []
	});
});

describe('the encoding of a file', () => {
	const utf16 = (text: string, mark = true): Uint8Array =>
		new Uint8Array(
			new Uint16Array([...(mark ? '\ufeff' : ''), ...text].map((one) => one.charCodeAt(0))).buffer
		);

	test('is known by its mark, or by being UTF-8 throughout', () => {
		const text = 'État;Азербайджан';
		const utf8 = new TextEncoder().encode(text);
		expect(decodeTable(utf8)).toEqual({ ok: true, value: { text, encoding: 'utf-8' } });
		expect(decodeTable(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]))).toEqual(decodeTable(utf8));
		expect(decodeTable(utf16(text))).toEqual({ ok: true, value: { text, encoding: 'utf-16le' } });
		const swapped = utf16(text).map((_, place, bytes) => bytes[place ^ 1]!);
		expect(decodeTable(swapped)).toEqual({ ok: true, value: { text, encoding: 'utf-16be' } });
	});

	test('is asked for where it is neither, and never guessed', () => {
		const latin = new Uint8Array(
			[...'State;C\u00f4te d\u2019Ivoire'].map((one) => (one === '\u2019' ? 0x92 : one.charCodeAt(0)))
		);
		expect(decodeTable(latin)).toEqual({ ok: false, error: { kind: 'encodingUnknown' } });
		expect(decodeTable(latin, 'windows-1252')).toMatchObject({ value: { text: 'State;Côte d’Ivoire' } });
		expect(decodeTable(utf16('State;Body', false))).toEqual({
			ok: false,
			error: { kind: 'encodingUnknown' }
		});
		const chinese = new Uint8Array([0xb0, 0xa2, 0xc8, 0xfb]);
		expect(decodeTable(chinese, 'gb18030')).toMatchObject({ ok: true });
		expect(decodeTable(latin, 'utf-8')).toEqual({
			ok: false,
			error: { kind: 'notInEncoding', encoding: 'utf-8' }
		});
	});

	test('does not matter where there is no text: nothing, too much, a workbook', () => {
		expect(decodeTable(new Uint8Array())).toMatchObject({ error: { kind: 'emptyFile' } });
		expect(decodeTable(new TextEncoder().encode(' \n'))).toMatchObject({ error: { kind: 'emptyFile' } });
		expect(decodeTable(new Uint8Array([0x50, 0x4b, 3, 4, 0]))).toMatchObject({ error: { kind: 'workbook' } });
	});
});
