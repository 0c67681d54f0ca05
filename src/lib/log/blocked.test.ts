import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, it, vi } from 'vitest';
import { anEvent, everythingIn, valueOf } from './fixtures.ts';
import { aFirstVersion, eventsOf, firstCommits } from './firstVersion.fixtures.ts';
import { openLog, type Notice } from './index.ts';

it('waits, with a word, for a tab of an earlier version that does not let go', async () => {
	const commits = firstCommits([{ events: [anEvent()] }]);
	await aFirstVersion('held', commits);
	const earlier = await openDB('held', 1);
	const notices: Notice[] = [];
	let isOpen = false;
	const opening = openLog({ name: 'held', tell: (notice) => notices.push(notice) }).finally(
		() => (isOpen = true)
	);
	await vi.waitFor(() => expect(notices).toEqual(['waitingForOtherTab']));
	expect(isOpen).toBe(false);
	earlier.close();
	expect((await everythingIn(valueOf(await opening))).events).toEqual(eventsOf(commits));
});
