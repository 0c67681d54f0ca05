import { expect, test } from 'vitest';
import { newId } from './envelope.ts';
import { isInvented } from './invented.ts';

test('a replica of the first instant there is invents, and no other does', () => {
	expect(isInvented('00000000-0000-7abc-8def-0123456789ab')).toBe(true);
	expect(isInvented('00000000-0001-7abc-8def-0123456789ab')).toBe(false);
	expect(isInvented(newId())).toBe(false);
});
