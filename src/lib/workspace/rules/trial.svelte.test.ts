import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Proposal } from '#lib/cycle/gate.ts';
import type { RuleChange } from '#lib/cycle/rules/dryRun.ts';
import { openLog } from '#lib/log/index.ts';
import { inline } from '../testing/inline.ts';
import { Undo } from '../undo.svelte.ts';
import { Workspace } from '../workspace.svelte.ts';
import { Trial } from './trial.svelte.ts';

const notice = (stream: string): Proposal => ({
	stream,
	type: 'NoticeOfReviewGiven',
	on: '2025-01-15',
	data: { deadline: { kind: 'unstated' } },
	source: null
});
const change: RuleChange = {
	body: 'CRPD',
	version: null,
	amendments: [
		{
			rule: 'reportAfterNotice',
			value: 'P6M',
			validFrom: '2025-01-01',
			source: 'CRPD/C/99/1',
			verified: true
		}
	],
	reason: 'decided'
};

let workspace: Workspace;
let undo: Undo;
let trial: Trial;

beforeEach(async () => {
	globalThis.indexedDB = new IDBFactory();
	workspace = new Workspace(inline);
	undo = new Undo(workspace, { undo: () => 'undone', redo: () => 'redone' });
	await workspace.open();
	const log = await openLog();
	if (log.ok) trial = new Trial(workspace, () => inline(log.value));
	await workspace.record([notice('CRPD/AZE/1'), notice('CRPD/ALB/1')]);
});
afterEach(() => workspace.close());

/** By when the report must come after the notice, cycle by cycle. */
const dueDays = () =>
	Object.fromEntries(
		[...workspace.outlines].map(([stream, { obligations }]) => [stream, obligations[0]?.dates[0]?.due])
	);
const before = { 'CRPD/ALB/1': '2025-04-15', 'CRPD/AZE/1': '2025-04-15' };
const after = { 'CRPD/ALB/1': '2025-07-15', 'CRPD/AZE/1': '2025-07-15' };

test('trying records nothing and finds every cycle of the body', async () => {
	const { position } = workspace.head!;
	await workspace.record([{ ...notice('CMW/AZE/3'), type: 'DialogueHeld', data: { dates: ['2025-01-15'] } }]);
	expect(await trial.try(change)).toEqual({ ok: true, value: undefined });
	expect(trial.tried?.trials.map(({ stream }) => stream)).toEqual(['CRPD/ALB/1', 'CRPD/AZE/1']);
	expect(workspace.head!.position).toBe(position + 1);
	expect(trial.progress).toBeNull();
});

test('what is taken is recorded in all cycles in one passage, and undone by one press', async () => {
	const { position } = workspace.head!;
	await trial.try(change);
	expect((await trial.take()).ok).toBe(true);
	expect(trial.taken).toBe(2);
	expect(workspace.head!.position).toBe(position + 1);
	expect(dueDays()).toEqual(after);
	await undo.undo();
	expect(dueDays()).toEqual(before);
	await undo.redo();
	expect(dueDays()).toEqual(after);
});

test('a new cycle opens under the changed rule, and does so again after its first fact was undone', async () => {
	await trial.try(change);
	await trial.take();
	await workspace.record([notice('CRPD/ARG/1')]);
	expect(dueDays()).toMatchObject({ 'CRPD/ARG/1': '2025-07-15' });
	await undo.undo();
	expect(dueDays()).toMatchObject({ ...after, 'CRPD/ARG/1': undefined });
	await workspace.record([notice('CRPD/ARG/1')]);
	expect(dueDays()).toMatchObject({ 'CRPD/ARG/1': '2025-07-15' });
});

test('once the change is undone, a new cycle opens under the rule as it was', async () => {
	await trial.try(change);
	await trial.take();
	await undo.undo();
	await workspace.record([notice('CRPD/ARG/1')]);
	expect(dueDays()).toEqual({ ...before, 'CRPD/ARG/1': '2025-04-15' });
});

test('what was tried is not taken where something was recorded since', async () => {
	await trial.try(change);
	await workspace.record([notice('CRPD/ARG/1')]);
	expect(trial.isStale).toBe(true);
	await trial.take();
	expect(dueDays()).toEqual({ ...before, 'CRPD/ARG/1': '2025-04-15' });
});

test('what is stopped finds nothing', async () => {
	const trying = trial.try(change);
	trial.leave();
	await trying;
	expect(trial.tried).toBeNull();
	expect(trial.progress).toBeNull();
});
