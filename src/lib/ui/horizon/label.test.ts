import { expect, test } from 'vitest';
import { fitted, labelStart } from './label.ts';

const tenEach = (text: string) => text.length * 10;

test('a text that has room stays whole; one that has not ends early', () => {
	expect(fitted('Azerbaijan', 100, tenEach)).toBe('Azerbaijan');
	expect(fitted('Azerbaijan', 60, tenEach)).toBe('Azerb…');
	expect(fitted('An initial report', 40, tenEach)).toBe('An…');
	expect(fitted('Azerbaijan', 0, tenEach)).toBe('…');
});

test('a label begins at its mark, unless it would leave the picture', () => {
	const at = (from: number) => ({ from, to: from, now: -1000, isAhead: false });
	expect(labelStart(at(50), 100, 400)).toBe(50);
	expect(labelStart(at(380), 100, 400)).toBe(300);
	expect(labelStart(at(-80), 100, 400)).toBe(0);
	expect(labelStart(at(100), 500, 400)).toBe(0);
});

test('the upright strikes no label through where there is room beside it', () => {
	// A bar up to the upright that is longer than its words bears them; a short one has them behind the upright.
	expect(labelStart({ from: 20, to: 200, now: 200, isAhead: false }, 100, 400)).toBe(20);
	expect(labelStart({ from: 190, to: 200, now: 200, isAhead: false }, 100, 400)).toBe(206);
	// What was done before it has its words before it.
	expect(labelStart({ from: 150, to: 170, now: 200, isAhead: false }, 100, 400)).toBe(94);
	// What lies ahead has its words up to its day, but never before the upright.
	expect(labelStart({ from: 200, to: 380, now: 200, isAhead: true }, 100, 400)).toBe(280);
	expect(labelStart({ from: 200, to: 220, now: 200, isAhead: true }, 100, 400)).toBe(206);
});

test('where no side has room, a label begins at its mark all the same', () => {
	expect(labelStart({ from: 190, to: 200, now: 200, isAhead: false }, 300, 400)).toBe(100);
});
