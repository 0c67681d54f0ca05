import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { propose, readSource, recognise, type Fact, type Reading } from './index.ts';
import { frame } from './testing.ts';

/** Words that rules look for, so that made-up texts run into them. */
const words = fc.constantFrom(
	'The Committee',
	'recommends',
	'that the State party',
	'requests',
	'information',
	'paragraph',
	'paragraphs',
	'16',
	'(a)',
	'(i)',
	':',
	';',
	'.',
	',',
	'and',
	'within two years',
	'by 31 June 2026',
	'1 May 2024',
	'its fifth periodic report',
	'submit',
	'at its 3rd meeting',
	'adopted',
	'urgent',
	'attention',
	'[footnoteRef:1]',
	'[1: Ibid., para. 3.]',
	'CAT/C/ISL/CO/3',
	'\n',
	'\n\n',
	'\f',
	'\t',
	'1. ',
	'2. ',
	'3. ',
	'\u200f',
	'é',
	'<script>',
	'I. Introduction',
	'simplified reporting procedure'
);
const pages = fc.array(words, { maxLength: 80 }).map((some) => some.join(' '));

/** Every fact in a reading, wherever it hangs. */
function factsIn(value: unknown): Fact<unknown>[] {
	if (value === null || typeof value !== 'object') return [];
	const own = 'quote' in value && 'place' in value ? [value as Fact<unknown>] : [];
	return [...own, ...Object.values(value).flatMap(factsIn)];
}

function check(reading: Reading, text: string): void {
	for (const { quote, place } of factsIn(reading)) {
		expect(place.start).toBeGreaterThanOrEqual(0);
		expect(place.end).toBeLessThanOrEqual(text.length);
		expect(text.slice(place.start, place.end)).toBe(quote);
	}
	for (const { facts } of propose(reading))
		for (const { start, end } of facts) expect(start).toBeLessThanOrEqual(end);
}

describe('reading any text', () => {
	it('never throws, and gives a reading or a refusal', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
				const source = readSource({ name: 'a.txt', bytes: new TextEncoder().encode(text) });
				if (source.ok) expect(typeof recognise(source.value).ok).toBe('boolean');
			})
		);
	});

	it('quotes exactly what stands at each place', () => {
		fc.assert(
			fc.property(fc.array(pages, { maxLength: 6 }), (paragraphs) => {
				const source = readSource({ name: 'a.txt', bytes: new TextEncoder().encode(frame(paragraphs)) });
				if (!source.ok) return;
				const reading = recognise(source.value);
				if (reading.ok) check(reading.value, source.value.text);
			})
		);
	});

	const length = 5 * 1024 * 1024 - 2000;
	const title = frame([]);
	it.each([
		['spaces', ' ', ''],
		['line breaks', '1.\n', title],
		['units', '1, ', `${title}4. paragraphs `],
		['sentences', 'The Committee it recommends that the State party ', title],
		['brackets', '[1: [', `${title}[footnoteRef:1]`],
		['letters', '(a) x;\n', `${title}4. `],
		['ordinals', 'first, ', title],
		['days', '4 and ', title],
		['symbols', 'CAT/', title],
		['notes', 'x\n\n1 note\n\f', title],
		['headings', 'As for paragraph 1 of x\n', title]
	])(
		'reads 5 MB of %s in a couple of seconds',
		(_, piece, before) => {
			const text = `${before}${piece.repeat(length / piece.length - before.length / piece.length)}`;
			const began = process.cpuUsage();
			const source = readSource({ name: 'a.txt', bytes: new TextEncoder().encode(text) });
			if (source.ok) recognise(source.value);
			expect(process.cpuUsage(began).user / 1e6).toBeLessThan(3);
		},
		30_000
	);
});
