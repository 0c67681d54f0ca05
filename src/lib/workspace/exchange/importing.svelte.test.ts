import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Proposal } from '#lib/cycle/gate.ts';
import { linked } from '#lib/envelope/chain.ts';
import { newId, newSalt, type Envelope } from '#lib/envelope/envelope.ts';
import type { Heads } from '#lib/exchange/bundle/bundle.ts';
import type { Scope } from '#lib/exchange/bundle/scope.ts';
import { writeBundle } from '#lib/exchange/bundle/write.ts';
import { openLog, type Log } from '#lib/log/index.ts';
import { inline } from '../testing/inline.ts';
import { Workspace } from '../workspace.svelte.ts';
import { Exporting } from './exporting.svelte.ts';
import { Importing } from './importing.svelte.ts';

const adoption: Proposal = {
	stream: 'CMW/AZE/3',
	type: 'ConcludingObservationsAdopted',
	on: '2021-10-08',
	data: {},
	source: null
};
const comments: Proposal = { ...adoption, type: 'CommentsReceived', on: '2021-12-01' };

/** The installation of each test, opened anew on an empty device, with all that it has open. */
let workspace: Workspace;
let log: Log;

async function onNewDevice(): Promise<void> {
	workspace?.close();
	log?.close();
	globalThis.indexedDB = new IDBFactory();
	workspace = new Workspace(inline);
	await workspace.open();
	const opened = await openLog();
	if (opened.ok) log = opened.value;
}

const importing = () => new Importing(workspace, () => inline(log));
const fileOf = (content: Blob | string, name = 'log.jsonl') => new File([content], name);

async function exported(passphrase?: string): Promise<File> {
	const written = await new Exporting(workspace, () => inline(log)).write({ kind: 'everything' }, passphrase);
	return fileOf(written!.file);
}

async function everything(): Promise<Envelope[]> {
	const all: Envelope[] = [];
	await log.readAll(({ events }) => void all.push(...events));
	return all;
}

/** A bundle with some events, as another device would write it. */
async function bundleOf(events: readonly Envelope[], heads: Heads = {}): Promise<File> {
	return fileOf(await writeBundle({ events, scope: { kind: 'everything' }, heads }));
}

/** What a file would change. */
async function previewOf(file: File) {
	const one = importing();
	await one.choose(file);
	if (one.step.kind !== 'read') throw new Error(JSON.stringify(one.step));
	return one.step.preview;
}

beforeEach(onNewDevice);
afterEach(() => {
	workspace.close();
	log.close();
});

describe('a file of everything', () => {
	test('brings everything back on a new device: events, chains, who recorded them', async () => {
		await workspace.rename('The desk');
		await workspace.record([adoption, comments]);
		const [before, file, replica] = [await everything(), await exported(), workspace.replica];
		await onNewDevice();
		expect(workspace.replica).not.toBe(replica);
		const one = importing();
		await one.choose(file);
		expect(one.step).toMatchObject({
			kind: 'read',
			preview: {
				added: 3,
				newCycles: 1,
				known: 0,
				cycles: { first: [{ stream: 'CMW/AZE/3', events: 3, isNew: true }], count: 1 },
				chains: [{ replica, by: ['The desk'], events: 3, here: 0, fresh: 3, missing: 0, connects: true }],
				unfit: { count: 0 }
			}
		});
		expect(await everything()).toEqual([]);
		await one.take();
		expect(one.step).toMatchObject({ kind: 'taken', wasEmpty: true, imported: { added: 3, known: 0 } });
		expect(await everything()).toEqual(before);
		expect(workspace.outlines.has('CMW/AZE/3')).toBe(true);
	});

	test('again changes nothing', async () => {
		await workspace.record([adoption]);
		const preview = await previewOf(await exported());
		expect(preview).toMatchObject({ added: 0, known: 2, conflicts: { count: 0 }, unfit: { count: 0 } });
		expect(preview.chains).toMatchObject([{ fresh: 0, missing: 0, connects: true }]);
	});

	test('is left, and nothing is taken in', async () => {
		await workspace.record([adoption]);
		const file = await exported();
		await onNewDevice();
		const one = importing();
		await one.choose(file);
		one.cancel();
		await one.take();
		expect(one.step).toEqual({ kind: 'idle' });
		expect(await everything()).toEqual([]);
	});

	test('opens with its passphrase and no other', { timeout: 30_000 }, async () => {
		await workspace.record([adoption]);
		const file = await exported('seven quiet herons crossing');
		await onNewDevice();
		const one = importing();
		await one.choose(file);
		expect(one.step).toMatchObject({ kind: 'locked', refusal: null });
		await one.unlock('another one, quite wrong');
		expect(one.step).toMatchObject({ kind: 'locked', refusal: { kind: 'wrongPassphraseOrDamaged' } });
		await one.unlock('seven quiet herons crossing');
		expect(one.step).toMatchObject({ kind: 'read', preview: { added: 2 } });
	});

	test('that is damaged is refused, and another can be chosen', async () => {
		await workspace.record([adoption]);
		const file = await exported();
		const one = importing();
		await one.choose(fileOf((await file.text()).replace('2021-10-08', '2021-10-09')));
		expect(one.step).toMatchObject({
			kind: 'refused',
			failure: { kind: 'damaged', faults: [{ kind: 'changed' }] }
		});
		await one.choose(file);
		expect(one.step).toMatchObject({ kind: 'read' });
	});
});

describe('a file without preparations', () => {
	const followUp: Proposal = {
		...adoption,
		type: 'FollowUpRequested',
		data: { units: ['16'], deadline: { kind: 'exact', due: '2999-11-01', basis: 'stated' } }
	};
	const due = '2999-09-01';
	const plan: Proposal = {
		...adoption,
		type: 'PreparationPlanned',
		on: '2022-01-10',
		data: { for: 'CMW/AZE/3#followUp-1', due, steps: [{ id: 'draft', name: 'Draft', due }] }
	};
	const write = async (scope: Scope) =>
		fileOf((await new Exporting(workspace, () => inline(log)).write(scope))!.file);
	const dutiesHere = () => workspace.outlines.get('CMW/AZE/3')!.obligations.map(({ duty }) => duty);

	test.each<Scope>([
		{ kind: 'everything' },
		{ kind: 'state', state: 'AZE' },
		{ kind: 'cycle', stream: 'CMW/AZE/3' }
	])('of $kind says so and brings what is owed; the whole one brings the rest', async (scope) => {
		await workspace.record([adoption, followUp]);
		await workspace.record([plan]);
		await workspace.record([comments]);
		const [whole, reduced] = [await write(scope), await write({ ...scope, without: 'preparations' })];
		expect(await reduced.text()).not.toMatch(/Preparation|Draft/);
		const before = await everything();

		await onNewDevice();
		const one = importing();
		await one.choose(reduced);
		expect(one.step).toMatchObject({
			preview: {
				version: 3,
				scope: { ...scope, without: 'preparations' },
				added: 4,
				chains: [{ end: { sequence: 5 }, fresh: 4, missing: 1, connects: true }],
				unfit: { count: 0 }
			}
		});
		await one.take();
		expect(dutiesHere()).toEqual(['followUp']);

		expect(await previewOf(whole)).toMatchObject({
			added: 1,
			known: 4,
			conflicts: { count: 0 },
			forks: { count: 0 },
			chains: [{ fresh: 1, connects: true }]
		});
		await one.choose(whole);
		await one.take();
		expect(dutiesHere()).toEqual(['followUp', 'preparationStep']);
		expect(new Set(await everything())).toEqual(new Set(before));
		expect(await previewOf(reduced)).toMatchObject({ added: 0, known: 4, redacted: { count: 0 } });
	});
});

describe('a preview says', () => {
	const replica = newId();
	const event = (given: Partial<Envelope> = {}): Envelope => ({
		id: newId(),
		stream: 'CMW/AZE/3',
		type: 'CommentsReceived',
		schema: 1,
		on: '2021-12-01',
		recordedAt: '2024-01-01T00:00:00.000Z',
		by: '',
		replica,
		source: null,
		data: {},
		...given
	});
	/** As that device recorded them, one after the other. */
	const chained = (...events: Envelope[]): Envelope[] =>
		events.reduce<Envelope[]>((chain, one) => [...chain, linked(one, chain.at(-1)?.link, newSalt())], []);

	test('what conflicts, and ours stays', async () => {
		await workspace.record([adoption]);
		const [, ours] = await everything();
		const theirs = { ...ours!, on: '2021-10-09' as const, link: undefined };
		const { link: _, ...unlinked } = theirs;
		const one = importing();
		await one.choose(await bundleOf([unlinked]));
		expect(one.step).toMatchObject({
			preview: {
				added: 0,
				conflicts: { count: 1, first: [{ here: { on: '2021-10-08' }, there: { on: '2021-10-09' } }] }
			}
		});
		await one.take();
		expect((await everything())[1]).toEqual(ours);
	});

	test('what of a chain is missing between here and the file', async () => {
		const [first, second, third] = chained(event(), event(), event());
		await log.importEvents({ events: [first!] });
		const preview = await previewOf(
			await bundleOf([third!], {
				[replica]: { sequence: 3, hash: third!.link!.hash }
			})
		);
		expect(preview.chains).toMatchObject([{ here: 1, fresh: 1, missing: 1, connects: true }]);
		const next = await previewOf(await bundleOf([second!, third!]));
		expect(next.chains).toMatchObject([{ here: 1, fresh: 2, missing: 0, connects: true }]);
	});

	test('where two copies of a device have both recorded', async () => {
		const [first, second] = chained(event(), event());
		await log.importEvents({ events: [first!, second!] });
		const twin = linked(event(), first!.link, newSalt());
		const after = linked(event(), twin.link, newSalt());
		const preview = await previewOf(await bundleOf([first!, twin, after]));
		expect(preview.forks).toMatchObject({
			count: 1,
			first: [{ here: { id: second!.id }, there: { id: twin.id } }]
		});
		expect(preview.chains).toMatchObject([{ connects: false }]);
	});

	test('what would lose its content', async () => {
		const [told] = chained(event({ data: { symbol: 'A/1' } }));
		await log.importEvents({ events: [told!] });
		const redaction = event({ type: 'RecordRedacted', data: { event: told!.id, reason: 'a name' } });
		const one = importing();
		await one.choose(await bundleOf([redaction]));
		expect(one.step).toMatchObject({
			preview: { redacted: { count: 1, first: [{ id: told!.id }] }, unlinked: 1 }
		});
		await one.take();
		expect((await everything())[0]).toMatchObject({ id: told!.id, data: {}, redacted: expect.any(String) });
	});

	test('what would not fit, and not what does not fit already', async () => {
		const early = event({ type: 'FollowUpReceived', data: { sections: [] } });
		await log.importEvents({ events: [early] });
		const another = event({ type: 'FollowUpReceived', on: '2021-12-02', data: { sections: [] } });
		const unknown = event({ type: 'SomethingNewer' });
		const elsewhere = event({ stream: 'XYZ/FRA/1' });
		const { unfit } = await previewOf(await bundleOf([early, another, unknown, elsewhere]));
		expect(unfit).toMatchObject({
			count: 3,
			first: [
				{ stream: 'CMW/AZE/3', anomaly: { kind: 'notAccepted', event: { id: another.id } } },
				{ stream: 'CMW/AZE/3', anomaly: { kind: 'unread', why: { kind: 'unknownType' } } },
				{ stream: 'XYZ/FRA/1', failure: { kind: 'unknownProcedure' } }
			]
		});
	});

	test('that nothing was folded where very many cycles change', async () => {
		const many = Array.from({ length: 501 }, (_, index) => event({ stream: `CMW/AZE/${index + 1}` }));
		const preview = await previewOf(await bundleOf(many));
		expect(preview.unfit).toBeNull();
		expect(preview.cycles).toMatchObject({ count: 501 });
		expect(preview.cycles.first).toHaveLength(20);
	});
});
