import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Proposal } from '#lib/cycle/gate.ts';
import { inline } from './testing/inline.ts';
import { tamper } from './testing/tamper.ts';
import { Workspace } from './workspace.svelte.ts';

const adoption: Proposal = {
	stream: 'CMW/AZE/3',
	type: 'ConcludingObservationsAdopted',
	on: '2021-10-08',
	data: {},
	source: null
};
const comments: Proposal = {
	...adoption,
	type: 'CommentsReceived',
	on: '2021-12-01',
	data: { symbol: 'CMW/C/AZE/CO/3/Add.1' }
};
const open: Workspace[] = [];

async function openTab(): Promise<Workspace> {
	const workspace = new Workspace(inline);
	open.push(workspace);
	await workspace.open();
	return workspace;
}

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
	for (const workspace of open.splice(0)) workspace.close();
});

describe('verifying', () => {
	test('is known again after the app was closed', async () => {
		const before = await openTab();
		await before.record([adoption]);
		const verifying = await before.verifying();
		expect(verifying.last).toBeNull();
		await verifying.start();
		expect(verifying.last).toMatchObject({ events: 2, findings: [] });
		expect(verifying.progress).toBeNull();
		expect((await (await openTab()).verifying()).last).toEqual(verifying.last);
	});

	test('says of each chain where it ends and what is here of it', async () => {
		const workspace = await openTab();
		await workspace.record([adoption]);
		const verifying = await workspace.verifying();
		const end = workspace.head!.chains[workspace.replica!];
		expect(verifying.chains).toEqual([{ replica: workspace.replica, end, seen: null }]);
		await verifying.start();
		expect(verifying.chains[0]!.seen).toEqual({ events: 2, redacted: 0, missing: [] });
	});

	test('starts by itself where it is due, and then not again', async () => {
		const workspace = await openTab();
		const verifying = await workspace.verifying();
		await verifying.startWhereDue();
		expect(verifying.last).toBeNull();
		await workspace.record([adoption]);
		await verifying.startWhereDue();
		const { last } = verifying;
		expect(last).not.toBeNull();
		await verifying.startWhereDue();
		expect(verifying.last).toBe(last);
	});

	test('starts by itself after a content was taken out', async () => {
		const workspace = await openTab();
		const recorded = await workspace.record([adoption, comments]);
		const verifying = await workspace.verifying();
		await verifying.start();
		const event = recorded.ok && recorded.value.find(({ type }) => type === 'CommentsReceived');
		const redacted = await workspace.redact(event as never, 'names a person');
		expect(redacted.ok).toBe(true);
		await verifying.startWhereDue();
		expect(verifying.last).toMatchObject({ redacted: 1, findings: [] });
		expect(verifying.chains[0]!.seen).toMatchObject({ redacted: 1 });
	});

	test('says what a noted hash is', async () => {
		const workspace = await openTab();
		const verifying = await workspace.verifying();
		const recorded = await workspace.record([adoption]);
		const noted = workspace.head!.hash;
		const compared = async (hash: string) => {
			const result = await verifying.compare(hash);
			return result.ok ? result.value : result.error;
		};
		expect(await compared(noted)).toEqual({ kind: 'head', position: 1, verified: false });
		await workspace.record([comments]);
		expect(await compared(noted)).toEqual({ kind: 'earlier', position: 1, now: 2, verified: false });
		await verifying.start();
		expect(await compared(noted)).toMatchObject({ verified: true });
		const event = recorded.ok ? recorded.value[0]! : undefined;
		expect(await compared(event!.link!.hash)).toMatchObject({ kind: 'event', event: { id: event!.id } });
		expect(await compared('f'.repeat(64))).toEqual({ kind: 'unknown' });
	});

	test('stops when it is told to, and shows how far it came', async () => {
		const workspace = await openTab();
		await workspace.record([adoption]);
		const verifying = await workspace.verifying();
		const going = verifying.start();
		expect(verifying.running).toBe(true);
		verifying.stop();
		await going;
		expect(verifying.running).toBe(false);
	});

	test('shows what it found', async () => {
		const workspace = await openTab();
		await workspace.record([adoption]);
		await tamper('commits', (store, [commit]) =>
			store.put(JSON.parse(JSON.stringify(commit).replace('"2021-10-08"', '"2021-10-09"')))
		);
		const verifying = await workspace.verifying();
		await verifying.start({ fromTheBeginning: true });
		expect(verifying.findings).toMatchObject([{ kind: 'changed' }]);
	});
});
