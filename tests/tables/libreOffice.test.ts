import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvOf } from '#lib/exchange/table/csvOf.ts';
import { decodeTable } from '#lib/exchange/table/decode.ts';
import { readWhole } from '#lib/exchange/table/readTable.ts';
import { delimiterOf } from '#lib/exchange/table/records.ts';

/** LibreOffice reads what Servanda writes. Where it is not installed these tests are skipped. */
const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

const rows = [
	['AZE', 'Côte d’Ivoire', '2-3', '2026-11-01', '21', '=1+1'],
	['AZE', 'أذربيجان', '4', '2024-02-29', '-5', '@SUM(A1:A2)'],
	['AZE', 'a "b", c; d', '1-2', '1999-12-31', '35', '+1-1'],
	['AZE', 'two\nlines', '2/3', '2026-01-02', '0', '-2+3'],
	['AZE', '\u00a0=1+1', '3', '2026-10-25', '1000', '=HYPERLINK("http://127.0.0.1/","x")']
];
const columns = ['State', 'Name', 'Report', 'Due', 'Days', 'Text'].map((name) => ({ key: name, name }));

/** As LibreOffice asks when it opens a CSV: comma, quotation marks, UTF-8, from line 1, language, special numbers. */
const filter = (language: number) => `CSV:44,34,76,1,,${language},false,true`;
const languages = {
	English: 1033,
	German: 1031,
	French: 1036,
	Dutch: 1043,
	Arabic: 1025,
	Russian: 1049,
	Chinese: 2052
};

describe.skipIf(!hasLibreOffice)('LibreOffice', () => {
	let folder: string;
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'servanda-tables-'));
		writeFileSync(join(folder, 'table.csv'), csvOf({ name: 'table', columns, rows }));
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	function convert(language: number, to: string): void {
		const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
		const options = ['--headless', `--infilter=${filter(language)}`, '--convert-to', to];
		const files = ['--outdir', join(folder, 'out'), join(folder, 'table.csv')];
		const run = spawnSync('soffice', [profile, ...options, ...files], { timeout: 100_000 });
		expect(run.status, String(run.stderr)).toBe(0);
	}

	/** The table as LibreOffice has it: of each cell its kind, its date or number, its text, and any formula. */
	function opened(language: number) {
		convert(language, 'fods');
		const sheet = readFileSync(join(folder, 'out', 'table.fods'), 'utf8');
		expect(sheet).not.toContain('table:formula');
		return [...sheet.matchAll(/<table:table-row[^>]*>([\s\S]*?)<\/table:table-row>/g)].map(([, row = '']) =>
			[...row.matchAll(/<table:table-cell\b([^>]*)>([\s\S]*?)<\/table:table-cell>/g)].map(
				([, about = '', text = '']) => ({
					kind: /office:value-type="(\w+)"/.exec(about)?.[1],
					value: /office:(?:date-)?value="([^"]*)"/.exec(about)?.[1],
					text: [...text.matchAll(/<text:p>([\s\S]*?)<\/text:p>/g)]
						.map(([, line]) => unescaped(line!))
						.join('\n')
				})
			)
		);
	}

	test.each(Object.entries(languages))(
		'takes every cell for what it is, in %s',
		(_, language) => {
			const [head, ...read] = opened(language);
			expect(head!.map(({ text }) => text)).toEqual(columns.map(({ name }) => name));
			expect(read).toHaveLength(rows.length);
			for (const [place, [state, name, report, due, days, text]] of rows.entries()) {
				const cells = read[place]!;
				expect(cells[0]).toMatchObject({ kind: 'string', text: state });
				expect(cells[1]).toMatchObject({ kind: 'string', text: name!.replace(/^\u00a0=/, "'\u00a0=") });
				if (report!.length > 1) expect(cells[2]).toMatchObject({ kind: 'string', text: `'${report}` });
				else expect(cells[2]).toMatchObject({ kind: 'float', value: report });
				expect(cells[3]).toMatchObject({ kind: 'date', value: due });
				expect(cells[4]).toMatchObject({ kind: 'float', value: days });
				expect(cells[5]).toMatchObject({ kind: 'string', text: `'${text}` });
			}
		},
		120_000
	);

	test('saves it as CSV, and Servanda reads the same from that', () => {
		convert(languages.English, 'csv:Text - txt - csv (StarCalc):44,34,76,1');
		const saved = decodeTable(readFileSync(join(folder, 'out', 'table.csv')));
		if (!saved.ok) throw new Error(saved.error.kind);
		const read = readWhole(saved.value.text, delimiterOf(saved.value.text));
		expect(read.bad).toEqual([]);
		expect(read.names).toEqual(columns.map(({ name }) => name));
		expect(read.rows.map(({ cells }) => cells)).toEqual(rows);
	}, 120_000);
});

const unescaped = (text: string): string =>
	text
		.replace(/<[^>]*>/g, ' ')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&apos;', "'")
		.replaceAll('&amp;', '&');
