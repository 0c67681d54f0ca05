import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { inline } from './testing/inline.ts';
import { Workspace } from './workspace.svelte.ts';
import { workedExampleStream as stream } from './workedExample.ts';

/** After the observations of the worked example were recorded, and before the reply was. */
const between = '2022-01-01T22:59:59.999Z';
const before = '2020-01-01T22:59:59.999Z';
const endings = (workspace: Workspace) =>
	workspace.outlines.get(stream)?.obligations.map(({ ending }) => ending?.how ?? null);

let workspace: Workspace;
beforeEach(async () => {
	globalThis.indexedDB = new IDBFactory();
	workspace = new Workspace(inline);
	await workspace.open();
});
afterEach(() => workspace.close());

describe('looking back', () => {
	test('shows what was known then, in outline and in full, and now again', async () => {
		await workspace.openWorkedExample();
		expect(endings(workspace)).toEqual(['met', null]);
		await workspace.lookBack(between);
		expect(workspace).toMatchObject({ asKnownAt: between, knownAt: between, isLookingBack: false });
		expect(endings(workspace)).toEqual([null, null]);
		const cycle = await vi.waitFor(() => {
			const open = workspace.cycle(stream);
			if (!open) throw new Error('not read yet');
			return open;
		});
		expect(cycle.events.map(({ type }) => type)).not.toContain('FollowUpReceived');
		await workspace.lookBack(before);
		expect(workspace.cycle(stream)).toBeNull();
		await workspace.lookBack(null);
		expect(workspace.knownAt).toBeNull();
		expect(endings(workspace)).toEqual(['met', null]);
	});

	test('keeps showing what was shown until the other is found', async () => {
		await workspace.openWorkedExample();
		const found = workspace.lookBack(between);
		expect(workspace).toMatchObject({ asKnownAt: between, knownAt: null, isLookingBack: true });
		expect(endings(workspace)).toEqual(['met', null]);
		await found;
		expect(workspace.isLookingBack).toBe(false);
	});

	test('an instant that one has turned away from is not shown when it is found', async () => {
		await workspace.openWorkedExample();
		const found = workspace.lookBack(before);
		await workspace.lookBack(null);
		await found;
		expect(workspace).toMatchObject({ asKnownAt: null, knownAt: null, isLookingBack: false });
		expect(endings(workspace)).toEqual(['met', null]);
	});

	test('records nothing into what was known earlier', async () => {
		await workspace.lookBack(between);
		const adoption = {
			stream,
			type: 'ConcludingObservationsAdopted',
			on: '2021-10-08',
			data: {},
			source: null
		} as const;
		expect(await workspace.record([adoption])).toMatchObject({ ok: false, error: { kind: 'lookingBack' } });
		expect(workspace.count).toBe(0);
	});

	test('shows what comes to be known of that time meanwhile', async () => {
		await workspace.lookBack(between);
		expect(workspace.outlines.size).toBe(0);
		await workspace.openWorkedExample();
		await vi.waitFor(() => expect(endings(workspace)).toEqual([null, null]));
	});
});
