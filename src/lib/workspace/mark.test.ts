import { afterEach, expect, test, vi } from 'vitest';
import { keepMark, readMark } from './mark.ts';

const mark = { events: 9, hash: 'a'.repeat(64), at: '2026-11-22T10:00:00.000Z' };

function storageHolding(text: string | null) {
	const kept = new Map(text === null ? [] : [['servanda-log', text]]);
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => kept.set(key, value)
	});
}

afterEach(() => vi.unstubAllGlobals());

test('what was noted is read again', () => {
	storageHolding(null);
	expect(readMark()).toBeNull();
	keepMark(mark);
	expect(readMark()).toEqual(mark);
});

test.each(['{', '7', '{}', 'null'])('something else that was written there (%s) is no note', (text) => {
	storageHolding(text);
	expect(readMark()).toBeNull();
});

test('where nothing may be noted nothing is known, and nothing fails', () => {
	vi.stubGlobal('localStorage', undefined);
	expect(readMark()).toBeNull();
	expect(() => keepMark(mark)).not.toThrow();
});
