import { untrack } from 'svelte';
import { shiftDate } from '#lib/calendar/interval.ts';
import { genevaToday, instantNow } from '#lib/calendar/today.ts';
import type { ReadFailure, WriteFailure } from '#lib/log/index.ts';
import { refuse, type Result } from '#lib/result.ts';
import { BackgroundThread, type Background } from './background.ts';
import {
	isReminderDue,
	keepBackup,
	noBackup,
	recallBackup,
	type BackupFile,
	type BackupMemory,
	type LastBackup
} from './backupMemory.ts';
import type { WriteFileFailure } from './exchange/exporting.svelte.ts';
import type { Written } from './exchange/tasks.ts';
import type { Workspace } from './workspace.svelte.ts';
import { writeWhole, type FileFailure } from './writeWhole.ts';

export type BackupFailure = FileFailure | WriteFileFailure | WriteFailure | ReadFailure;

/** How the backup stands. `behind` is how many events are not in it. */
export type BackupState =
	| { kind: 'never' }
	/** The last was handed to the browser to save. */
	| { kind: 'saved'; last: LastBackup; behind: number }
	/** A file is kept up to date, and is. */
	| { kind: 'kept'; last: LastBackup }
	| { kind: 'behind'; name: string; last: LastBackup | null; behind: number }
	| { kind: 'writing'; name: string; done: number }
	/** The browser wants a person's click before it writes to the file again. */
	| { kind: 'needsClick'; name: string; behind: number }
	/** It is tried again by itself. */
	| { kind: 'failed'; name: string; behind: number; failure: BackupFailure };

/** What a backup needs of the workspace. */
type Source = Pick<Workspace, 'head' | 'device' | 'replica' | 'streams'>;

interface Options {
	makeBackground?: () => Background;
	/** How long nothing is recorded before the file is written, in milliseconds. */
	quiet?: number;
}

/** What was written took a while: it is not done again before so many times that while has passed. */
const patience = 20;
/** What failed is tried again after this, in milliseconds; each time twice as much later. */
const [firstTry, longestPause] = [60_000, 30 * 60_000];
const forHowLong = 7;

/**
 * Keeps a file outside of the browser up to date with the log, where the browser can; elsewhere remembers what
 * was saved, so that somebody can be reminded. One of all tabs writes at a time.
 */
export class Backup {
	readonly #source: Source;
	readonly #makeBackground: () => Background;
	readonly #quiet: number;
	#memory = $state.raw<BackupMemory>(noBackup);
	#permission = $state.raw<PermissionState>('granted');
	#writing = $state.raw<number | null>(null);
	#failure = $state.raw<BackupFailure | null>(null);
	#started = $state.raw(false);
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isWaiting = false;
	#failures = 0;
	/** How long the last writing took, in milliseconds. */
	#took = 0;
	#channel: BroadcastChannel | undefined;
	#stops: (() => void)[] = [];

	constructor(
		source: Source,
		{ makeBackground = () => new BackgroundThread(), quiet = 10_000 }: Options = {}
	) {
		this.#source = source;
		this.#makeBackground = makeBackground;
		this.#quiet = quiet;
	}

	/** How it stands; undefined until that is known. */
	get state(): BackupState | undefined {
		if (!this.#started) return undefined;
		const { file, last } = this.#memory;
		const { behind } = this;
		if (!file) return last ? { kind: 'saved', last, behind } : { kind: 'never' };
		const { name } = file;
		if (this.#writing !== null) return { kind: 'writing', name, done: this.#writing };
		if (this.#permission !== 'granted') return { kind: 'needsClick', name, behind };
		if (this.#failure) return { kind: 'failed', name, behind, failure: this.#failure };
		return last && this.#isCurrent(last) ? { kind: 'kept', last } : { kind: 'behind', name, last, behind };
	}

	/** How many events of the log are in no backup. */
	get behind(): number {
		const { last } = this.#memory;
		return Math.max(0, (this.#source.head?.events ?? 0) - (last?.events ?? 0));
	}

	/** Whether a person should be reminded on this day. */
	get remind(): boolean {
		const today = genevaToday();
		if (!this.#started) return false;
		const { file, putOffUntil } = this.#memory;
		if (!file) return isReminderDue(this.#memory, this.#recorded, today);
		return this.#permission !== 'granted' && this.behind > 0 && !(putOffUntil && today < putOffUntil);
	}

	/** Recalls how it stands, and from then on keeps the file up to date. */
	async start(): Promise<void> {
		if (this.#stops.length > 0) return;
		this.#stops.push(() => clearTimeout(this.#timer));
		await this.#recall();
		this.#channel = new BroadcastChannel('servanda-backup');
		this.#channel.onmessage = () => void this.#recall();
		const onHidden = () => {
			if (document.hidden && this.#isWaiting) void this.#write();
		};
		globalThis.document?.addEventListener('visibilitychange', onHidden);
		this.#stops.push(
			() => this.#channel?.close(),
			() => globalThis.document?.removeEventListener('visibilitychange', onHidden),
			$effect.root(() => {
				$effect(() => {
					void this.#source.head;
					untrack(() => this.#writeSoon());
				});
			})
		);
	}

	stop(): void {
		this.#stops.splice(0).forEach((stop) => stop());
	}

	/** Keeps a file up to date from now on, and writes it at once. */
	async keepIn(file: BackupFile): Promise<void> {
		[this.#failure, this.#failures] = [null, 0];
		await this.#remember({ ...this.#memory, file, last: null });
		this.#permission = await permissionOf(file);
		await this.#write();
	}

	/** Asks the browser for its permission again: only on a person's click. */
	async allow(): Promise<void> {
		const { file } = this.#memory;
		if (!file) return;
		this.#permission = (await file.requestPermission?.({ mode: 'readwrite' })) ?? 'granted';
		if (this.#permission === 'granted') await this.#write();
	}

	/** Writes the file now and not only when it is quiet. */
	async writeNow(): Promise<void> {
		await this.#write();
	}

	/** No longer writes to the file, and leaves it as it is. */
	async letGo(): Promise<void> {
		clearTimeout(this.#timer);
		[this.#failure, this.#permission] = [null, 'granted'];
		await this.#remember({ ...this.#memory, file: null });
	}

	/** Remembers a file of everything that was handed to the browser to save. */
	async saved(name: string, written: Written): Promise<void> {
		if (this.#memory.file) return;
		await this.#remember({ ...this.#memory, last: this.#lastOf(name, written), putOffUntil: null });
	}

	/** Does not remind for a week. */
	async putOff(): Promise<void> {
		const putOffUntil = shiftDate(genevaToday(), `P${forHowLong}D`);
		await this.#remember({ ...this.#memory, putOffUntil });
	}

	get #recorded(): number {
		const { head, replica = '' } = this.#source;
		return head?.chains[replica]?.sequence ?? 0;
	}

	#isCurrent({ events }: LastBackup): boolean {
		return events === (this.#source.head?.events ?? 0);
	}

	#lastOf(name: string, { events, heads }: Written): LastBackup {
		const recorded = heads[this.#source.replica ?? '']?.sequence ?? 0;
		return { name, at: instantNow(), events, recorded };
	}

	async #recall(): Promise<void> {
		const { device } = this.#source;
		if (!device) return;
		this.#memory = await recallBackup(device);
		const { file } = this.#memory;
		this.#permission = file ? await permissionOf(file) : 'granted';
		this.#started = true;
	}

	async #remember(memory: BackupMemory): Promise<void> {
		this.#memory = memory;
		const { device } = this.#source;
		const kept = device && (await keepBackup(device, memory));
		if (kept && !kept.ok) this.#failure = kept.error;
		this.#channel?.postMessage('changed');
	}

	#writeSoon(after = Math.max(this.#quiet, patience * this.#took)): void {
		const { file, last } = this.#memory;
		if (!file || (last && this.#isCurrent(last))) return;
		clearTimeout(this.#timer);
		this.#isWaiting = true;
		this.#timer = setTimeout(() => void this.#write(), after);
	}

	/** Writes what is new into the file, unless this or another tab is at it. */
	async #write(): Promise<void> {
		clearTimeout(this.#timer);
		if (this.#writing !== null) return;
		this.#isWaiting = false;
		this.#writing = 0;
		const begun = performance.now();
		const outcome = await inOneTab(() => this.#writeOnce());
		this.#took = performance.now() - begun;
		this.#writing = null;
		if (outcome === 'elsewhere') return this.#writeSoon();
		if (outcome?.ok === false) {
			this.#failure = outcome.error;
			this.#failures += 1;
			return this.#writeSoon(Math.min(longestPause, firstTry * 2 ** (this.#failures - 1)));
		}
		[this.#failure, this.#failures] = [null, 0];
		if (this.#permission === 'granted') this.#writeSoon();
	}

	async #writeOnce(): Promise<Result<void, BackupFailure> | undefined> {
		// Another tab may have written meanwhile.
		await this.#recall();
		const { file, last } = this.#memory;
		if (!file || this.#permission !== 'granted' || (last && this.#isCurrent(last))) return undefined;
		const background = this.#makeBackground();
		const asked = { scope: { kind: 'everything' as const }, streams: [] };
		const written = await background.run('writeFile', asked, (done, total) => (this.#writing = done / total));
		background.close();
		if (!written.ok) return refuse(written.error);
		const saved = await writeWhole(file, written.value.file);
		if (!saved.ok) {
			if (saved.error.kind !== 'fileNotAllowed') return saved;
			this.#permission = 'prompt';
			return undefined;
		}
		await this.#remember({ ...this.#memory, last: this.#lastOf(file.name, written.value) });
		return saved;
	}
}

/** Does something unless another tab is at it. */
async function inOneTab<Value>(work: () => Promise<Value>): Promise<Value | 'elsewhere'> {
	const { locks } = globalThis.navigator ?? {};
	if (!locks) return work();
	return locks.request('servanda-backup', { ifAvailable: true }, (lock) => (lock ? work() : 'elsewhere'));
}

const permissionOf = async (file: BackupFile): Promise<PermissionState> =>
	(await file.queryPermission?.({ mode: 'readwrite' })) ?? 'granted';

const backups = new WeakMap<Workspace, Backup>();

/** The backup of a workspace: one for all pages. */
export function backupOf(workspace: Workspace): Backup {
	let backup = backups.get(workspace);
	if (!backup) backups.set(workspace, (backup = new Backup(workspace)));
	return backup;
}
