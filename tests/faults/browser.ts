import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { findChromium, flags } from '../support/chromium.ts';

/** A browser of its own, begun as a person would begin it, so that all of it can be killed at once. */
export class Browser {
	readonly #profile: string;
	#process: ChildProcess | undefined;
	#said = '';
	/** How often it has deleted the database, by its own word. */
	deletions = 0;

	constructor(profile: string) {
		this.#profile = profile;
	}

	open(url: string): void {
		const options = [
			...flags,
			'--headless=new',
			// Else it would end once the page is there.
			'--remote-debugging-port=0',
			'--enable-logging=stderr',
			'--disable-gpu',
			'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
			`--user-data-dir=${this.#profile}`
		];
		// Detached, it is the first of a group of processes, which all of its own join.
		this.#process = spawn(findChromium()!, [...options, url], {
			detached: true,
			stdio: ['ignore', 'ignore', 'pipe']
		});
		this.#process.stderr!.setEncoding('utf8').on('data', (text: string) => this.#hear(text));
	}

	/**
	 * Killed in the middle of a record, Chromium goes on writing behind the torn record in the next session, cannot
	 * read its own file in the one after, and then begins a new one (google/leveldb, issue 1287).
	 */
	#hear(text: string): void {
		const lines = (this.#said + text).split('\n');
		this.#said = lines.pop()!;
		this.deletions += lines.filter((line) => line.includes('corrupted (and deleted) database')).length;
	}

	/** Kills every process of it, as the power going would; comes back when none is left. */
	async kill(): Promise<void> {
		const killed = this.#process;
		this.#process = undefined;
		if (!killed?.pid) return;
		// Ended, and heard to the end.
		const ended = new Promise((resolve) => killed.once('close', resolve));
		process.kill(-killed.pid, 'SIGKILL');
		while (this.#left().length > 0) {
			// What had left the group is killed one by one.
			for (const pid of this.#left()) tryToKill(pid);
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
		await ended;
		this.#said = '';
	}

	/** Processes of this profile that are still there. */
	#left(): number[] {
		return readdirSync('/proc')
			.filter((name) => /^\d+$/.test(name) && commandOf(name).includes(this.#profile))
			.map(Number);
	}
}

function commandOf(pid: string): string {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
	} catch {
		return ''; // It has just ended.
	}
}

function tryToKill(pid: number): void {
	try {
		process.kill(pid, 'SIGKILL');
	} catch {
		// It has just ended.
	}
}
