import type { ImportRefusal } from '#lib/exchange/bundle/faults.ts';
import type { DecryptRefusal } from '#lib/exchange/encryption/decrypt.ts';
import type { Imported, ImportFailure } from '#lib/log/index.ts';
import { BackgroundThread, type Background, type BackgroundFailure } from '../background.ts';
import type { Workspace } from '../workspace.svelte.ts';
import type { Preview } from './preview.ts';

/** Why a file is not taken in. Whichever it is, nothing was changed. */
export type TakeFailure =
	ImportRefusal | DecryptRefusal | ImportFailure | BackgroundFailure | { kind: 'nothingRead' };

/** How far the taking in of a file is. */
export type ImportStep =
	| { kind: 'idle' }
	/** It is encrypted: the passphrase is awaited. `refusal` is what became of the one before. */
	| { kind: 'locked'; name: string; refusal: TakeFailure | null }
	| { kind: 'reading'; name: string; done: number }
	/** It was read and checked, and waits for a person's word. */
	| { kind: 'read'; name: string; preview: Preview }
	| { kind: 'taking'; name: string; preview: Preview; done: number }
	| { kind: 'taken'; name: string; preview: Preview; imported: Imported; wasEmpty: boolean }
	| { kind: 'refused'; name: string; failure: TakeFailure };

/** Takes in a file: read and checked first, looked at by a person, then taken, all of it or nothing. */
export class Importing {
	readonly #workspace: Workspace;
	readonly #makeBackground: () => Background;
	#background: Background | undefined;
	#file: File | undefined;
	/** The last asking, so that an answer to one before it is not taken. */
	#asked = 0;
	#step = $state.raw<ImportStep>({ kind: 'idle' });

	/** @param makeBackground the thread that reads, one for each file */
	constructor(workspace: Workspace, makeBackground: () => Background = () => new BackgroundThread()) {
		this.#workspace = workspace;
		this.#makeBackground = makeBackground;
	}

	get step(): ImportStep {
		return this.#step;
	}

	/** Reads a file, and shows what it would change. */
	async choose(file: File): Promise<void> {
		this.cancel();
		this.#file = file;
		this.#background = this.#makeBackground();
		await this.#read(file);
	}

	/** Tries a passphrase on the file that was chosen. */
	async unlock(passphrase: string): Promise<void> {
		if (this.#file && this.#step.kind === 'locked') await this.#read(this.#file, passphrase);
	}

	/** Takes in what was read. */
	async take(): Promise<void> {
		const { step } = this;
		if (step.kind !== 'read' || !this.#background) return;
		const { name, preview } = step;
		const asked = (this.#asked += 1);
		const wasEmpty = this.#workspace.count === 0;
		this.#step = { kind: 'taking', name, preview, done: 0 };
		const taken = await this.#background.run('takeFile', {}, (done, total) => {
			if (asked === this.#asked)
				this.#step = { kind: 'taking', name, preview, done: done / Math.max(1, total) };
		});
		// It is in the log, whoever still looks.
		if (taken.ok) await this.#workspace.changedElsewhere();
		if (asked !== this.#asked) return;
		this.#end();
		this.#step = taken.ok
			? { kind: 'taken', name, preview, imported: taken.value, wasEmpty }
			: { kind: 'refused', name, failure: taken.error };
	}

	/** Lets go of the file. While it is being written it is too late: that is done whole. */
	cancel(): void {
		if (this.#step.kind === 'taking') return;
		this.#asked += 1;
		this.#end();
		this.#step = { kind: 'idle' };
	}

	/** Nobody looks any more. */
	close(): void {
		// What is being written is let come to its end.
		if (this.#step.kind !== 'taking') this.#end();
	}

	async #read(file: File, passphrase?: string): Promise<void> {
		const { name } = file;
		const asked = (this.#asked += 1);
		this.#step = { kind: 'reading', name, done: 0 };
		const known = this.#workspace.streams;
		const given = { file, known, ...(passphrase !== undefined && { passphrase }) };
		const read = await this.#background!.run('readFile', given, (done, total) => {
			if (asked === this.#asked) this.#step = { kind: 'reading', name, done: done / total };
		});
		if (asked !== this.#asked) return;
		if (read.ok) this.#step = { kind: 'read', name, preview: read.value };
		else if (isAboutThePassphrase(read.error)) {
			const refusal = read.error.kind === 'encrypted' ? null : read.error;
			this.#step = { kind: 'locked', name, refusal };
		} else {
			this.#end();
			this.#step = { kind: 'refused', name, failure: read.error };
		}
	}

	#end(): void {
		this.#background?.close();
		this.#background = undefined;
		this.#file = undefined;
	}
}

const isAboutThePassphrase = ({ kind }: TakeFailure): boolean =>
	kind === 'encrypted' || kind === 'wrongPassphraseOrDamaged';
