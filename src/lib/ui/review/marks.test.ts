import { describe, expect, it } from 'vitest';
import { marksFor, marksOf, ranges } from './marks.ts';

const place = (start: number, end: number) => ({ start, end, paragraph: null });

describe('marksOf', () => {
	it('numbers places in the order of the page, whatever the order of the events', () => {
		const marks = marksOf([
			{ key: 'late', facts: [place(50, 60)] },
			{ key: 'early', facts: [place(10, 20), place(70, 80)] }
		]);
		expect(marks.map(({ number, of }) => [number, of])).toEqual([
			[1, ['early']],
			[2, ['late']],
			[3, ['early']]
		]);
		expect(marksFor('early', marks).map(({ number }) => number)).toEqual([1, 3]);
	});

	it('gives a place that supports two events one number', () => {
		const marks = marksOf([
			{ key: 'a', facts: [place(5, 9)] },
			{ key: 'b', facts: [place(5, 9)] }
		]);
		expect(marks).toEqual([{ ...place(5, 9), number: 1, of: ['a', 'b'] }]);
	});

	it('marks a question without a number', () => {
		const [question] = marksOf([], [{ kind: 'monthWithoutDay', quote: 'May 2025', place: place(3, 11) }]);
		expect(question).toMatchObject({ number: null, start: 3 });
	});
});

describe('ranges', () => {
	it('says neighbours once', () => {
		expect(ranges([9, 4, 5, 6])).toEqual([
			{ first: 4, last: 6 },
			{ first: 9, last: 9 }
		]);
	});
});
