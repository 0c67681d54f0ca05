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
	expect(labelStart(50, 100, 400)).toBe(50);
	expect(labelStart(380, 100, 400)).toBe(300);
	expect(labelStart(-80, 100, 400)).toBe(0);
	expect(labelStart(100, 500, 400)).toBe(0);
});
