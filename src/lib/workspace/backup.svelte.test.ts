import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Proposal } from '#lib/cycle/gate.ts';
import { openLog, type Log } from '#lib/log/index.ts';
import { ok } from '#lib/result.ts';
import { Backup } from './backup.svelte.ts';
import { isReminderDue, noBackup, type BackupFile } from './backupMemory.ts';
import { inline } from './testing/inline.ts';
import { Workspace } from './workspace.svelte.ts';

const adoption: Proposal = {
	stream: 'CMW/AZE/3',
	type: 'ConcludingObservationsAdopted',
	on: '2021-10-08',
	data: {},
	source: null
};

/** A file as a browser hands it out, in memory. */
class MemoryFile implements BackupFile {
	readonly name = 'backup.jsonl';
	written: string[] = [];
	permission: PermissionState = 'granted';
	/** The next writing fails with this. */
	fails: string | undefined;

	queryPermission = async () => this.permission;
	requestPermission = async (): Promise<PermissionState> => (this.permission = 'granted');

	async createWritable() {
		const fails = this.fails;
		this.fails = undefined;
		let content = '';
		return {
			write: async (data: Blob) => {
				if (fails) throw new DOMException('no', fails);
				content = await data.text();
			},
			close: async () => void this.written.push(content),
			abort: async () => {}
		};
	}
}

let workspace: Workspace;
let log: Log;
let device: Map<string, unknown>;
const open: Backup[] = [];

/** A handle of a file can be kept in a database of a browser, and not in that of the tests. */
async function aBackup(): Promise<Backup> {
	const backup = new Backup(
		{
			get head() {
				return workspace.head;
			},
			get replica() {
				return workspace.replica;
			},
			streams: [],
			device: {
				get: async (key) => ok(device.get(key)),
				set: async (key, value) => ok(void device.set(key, value))
			}
		},
		{ makeBackground: () => inline(log), quiet: 20 }
	);
	open.push(backup);
	await backup.start();
	return backup;
}

beforeEach(async () => {
	globalThis.indexedDB = new IDBFactory();
	device = new Map();
	workspace = new Workspace(inline);
	await workspace.open();
	const opened = await openLog();
	if (opened.ok) log = opened.value;
	await workspace.record([adoption]);
});
afterEach(() => {
	for (const backup of open.splice(0)) backup.stop();
	workspace.close();
	log.close();
	vi.useRealTimers();
});

const lines = (file: MemoryFile): number => file.written.at(-1)!.trimEnd().split('\n').length;

describe('a file that is kept up to date', () => {
	test('is written at once, again once it is quiet, and not for nothing', { timeout: 30_000 }, async () => {
		const [backup, file] = [await aBackup(), new MemoryFile()];
		expect(backup.state).toEqual({ kind: 'never' });
		await backup.keepIn(file);
		expect(backup.state).toMatchObject({ kind: 'kept', last: { name: 'backup.jsonl', events: 2 } });
		expect(lines(file)).toBe(3);
		await workspace.record([{ ...adoption, type: 'CommentsReceived', on: '2021-12-01' }]);
		expect(backup.state).toMatchObject({ kind: 'behind', behind: 1 });
		// What took long is not done again at once.
		const kept = { kind: 'kept', last: { events: 3 } };
		await vi.waitFor(() => expect(backup.state).toMatchObject(kept), 20_000);
		expect(lines(file)).toBe(4);
		await backup.writeNow();
		expect(file.written).toHaveLength(2);
	});

	test('is known again after the app was closed, and to other tabs', async () => {
		const [one, other, file] = [await aBackup(), await aBackup(), new MemoryFile()];
		await one.keepIn(file);
		await vi.waitFor(() => expect(other.state).toMatchObject({ kind: 'kept' }));
		expect((await aBackup()).state).toMatchObject({ kind: 'kept', last: { events: 2 } });
	});

	test('waits for a click where the browser took its word back', { timeout: 30_000 }, async () => {
		const [backup, file] = [await aBackup(), new MemoryFile()];
		await backup.keepIn(file);
		file.permission = 'prompt';
		await workspace.record([{ ...adoption, type: 'CommentsReceived', on: '2021-12-01' }]);
		const waits = { kind: 'needsClick', behind: 1 };
		await vi.waitFor(() => expect(backup.state).toMatchObject(waits), 20_000);
		expect(backup.remind).toBe(true);
		await backup.allow();
		expect(backup.state).toMatchObject({ kind: 'kept' });
	});

	test.each([
		['NotFoundError', 'fileGone'],
		['QuotaExceededError', 'fileNoRoom'],
		['InvalidStateError', 'fileNotWritten']
	])('that is not written (%s) says so, keeps what it held, and is tried again', async (thrown, kind) => {
		const [backup, file] = [await aBackup(), new MemoryFile()];
		await backup.keepIn(file);
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		file.fails = thrown;
		await workspace.record([{ ...adoption, type: 'CommentsReceived', on: '2021-12-01' }]);
		await backup.writeNow();
		expect(backup.state).toMatchObject({ kind: 'failed', behind: 1, failure: { kind } });
		expect(file.written).toHaveLength(1);
		await vi.advanceTimersByTimeAsync(60_000);
		vi.useRealTimers();
		await vi.waitFor(() => expect(backup.state).toMatchObject({ kind: 'kept' }));
	});

	test('is let go of, and stays as it is', async () => {
		const [backup, file] = [await aBackup(), new MemoryFile()];
		await backup.keepIn(file);
		await backup.letGo();
		expect(backup.state).toMatchObject({ kind: 'saved', behind: 0 });
		await workspace.record([{ ...adoption, type: 'CommentsReceived', on: '2021-12-01' }]);
		await backup.writeNow();
		expect(file.written).toHaveLength(1);
	});
});

describe('a reminder', () => {
	const last = { name: 'a', at: '2026-10-01T10:00:00.000Z', events: 40, recorded: 10 };

	test.each([
		['nothing was saved, and little recorded', noBackup, 4, false],
		['nothing was saved, and enough recorded', noBackup, 5, true],
		['the last is old, and enough is new', { ...noBackup, last }, 15, true],
		['the last is old, and little is new', { ...noBackup, last }, 14, false],
		[
			'the last is of this month',
			{ ...noBackup, last: { ...last, at: '2026-11-01T10:00:00.000Z' } },
			99,
			false
		],
		['it is put off', { ...noBackup, putOffUntil: '2026-11-23' as const }, 99, false],
		['it was put off until today', { ...noBackup, putOffUntil: '2026-11-22' as const }, 99, true],
		['a file is kept up to date', { ...noBackup, file: new MemoryFile() }, 99, false]
	])('where %s', (_, memory, recorded, due) => {
		expect(isReminderDue(memory, recorded, '2026-11-22')).toBe(due);
	});

	test('can be put off for a week', async () => {
		const backup = await aBackup();
		for (const on of ['2021-12-01', '2021-12-02', '2021-12-03'])
			await workspace.record([{ ...adoption, type: 'CommentsReceived', on }]);
		expect(backup.remind).toBe(true);
		await backup.putOff();
		expect(backup.remind).toBe(false);
	});
});
