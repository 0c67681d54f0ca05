import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isIsoDate } from '#lib/calendar/date.ts';
import { outlineStream, type Outline } from '#lib/cycle/outline/outline.ts';
import { envelope } from '#lib/cycle/testing/facts.ts';
import { foldCycle, type Timeline } from '#lib/cycle/timeline/fold.ts';
import { obligationsOn } from '#lib/cycle/timeline/views.ts';
import { plansOn, plansTable } from '#lib/exchange/plans/plansTable.ts';
import { csvOf } from '#lib/exchange/table/csvOf.ts';
import { decodeTable } from '#lib/exchange/table/decode.ts';
import { defused } from '#lib/exchange/table/defuse.ts';
import { readWhole } from '#lib/exchange/table/readTable.ts';
import { delimiterOf } from '#lib/exchange/table/records.ts';
import { stepsTaken } from '#lib/monitor/stepsTaken.ts';
import { lateTable } from '#lib/words/lateTable.ts';
import { planHeads, planTitle } from '#lib/words/plansTable.ts';
import { worldOf } from '../world/world.ts';

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

/** What is late in an invented world. */
function lateOf() {
	const world = worldOf({ cycles: 300, events: 5_000, seed: 3 });
	const outlines = [...Map.groupBy(world, ({ stream }) => stream)].map(
		([stream, events]) => outlineStream(stream, events) as Outline
	);
	const late = obligationsOn(outlines, '2026-11-01').filter(({ group }) => group === 'overdue');
	return lateTable(late, '2026-11-01', ({ obligation }) =>
		stepsTaken(obligation, '2026-11-01', (stream) => outlines.find((one) => one.stream === stream))
	);
}

/** A plan with steps that a spreadsheet would work out, or take for a date. */
function plansOfAzerbaijan() {
	const stream = 'CMW/AZE/3';
	const id = `${stream}#followUp-1`;
	const steps = [
		{ id: 'link', name: '=HYPERLINK("http://127.0.0.1/","Draft")', due: '2023-05-01' },
		{ id: '1-2', name: '@SUM(A1:A2)', responsible: '+1-1', due: '2023-06-30' },
		{ id: 'send', name: 'Send, “finally”; all\nof it', responsible: '2-3', due: '2023-10-25' }
	];
	const deadline = { kind: 'exact', due: '2023-11-01', basis: 'stated' };
	const timelines = [
		foldCycle(stream, [
			envelope('ConcludingObservationsAdopted', '2021-10-08', {}),
			envelope('FollowUpRequested', '2021-10-08', { units: ['16'], deadline }),
			envelope('PreparationPlanned', '2022-01-01', { for: id, due: '2023-11-01', steps }),
			envelope('PreparationStepDone', '2023-02-28', { for: id, step: 'link', name: steps[0]!.name })
		]) as Timeline
	];
	const plans = plansOn(timelines, '2023-03-01');
	return plansTable(plans, planHeads('AZE'), (plan) => planTitle(plan, timelines));
}

const tables = {
	table: { name: 'table', columns, rows },
	late: lateOf(),
	plans: plansOfAzerbaijan()
};

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
		for (const [name, table] of Object.entries(tables))
			writeFileSync(join(folder, `${name}.csv`), csvOf(table));
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	function convert(name: keyof typeof tables, language: number, to: string): void {
		const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
		const options = ['--headless', `--infilter=${filter(language)}`, '--convert-to', to];
		const files = ['--outdir', join(folder, 'out'), join(folder, `${name}.csv`)];
		const run = spawnSync('soffice', [profile, ...options, ...files], { timeout: 100_000 });
		expect(run.status, String(run.stderr)).toBe(0);
	}

	/** The table as LibreOffice has it: of each cell its kind, its date or number, its text, and any formula. */
	function opened(name: keyof typeof tables, language: number) {
		convert(name, language, 'fods');
		const sheet = readFileSync(join(folder, 'out', `${name}.fods`), 'utf8');
		expect(sheet).not.toContain('table:formula');
		return [...sheet.matchAll(/<table:table-row[^>]*>([\s\S]*?)<\/table:table-row>/g)].map(([, row = '']) =>
			[
				...row.matchAll(/<table:table-cell\b((?:[^>"]|"[^"]*")*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g)
			].flatMap(([, about = '', text = '']) => {
				const cell = {
					kind: /office:value-type="(\w+)"/.exec(about)?.[1],
					value: /office:(?:date-)?value="([^"]*)"/.exec(about)?.[1],
					text: [...text.matchAll(/<text:p>([\s\S]*?)<\/text:p>/g)]
						.map(([, line]) => unescaped(line!))
						.join('\n')
				};
				// Equal cells side by side are written once; the empty ones at the end are as many as a sheet is wide.
				const times = Number(/number-columns-repeated="(\d+)"/.exec(about)?.[1] ?? 1);
				return Array.from({ length: Math.min(times, 20) }, () => cell);
			})
		);
	}

	test.each(Object.entries(languages))(
		'takes every cell for what it is, in %s',
		(_, language) => {
			const [head, ...read] = opened('table', language);
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

	test.each(['late', 'plans'] as const)(
		'takes the table “%s” cell by cell for what it is, in German',
		(name) => {
			const { columns, rows } = tables[name];
			const [head, ...read] = opened(name, languages.German);
			expect(head!.slice(0, columns.length).map(({ text }) => text)).toEqual(columns.map((one) => one.name));
			for (const [place, cells] of rows.entries())
				for (const [at, cell] of cells.entries()) {
					const found = read[place]![at];
					if (cell === '') expect(found?.text ?? '').toBe('');
					else if (isIsoDate(cell)) expect(found).toMatchObject({ kind: 'date', value: cell });
					else if (/^\d+$/.test(cell)) expect(found).toMatchObject({ kind: 'float', value: cell });
					else expect(found).toMatchObject({ kind: 'string', text: defused(cell) });
				}
		},
		120_000
	);

	test.each(Object.keys(tables) as (keyof typeof tables)[])(
		'saves the table “%s” as CSV, and Servanda reads the same from that',
		(name) => {
			convert(name, languages.English, 'csv:Text - txt - csv (StarCalc):44,34,76,1');
			const saved = decodeTable(readFileSync(join(folder, 'out', `${name}.csv`)));
			if (!saved.ok) throw new Error(saved.error.kind);
			const read = readWhole(saved.value.text, delimiterOf(saved.value.text));
			expect(read.bad).toEqual([]);
			expect(read.names).toEqual(tables[name].columns.map((one) => one.name));
			expect(read.rows.map(({ cells }) => cells)).toEqual(tables[name].rows);
		},
		120_000
	);
});

const unescaped = (text: string): string =>
	text
		.replace(/<[^>]*>/g, ' ')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&apos;', "'")
		.replaceAll('&amp;', '&');
