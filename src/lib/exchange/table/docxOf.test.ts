import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { docxOf, type TableWords } from './docxOf.ts';

const columns = [
	{ key: 'state', name: 'State' },
	{ key: 'due', name: 'Due' }
];
const rows = [
	['Azerbaijan & <others>', '2026-11-01'],
	['two\nlines', '=1+1']
];
const words: TableWords = {
	title: 'What is overdue',
	lead: ['On 22 November 2026'],
	foot: 'Not a product of the United Nations.',
	language: 'en-GB',
	isRightToLeft: false
};

async function partsOf(given: TableWords): Promise<Record<string, string>> {
	const blob = await docxOf({ name: 'x', columns, rows }, given);
	const parts = unzipSync(new Uint8Array(await blob.arrayBuffer()));
	return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const textsIn = (xml: string): string[] =>
	[...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text!);

describe('a table as a document', () => {
	test('has its title, every cell, and a head that is repeated on each page', async () => {
		const parts = await partsOf(words);
		const document = parts['word/document.xml']!;
		expect(textsIn(document)).toEqual([
			'What is overdue',
			'On 22 November 2026',
			'State',
			'Due',
			'Azerbaijan &amp; &lt;others&gt;',
			'2026-11-01',
			'two',
			'lines',
			'=1+1'
		]);
		const trows = document.split('<w:tr>').slice(1);
		expect(trows.map((row) => row.includes('<w:tblHeader'))).toEqual([true, false, false]);
		expect(document).toContain('w:orient="landscape"');
		const foot = Object.entries(parts).find(([name]) => /^word\/footer\d\.xml$/.test(name))![1];
		expect(textsIn(foot)[0]).toContain('Not a product of the United Nations.');
		expect(parts['word/styles.xml']).toContain('w:val="en-GB"');
	});

	test('runs from right to left where the language does', async () => {
		const document = (await partsOf({ ...words, language: 'ar', isRightToLeft: true }))['word/document.xml']!;
		expect(document).toContain('<w:bidiVisual');
		expect(
			document
				.split('<w:p>')
				.slice(1)
				.every((one) => one.includes('<w:bidi/>'))
		).toBe(true);
		expect((await partsOf(words))['word/document.xml']).not.toContain('<w:bidiVisual/>');
	});
});
