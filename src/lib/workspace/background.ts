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

/** Long work, away from the page, so that the page stays quick: one task after the other. */
export interface Background {
	run<Name extends keyof Tasks>(
		name: Name,
		given: Parameters<Tasks[Name]>[0],
		progress?: Progress
	): Promise<Awaited<ReturnType<Tasks[Name]>> | { ok: false; error: BackgroundFailure }>;
	/** Stops whatever runs. What it was to write is written whole or not at all. */
	close(): void;
}

/** A thread of its own, begun when there is something to do. */
export class BackgroundThread implements Background {
	#worker: Worker | undefined;
	#last: Promise<unknown> = Promise.resolve();

	run: Background['run'] = (name, given, progress = () => {}) => {
		const answer = this.#last.then(() => this.#ask({ name, given }, progress));
		this.#last = answer;
		return answer as never;
	};

	close(): void {
		this.#worker?.terminate();
		this.#worker = undefined;
	}

	#ask(asked: Asked, progress: Progress): Promise<unknown> {
		return new Promise((settle) => {
			const fail = (reason: string) => {
				this.close();
				settle(refuse({ kind: 'backgroundFailed', reason } satisfies BackgroundFailure));
			};
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
