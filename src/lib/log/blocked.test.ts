import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, it, vi } from 'vitest';
import { valueOf } from './fixtures.ts';
import { openLog, type Notice } from './index.ts';

// A later Servanda, which an earlier one can stand in the way of.
vi.mock('./schema.ts', async (original) => ({ ...(await original<object>()), schemaVersion: 2 }));

it('waits, with a word, for a tab of an earlier version that does not let go', async () => {
	const earlier = await openDB('held', 1);
	const notices: Notice[] = [];
	let isOpen = false;
	const opening = openLog({ name: 'held', tell: (notice) => notices.push(notice) }).finally(
		() => (isOpen = true)
	);
	await vi.waitFor(() => expect(notices).toEqual(['waitingForOtherTab']));
	expect(isOpen).toBe(false);
	earlier.close();
	expect(valueOf(await valueOf(await opening).position())).toBe(0);
});
