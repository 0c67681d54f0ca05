import { describe, expect, it } from 'vitest';
import type { Paragraph } from '#lib/documents/types.ts';
import { blocksOf } from './blocks.ts';
import type { Mark } from './marks.ts';

const text =
	'Title\n\n\tB.\tRights\n1.\tThe Committee asks[footnoteRef:1] the State: [1: A note.]\n\t(a)\tTo do this;\n\t(b)\tTo tell.\n2.\tEnd.';

const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

const paragraph = (number: number, from: string, to: string, subs: [string, string][]): Paragraph => ({
	number,
	section: 'Rights',
	topic: null,
	part: 'closing',
	start: at(from).start,
	end: at(to).end,
	chapeau: at(from),
	subParagraphs: subs.map(([mark, words]) => ({
		...at(words),
		unit: `${number}(${mark})`,
		mark,
		subParagraphs: []
	})),
	footnotes: [],
	recommends: []
});

const page = {
	text,
	paragraphs: [
		paragraph(1, '1.\tThe', 'To tell.', [
			['a', '(a)\tTo do this;'],
			['b', '(b)\tTo tell.']
		]),
		paragraph(2, '2.\tEnd.', '2.\tEnd.', [])
	],
	footnotes: [{ number: 1, citations: [], ...at('[1: A note.]') }]
};

const mark = (number: number, words: { start: number; end: number }): Mark => ({
	...words,
	paragraph: null,
	number,
	of: ['x']
});

describe('blocksOf', () => {
	it('cuts the page into lines, headings, paragraphs and sub-paragraphs, with what is printed before them', () => {
		expect(blocksOf(page, []).map(({ kind, marker }) => [kind, marker])).toEqual([
			['line', null],
			['heading', null],
			['paragraph', '1.'],
			['lettered', '(a)'],
			['lettered', '(b)'],
			['paragraph', '2.']
		]);
	});

	it('loses no word of the text', () => {
		const words = blocksOf(page, []).flatMap(({ marker, segments }) => [
			marker ?? '',
			...segments.map((segment) => segment.text)
		]);
		expect(words.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
	});

	it('sets notes apart', () => {
		const notes = blocksOf(page, []).flatMap(({ segments }) => segments.filter(({ note }) => note));
		expect(notes.map((segment) => segment.text)).toEqual(['[footnoteRef:1]', '[1: A note.]']);
	});

	it('cuts where marks overlap, and shows each number once', () => {
		const inner = mark(2, at('State'));
		const outer = mark(1, { start: at('the State').start, end: at('To do this').end });
		const marked = blocksOf(page, [outer, inner])
			.flatMap(({ segments }) => segments)
			.filter(({ marks }) => marks.length > 0);
		expect(
			marked.map(({ text: words, marks, opens }) => [words, marks.length, opens.map((one) => one.number)])
		).toEqual([
			['the ', 1, [1]],
			['State', 2, [2]],
			[': ', 1, []],
			['[1: A note.]', 1, []],
			['To do this', 1, []]
		]);
	});
});
