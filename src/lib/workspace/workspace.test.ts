import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Proposal } from '#lib/cycle/gate.ts';
import type { Timeline } from '#lib/cycle/timeline/fold.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { inline } from './testing/inline.ts';
import { Workspace } from './workspace.svelte.ts';

const adoption: Proposal = {
	stream: 'CMW/AZE/3',
	type: 'ConcludingObservationsAdopted',
	on: '2021-10-08',
	data: {},
	source: null
};
const open: Workspace[] = [];

async function openTab(): Promise<Workspace> {
	const workspace = new Workspace(inline);
	open.push(workspace);
	await workspace.open();
	return workspace;
}

/** Everything recorded, the oldest first. */
async function everythingIn(workspace: Workspace): Promise<Envelope[]> {
	const all: Envelope[] = [];
	await workspace.readBack((newestFirst) => {
		all.push(...newestFirst);
		return true;
	});
	return all.reverse();
}

/** The facts of the cycle, once it has been read. */
async function factsIn(workspace: Workspace): Promise<Timeline['facts']> {
	return vi.waitFor(() => {
		const timeline = workspace.cycle('CMW/AZE/3')?.timeline;
		if (!timeline || 'kind' in timeline) throw new Error('not read yet');
		return timeline.facts;
	});
}

beforeEach(() => {
	// Each test has a device of its own.
	globalThis.indexedDB = new IDBFactory();
});

afterEach(() => {
	for (const workspace of open.splice(0)) workspace.close();
	vi.restoreAllMocks();
});

describe('two tabs', () => {
	test('recording the same event at once record it once, and the slower one says it is there', async () => {
		const [one, other] = [await openTab(), await openTab()];
		const results = await Promise.all([one.record([adoption]), other.record([adoption])]);
		expect(results.filter(({ ok }) => ok)).toHaveLength(1);
		expect(results.find(({ ok }) => !ok)).toMatchObject({ error: { kind: 'alreadyRecorded' } });
		const third = await openTab();
		expect((await everythingIn(third)).map(({ type }) => type)).toEqual([
			'CycleOpened',
			'ConcludingObservationsAdopted'
		]);
	});

	test('recording different events at once lose neither', async () => {
		const [one, other] = [await openTab(), await openTab()];
		await one.record([adoption]);
		const comments: Proposal = { ...adoption, type: 'CommentsReceived', on: '2021-12-01' };
		const offered: Proposal = { ...adoption, type: 'SimplifiedReportingProcedureOffered' };
		const results = await Promise.all([one.record([comments]), other.record([offered])]);
		expect(results.every(({ ok }) => ok)).toBe(true);
		const third = await openTab();
		expect((await everythingIn(third)).map(({ link }) => link?.sequence)).toEqual([1, 2, 3, 4]);
	});

	test('what one records, the other shows', async () => {
		const [one, other] = [await openTab(), await openTab()];
		await one.record([adoption]);
		await vi.waitFor(() => expect(other.outlines.has('CMW/AZE/3')).toBe(true));
		expect(await factsIn(other)).toHaveLength(1);
	});
});

describe('nothing is half done', () => {
	test('a refused passage records none of its events', async () => {
		const workspace = await openTab();
		const early: Proposal = {
			...adoption,
			type: 'FollowUpReceived',
			on: '2021-10-01',
			data: { sections: [] }
		};
		const result = await workspace.record([adoption, early]);
		expect(result).toMatchObject({ ok: false, error: { kind: 'notAccepted', proposal: 1 } });
		expect(await everythingIn(workspace)).toEqual([]);
	});

	test('a full disk is told, and the next try goes through', async () => {
		const workspace = await openTab();
		const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(() => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		expect(await workspace.record([adoption])).toMatchObject({ ok: false, error: { kind: 'storageFull' } });
		expect(await everythingIn(workspace)).toEqual([]);
		add.mockRestore();
		expect(await workspace.record([adoption])).toMatchObject({ ok: true });
	});
});

describe('the worked example', () => {
	test('opens, opens again without change, and can be removed', async () => {
		const workspace = await openTab();
		expect(await workspace.openWorkedExample()).toMatchObject({ ok: true });
		const { length } = await everythingIn(workspace);
		expect(length).toBeGreaterThan(8);
		expect(await workspace.openWorkedExample()).toMatchObject({ ok: true });
		expect(await everythingIn(workspace)).toHaveLength(length);
		expect(await workspace.removeWorkedExample()).toMatchObject({ ok: true });
		expect(await everythingIn(workspace)).toEqual([]);
		expect(workspace.outlines.size).toBe(0);
		expect(workspace.count).toBe(0);
	});

	test('stays where a person recorded something on top of it', async () => {
		const workspace = await openTab();
		await workspace.openWorkedExample();
		await workspace.record([
			{ ...adoption, type: 'ReminderSent', on: '2026-11-10', data: { duty: 'nextReport' } }
		]);
		expect(await workspace.removeWorkedExample()).toMatchObject({ error: { kind: 'recordedSince' } });
		expect(workspace.hasWorkedExample).toBe(true);
	});
});

test('correcting an event keeps it in the record and takes it out of the cycle', async () => {
	const workspace = await openTab();
	await workspace.record([adoption]);
	const event = (await everythingIn(workspace)).at(-1)!;
	expect(await workspace.correct(event, { action: 'withdraw', reason: 'another State' })).toMatchObject({
		ok: true
	});
	expect(await factsIn(workspace)).toEqual([]);
	expect(await everythingIn(workspace)).toContainEqual(event);
});

test('the name one gives is written with what is recorded from then on, also after reopening', async () => {
	const workspace = await openTab();
	await workspace.rename('  The desk of treaty affairs ');
	await workspace.record([adoption]);
	expect((await everythingIn(workspace)).at(-1)?.by).toBe('The desk of treaty affairs');
	workspace.close();
	expect((await openTab()).by).toBe('The desk of treaty affairs');
});
