import type { Scope } from '#lib/exchange/bundle/scope.ts';
import type { EncryptRefusal } from '#lib/exchange/encryption/encrypt.ts';
import type { ReadFailure } from '#lib/log/index.ts';
import { BackgroundThread, type Background, type BackgroundFailure } from '../background.ts';
import type { Workspace } from '../workspace.svelte.ts';
import type { Written } from './tasks.ts';

export type WriteFileFailure = ReadFailure | EncryptRefusal | BackgroundFailure;

/** How far the writing of a file is. */
export type ExportStep =
	| { kind: 'idle' }
	| { kind: 'writing'; done: number }
	| { kind: 'written'; scope: Scope; isEncrypted: boolean; written: Written }
	| { kind: 'refused'; failure: WriteFileFailure };

/** Writes files of the log, in a thread of its own. */
export class Exporting {
	readonly #workspace: Pick<Workspace, 'streams'>;
	readonly #makeBackground: () => Background;
	#background: Background | undefined;
	#asked = 0;
	#step = $state.raw<ExportStep>({ kind: 'idle' });

	constructor(
		workspace: Pick<Workspace, 'streams'>,
		makeBackground: () => Background = () => new BackgroundThread()
	) {
		this.#workspace = workspace;
		this.#makeBackground = makeBackground;
	}

	get step(): ExportStep {
		return this.#step;
	}

	/** Writes a file; gives it, or undefined where it was refused or stopped. */
	async write(scope: Scope, passphrase?: string): Promise<Written | undefined> {
		this.cancel();
		const asked = this.#asked;
		this.#step = { kind: 'writing', done: 0 };
		const background = (this.#background = this.#makeBackground());
		const streams = streamsFor(scope, this.#workspace.streams);
		const given = { scope, streams, ...(passphrase !== undefined && { passphrase }) };
		const written = await background.run('writeFile', given, (done, total) => {
			if (asked === this.#asked) this.#step = { kind: 'writing', done: done / total };
		});
		if (asked !== this.#asked) return undefined;
		background.close();
		if (!written.ok) {
			this.#step = { kind: 'refused', failure: written.error };
			return undefined;
		}
		const isEncrypted = passphrase !== undefined;
		this.#step = { kind: 'written', scope, isEncrypted, written: written.value };
		return written.value;
	}

	/** Stops the writing. Nothing was saved. */
	cancel(): void {
		this.#asked += 1;
		this.#background?.close();
		this.#background = undefined;
		this.#step = { kind: 'idle' };
	}

	close(): void {
		this.cancel();
	}
}

/** The cycles that a file of a part of the log may draw on: what is told in two cycles is of one State and body. */
export function streamsFor(scope: Scope, all: readonly string[]): string[] {
	if (scope.kind === 'everything') return [];
	if (scope.kind === 'state') return all.filter((stream) => stream.split('/')[1] === scope.state);
	const parties = scope.stream.slice(0, scope.stream.lastIndexOf('/') + 1);
	return all.filter((stream) => stream.startsWith(parties));
}
