import { describe, expect, it } from 'vitest';
import { askToKeep, lookAtStorage } from './storage.ts';

const browser = (persisted: boolean, grants: boolean) => ({
	persisted: async () => persisted,
	persist: async () => persisted || grants,
	estimate: async () => ({ usage: 10, quota: 1000 })
});
const room = { usage: 10, quota: 1000 };

describe('storage', () => {
	it('is looked at without asking', async () => {
		const asks = { ...browser(false, true), persist: () => Promise.reject(new Error('asked')) };
		expect(await lookAtStorage(asks)).toEqual({ kind: 'notAsked', ...room });
		expect(await lookAtStorage(browser(true, false))).toEqual({ kind: 'persisted', ...room });
	});

	it('is kept, or refused, when asked for', async () => {
		expect(await askToKeep(browser(false, true))).toEqual({ kind: 'persisted', ...room });
		expect(await askToKeep(browser(false, false))).toEqual({ kind: 'refused', ...room });
	});

	it('is not promised by a browser that knows no such thing', async () => {
		const unsupported = { kind: 'unsupported', usage: undefined, quota: undefined };
		expect(await lookAtStorage({})).toEqual(unsupported);
		expect(await askToKeep({})).toEqual(unsupported);
	});
});
