import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const command = resolve('src/command-line/read.ts');
/** Real documents of the United Nations, which the project does not copy. */
const folder = resolve('../shared/documents');
const files = ['CMW_C_AZE_CO_3.txt', 'CMW_C_AZE_FCO_3.txt'];
const present = existsSync(join(folder, 'expected.json'));

/** Checked by hand beside the documents; these two are words about the others. */
const remarks = ['notes', 'evidence'];

const read = (...given: string[]): string =>
	execFileSync(process.execPath, [command, ...given], {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'pipe']
	});

describe.skipIf(!present)('the real documents (skipped where ../shared/documents is absent)', () => {
	const expected: Record<string, unknown>[] = present
		? JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))
		: [];
	const cases = files.flatMap((file) => {
		const wanted = expected.find((one) => one['file'] === file) ?? {};
		return Object.entries(wanted)
			.filter(([key]) => !remarks.includes(key))
			.map(([key, value]) => ({ file, key, value }));
	});
	const given = new Map<string, Record<string, unknown>>();

	it.each(cases)('$file: $key', ({ file, key, value }) => {
		if (!given.has(file)) given.set(file, JSON.parse(read(join(folder, file), '--json')));
		const found = given.get(file)![key];
		expect(found).toEqual(value);
	});

	it('says which file it took for the document that is answered', () => {
		expect(given.get(files[1]!)?.['answers_file']).toBe(join(folder, files[0]!));
	});
});

describe('the command', () => {
	const written = (name: string, text: string): string => {
		const path = join(mkdtempSync(join(tmpdir(), 'servanda-')), name);
		writeFileSync(path, text);
		return path;
	};
	const refusal = (...given: string[]): unknown => {
		try {
			read(...given);
		} catch (error) {
			return JSON.parse((error as { stderr: string }).stderr);
		}
		return undefined;
	};

	it('prints a summary for people', () => {
		const path = written(
			'a.txt',
			'CAT/C/ISL/CO/4\nConcluding observations on the fourth periodic report of Iceland\n1. The Committee recommends that the State party act.\n'
		);
		expect(read(path)).toMatch(/^file: a\.txt\nkind: CO\n/);
	});

	it.each<[string, () => string[], string, RegExp]>([
		['no file', () => [], 'noFileGiven', /^Name the file/],
		['a file that is not there', () => ['/nowhere/a.txt'], 'fileNotFound', /no file \/nowhere\/a\.txt/],
		['an empty file', () => [written('a.txt', ' \n')], 'emptyFile', /is empty/],
		['something else', () => [written('a.txt', 'A recipe for bread.')], 'notATreatyBodyDocument', /neither/]
	])('fails for %s, with a kind and a sentence on the error output', (_what, given, kind, sentence) => {
		expect(refusal(...given())).toMatchObject({ kind, sentence: expect.stringMatching(sentence) });
	});
});
