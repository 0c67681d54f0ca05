import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Proposal } from '#lib/cycle/gate.ts';
import { amendment } from '#lib/cycle/testing/facts.ts';
import { openLog, type Log } from '#lib/log/index.ts';
import { inline } from '../testing/inline.ts';
import { Workspace } from '../workspace.svelte.ts';
import { StatusImport } from './statusImport.svelte.ts';

const head = 'State,Body,Report,Adopted,Next report due\n';
const table = `${head}AZE,CMW,3,2021-10-08,2026-11-01\nFRA,CAT,7,2019-05-10,2023-05-01\nXXX,CAT,7,2019-05-10,\n`;
const words = {
	heads: {},
	words: { bodies: new Map(), duties: new Map(), reports: new Map() }
};

let workspace: Workspace;
let log: Log;

beforeEach(async () => {
	globalThis.indexedDB = new IDBFactory();
	workspace = new Workspace(inline);
	await workspace.open();
	const opened = await openLog();
	if (opened.ok) log = opened.value;
});

const taking = () => new StatusImport(workspace, words, () => inline(log));
const fileOf = (text: string | Uint8Array<ArrayBuffer>) => new File([text], 'statuses.csv');

async function planned(text: string): Promise<StatusImport> {
	const one = taking();
	await one.choose(fileOf(text));
	await one.plan();
	return one;
}

describe('a table', () => {
	test('is recorded whole, in one commit, and again changes nothing', async () => {
		const one = await planned(table);
		expect(one.step).toMatchObject({ kind: 'planned', plan: { events: 6, cycles: 2 } });
		const before = workspace.head!.position;
		await one.record();
		expect(one.step).toMatchObject({ kind: 'recorded', passage: { length: 6 } });
		expect(workspace.head!.position).toBe(before + 1);
		expect([...workspace.outlines.keys()].sort()).toEqual(['CAT/FRA/7', 'CMW/AZE/3']);
		expect((await planned(table)).step).toMatchObject({ kind: 'planned', plan: { events: 0 } });
	});

	test('opens new cycles under the rules as they were changed for the others of the body', async () => {
		const reason = 'decided';
		const data = { procedure: { body: 'CAT', version: 1 }, amendments: [amendment()], reason };
		const changed: Proposal = {
			stream: 'CAT/ALB/2',
			type: 'ProcedureChanged',
			on: '2022-01-01',
			data,
			source: null
		};
		await workspace.record([changed]);
		await (await planned(table)).record();
		expect(workspace.outlines.get('CAT/FRA/7')?.amendments).toEqual([amendment()]);
		expect(workspace.outlines.get('CMW/AZE/3')?.amendments).toEqual([]);
	});

	test('is looked at anew where something was recorded since', async () => {
		const [one, other] = [await planned(table), await planned(table)];
		await other.record();
		await one.record();
		expect(one.step).toMatchObject({ kind: 'planned', moved: true, plan: { events: 0 } });
	});

	test('records nothing before somebody says so, and nothing once it is let go of', async () => {
		const one = await planned(table);
		one.cancel();
		await one.record();
		expect(workspace.count).toBe(0);
		expect(one.step).toEqual({ kind: 'idle' });
	});

	test('records nothing while one looks at what was known earlier', async () => {
		const one = await planned(table);
		await workspace.lookBack('2020-01-01T00:00:00.000Z');
		await one.record();
		expect(one.step).toMatchObject({ kind: 'refused', failure: { kind: 'lookingBack' } });
		expect(workspace.count).toBe(0);
	});
});

describe('the columns', () => {
	test('are remembered for the next table with the same heads', async () => {
		const text = 'A,B,C,D\nAZE,CMW,3,05/06/2021\n';
		const one = taking();
		await one.choose(fileOf(text));
		expect(one.namesCycles).toBe(false);
		for (const [place, field] of (['state', 'body', 'report', 'adopted'] as const).entries())
			one.nameColumn(place, field);
		expect(one.undecided).toEqual([3]);
		one.order(3, 'dayMonth');
		expect(one.undecided).toEqual([]);
		await one.plan();
		const again = taking();
		await again.choose(fileOf(text));
		expect(again.mapping).toEqual(['state', 'body', 'report', 'adopted']);
		expect(again.undecided).toEqual([]);
		const other = taking();
		await other.choose(fileOf(text.replace('A,B', 'B,A')));
		expect(other.mapping).toEqual([null, null, null, null]);
		const refused = taking();
		await refused.choose(fileOf('A,B,C,D,Line,Reason\nAZE,CMW,4,07/06/2021,3,why\n'));
		expect(refused.mapping).toEqual(['state', 'body', 'report', 'adopted', null, null]);
		expect(refused.undecided).toEqual([]);
	});

	test('say each thing once', async () => {
		const one = taking();
		await one.choose(fileOf(table));
		one.nameColumn(4, 'adopted');
		expect(one.mapping).toEqual(['state', 'body', 'report', null, 'adopted']);
	});
});

test('a file in another alphabet is asked about, and one that cannot be read says why', async () => {
	const one = taking();
	await one.choose(fileOf(new Uint8Array([0x53, 0x0a, 0xd0, 0xce, 0x41])));
	expect(one.step).toMatchObject({ kind: 'encoding', wrong: null });
	await one.readAs({ encoding: 'utf-8' });
	expect(one.step).toMatchObject({ kind: 'encoding', wrong: 'utf-8' });
	await one.readAs({ encoding: 'windows-1251' });
	expect(one.step).toMatchObject({ kind: 'columns', table: { first: [['РОA']] } });
	await one.choose(fileOf(''));
	expect(one.step).toMatchObject({ kind: 'refused', failure: { kind: 'emptyFile' } });
});
