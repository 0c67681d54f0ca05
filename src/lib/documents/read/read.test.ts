import { describe, expect, it } from 'vitest';
import { largestFile, readSource } from './read.ts';

const file = (name: string, content: string | number[]) => ({
	name,
	bytes: typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content)
});

describe('readSource', () => {
	it('gives plain text without byte order mark, with line feeds, composed', () => {
		expect(readSource(file('a.txt', '\ufeffone\r\ntwo\rthree e\u0301'))).toEqual({
			ok: true,
			value: { kind: 'text', name: 'a.txt', text: 'one\ntwo\nthree é' }
		});
	});

	it.each([
		['an empty file', file('a.txt', ''), { kind: 'emptyFile' }],
		['white space only', file('a.txt', ' \n\t\r\n\u00a0'), { kind: 'emptyFile' }],
		[
			'a photo renamed .txt',
			file('a.txt', [0xff, 0xd8, 0xff, 0xe0, 0, 16]),
			{ kind: 'unsupportedType', type: 'image' }
		],
		['bytes that are not UTF-8', file('a.txt', [0x61, 0xc3, 0x28]), { kind: 'notText', at: 0 }],
		['a text with NUL in it', file('a.txt', 'ab\u0000c'), { kind: 'notText', at: 2 }],
		['a PDF, whatever its name', file('a.txt', '%PDF-1.7'), { kind: 'notYetReadable', type: 'pdf' }],
		['a Word document', file('a.docx', [0x50, 0x4b, 3, 4, 0]), { kind: 'notYetReadable', type: 'docx' }],
		['a zip archive', file('a.zip', [0x50, 0x4b, 3, 4, 0]), { kind: 'unsupportedType', type: 'archive' }],
		['a type nobody knows', file('a.xyz', 'words'), { kind: 'unsupportedType', type: 'unknown' }]
	])('refuses %s', (_, given, error) => {
		expect(readSource(given)).toEqual({ ok: false, error });
	});

	it('refuses a file that is too large at once, before looking into it', () => {
		const bytes = new Uint8Array(50 * 1024 * 1024);
		const began = performance.now();
		expect(readSource({ name: 'a.txt', bytes })).toEqual({
			ok: false,
			error: { kind: 'tooLarge', bytes: bytes.length, limit: largestFile }
		});
		expect(performance.now() - began).toBeLessThan(50);
	});
});
