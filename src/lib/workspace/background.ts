import { refuse } from '#lib/result.ts';
import type { Progress } from './progress.ts';
import type { Tasks } from './tasks.ts';

/** The thread that does the long work could not be begun or broke down. */
export interface BackgroundFailure {
	kind: 'backgroundFailed';
	reason: string;
}

/** What the page asks the thread for, and what it hears. */
export interface Asked {
	name: keyof Tasks;
	given: unknown;
}
export type Heard = { done: number; total: number } | { result: unknown };

/** What comes of a task. */
export type Ran<Name extends keyof Tasks> = Promise<
	Awaited<ReturnType<Tasks[Name]>> | { ok: false; error: BackgroundFailure }
>;

/** Long work, away from the page, so that the page stays quick: one task after the other. */
export interface Background {
	run<Name extends keyof Tasks>(
		name: Name,
		given: Parameters<Tasks[Name]>[0],
		progress?: Progress
	): Ran<Name>;
	/** Stops whatever runs, for good. What it was to write is written whole or not at all. */
	close(): void;
}

/** A thread of its own, begun when there is something to do. */
export class BackgroundThread implements Background {
	#worker: Worker | undefined;
	#last: Promise<unknown> = Promise.resolve();
	/** Ends the waiting for what runs. */
	#fail: (reason: string) => void = () => {};
	#isClosed = false;

	run: Background['run'] = (name, given, progress = () => {}) => {
		const answer = this.#last.then(() => this.#ask({ name, given }, progress));
		this.#last = answer;
		return answer as never;
	};

	close(): void {
		this.#isClosed = true;
		this.#fail('closed');
	}

	#ask(asked: Asked, progress: Progress): Promise<unknown> {
		return new Promise((settle) => {
			const fail = (this.#fail = (reason) => {
				this.#worker?.terminate();
				this.#worker = undefined;
				settle(refuse({ kind: 'backgroundFailed', reason } satisfies BackgroundFailure));
			});
			if (this.#isClosed) return fail('closed');
			try {
				this.#worker ??= new Worker(new URL('./background.worker.ts', import.meta.url), { type: 'module' });
				const worker = this.#worker;
				worker.onerror = (event) => fail(event.message || event.type);
				worker.onmessage = ({ data }: MessageEvent<Heard>) => {
					if ('result' in data) settle(data.result);
					else progress(data.done, data.total);
				};
				worker.postMessage(asked);
			} catch (thrown) {
				fail(String(thrown));
			}
		});
	}
}
