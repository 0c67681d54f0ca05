import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Proposal } from '#lib/cycle/gate.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { inline } from './testing/inline.ts';
import { Workspace } from './workspace.svelte.ts';
import { Undo } from './undo.svelte.ts';

const stream = 'CMW/AZE/3';
const fact = (type: Proposal['type'], on: string, data: Record<string, unknown> = {}): Proposal => ({
	stream,
	type,
	on,
	data,
	source: null
});
const adoption = fact('ConcludingObservationsAdopted', '2021-10-08');
const followUp = fact('FollowUpRequested', '2021-10-08', {
	units: ['16'],
	deadline: { kind: 'exact', due: '2023-11-01', basis: 'stated' }
});
const report = fact('NextReportRequested', '2021-10-08', {
	numbers: [4],
	deadline: { kind: 'exact', due: '2026-11-01', basis: 'stated' }
});
const reply = fact('FollowUpReceived', '2024-01-17', { sections: [] });
const submission = fact('NextReportSubmitted', '2025-11-20', { numbers: [4] });

let workspace: Workspace;
let undo: Undo;

async function open(): Promise<void> {
	workspace = new Workspace(inline);
	undo = new Undo(workspace, { undo: () => 'undone', redo: () => 'redone' });
	await workspace.open();
}

/** Everything recorded of the cycle. */
async function everythingIn(tab: Workspace): Promise<readonly Envelope[]> {
	const events = await tab.eventsOf([stream]);
	return events.ok ? events.value : [];
}

/** What counts in some cycle, by the names of its facts. */
async function counting(of = stream): Promise<string[]> {
	const { foldCycle } = await import('#lib/cycle/timeline/fold.ts');
	const events = await workspace.eventsOf([of]);
	if (!events.ok) throw new Error('not read');
	const timeline = foldCycle(of, events.value);
	return 'kind' in timeline ? [] : timeline.facts.map(({ type }) => type);
}
const told = () =>
	undo.told && { ...undo.told, ...('events' in undo.told && { events: namesOf(undo.told) }) };
const namesOf = ({ events }: { events: readonly { type: string }[] }) => events.map(({ type }) => type);

beforeEach(async () => {
	globalThis.indexedDB = new IDBFactory();
	await open();
});
afterEach(() => workspace.close());

describe('undo', () => {
	test('takes back the last thing recorded, then the one before, and says so', async () => {
		await workspace.record([adoption]);
		await workspace.record([followUp]);
		await undo.undo();
		expect(told()).toEqual({ kind: 'undo', events: ['FollowUpRequested'] });
		expect(await counting()).toEqual(['ConcludingObservationsAdopted']);
		await undo.undo();
		expect(await counting()).toEqual([]);
		await undo.undo();
		expect(told()).toEqual({ kind: 'nothing', verb: 'undo' });
	});

	test('takes back a whole passage at once, as one passage, and deletes nothing', async () => {
		await workspace.record([adoption, followUp, reply]);
		const position = workspace.head!.position;
		await undo.undo();
		expect(told()).toEqual({
			kind: 'undo',
			events: ['ConcludingObservationsAdopted', 'FollowUpRequested', 'FollowUpReceived']
		});
		expect(workspace.head!.position).toBe(position + 1);
		// The record of the cycle stays open.
		expect(workspace.count).toBe(4 + 3);
		expect(await counting()).toEqual([]);
	});

	test('takes back a submission in both cycles it is told in', async () => {
		await workspace.record([adoption, report]);
		await workspace.record([submission]);
		expect(await counting('CMW/AZE/4')).toEqual(['ReportSubmitted']);
		await undo.undo();
		expect(told()).toEqual({ kind: 'undo', events: ['NextReportSubmitted'] });
		expect(await counting()).toEqual(['ConcludingObservationsAdopted', 'NextReportRequested']);
		expect(await counting('CMW/AZE/4')).toEqual([]);
		await undo.redo();
		expect(await counting()).toContain('NextReportSubmitted');
		expect(await counting('CMW/AZE/4')).toEqual(['ReportSubmitted']);
		await undo.undo();
		expect(await counting('CMW/AZE/4')).toEqual([]);
	});

	test('a submission recorded in the next cycle, too', async () => {
		await workspace.record([adoption, report]);
		await workspace.record([{ ...submission, stream: 'CMW/AZE/4', type: 'ReportSubmitted' }]);
		await undo.undo();
		expect(await counting()).not.toContain('NextReportSubmitted');
		expect(await counting('CMW/AZE/4')).toEqual([]);
	});

	test('takes back a correction, and what was corrected counts as before', async () => {
		await workspace.record([adoption]);
		await workspace.record([followUp]);
		const requested = (await everythingIn(workspace)).at(-1)!;
		await workspace.correct(requested, { action: 'withdraw', reason: 'another State' });
		expect(await counting()).toHaveLength(1);
		await undo.undo();
		expect(told()).toEqual({ kind: 'undo', events: ['RecordCorrected'] });
		expect(await counting()).toHaveLength(2);
	});

	test('what other facts lean on is refused, and can be undone once they are gone', async () => {
		await workspace.record([adoption, followUp]);
		const other = new Workspace(inline);
		await other.open();
		await other.record([reply]);
		await undo.undo();
		expect(told()).toMatchObject({ kind: 'refused', verb: 'undo', failure: { kind: 'unsettles' } });
		expect(await counting()).toHaveLength(3);
		const slip = (await everythingIn(other)).at(-1)!;
		await other.correct(slip, { action: 'withdraw', reason: 'a slip' });
		await undo.undo();
		expect(told()).toMatchObject({ kind: 'undo' });
		expect(await counting()).toEqual([]);
		other.close();
	});

	test('nothing can be undone while one looks at what was known earlier', async () => {
		await workspace.record([adoption]);
		await workspace.lookBack('2020-01-01T00:00:00.000Z');
		await undo.undo();
		expect(told()).toMatchObject({ kind: 'refused', failure: { kind: 'lookingBack' } });
		await workspace.lookBack(null);
		await undo.undo();
		expect(told()).toMatchObject({ kind: 'undo' });
	});

	test('what was taken out does not come back, and the next press goes on before it', async () => {
		await workspace.record([adoption]);
		const recorded = await workspace.record([followUp]);
		if (recorded.ok) await workspace.redact(recorded.value[0]!, 'a name in it');
		await undo.undo();
		expect(told()).toEqual({ kind: 'forGood' });
		await undo.undo();
		// Of the redacted event nothing is left to take back.
		expect(told()).toEqual({ kind: 'undo', events: ['ConcludingObservationsAdopted'] });
	});

	test('one event, whenever it was recorded', async () => {
		await workspace.record([adoption, followUp]);
		workspace.close();
		await open();
		await undo.undoEvent((await everythingIn(workspace)).at(-1)!);
		expect(told()).toEqual({ kind: 'undo', events: ['FollowUpRequested'] });
		expect(await counting()).toEqual(['ConcludingObservationsAdopted']);
		await undo.redo();
		expect(await counting()).toHaveLength(2);
	});
});

describe('redo', () => {
	test('and undo go back and forth, and leave the record as it stood', async () => {
		await workspace.record([adoption, followUp]);
		const before = await counting();
		for (let times = 0; times < 3; times += 1) {
			await undo.undo();
			expect(await counting()).toEqual([]);
			await undo.redo();
			expect(told()).toMatchObject({ kind: 'redo' });
			expect(await counting()).toEqual(before);
		}
		expect(workspace.outlines.get(stream)?.anomalies).toBe(0);
	});

	test('is over once something else was recorded', async () => {
		await workspace.record([adoption]);
		await undo.undo();
		await workspace.record([{ ...adoption, on: '2021-10-07' }]);
		expect(told()).toBeNull();
		await undo.redo();
		expect(told()).toEqual({ kind: 'nothing', verb: 'redo' });
	});

	test('keys pressed quickly are taken one after the other', async () => {
		await workspace.record([adoption]);
		await workspace.record([followUp]);
		await Promise.all([undo.undo(), undo.undo(), undo.redo()]);
		expect(await counting()).toEqual(['ConcludingObservationsAdopted']);
	});
});
