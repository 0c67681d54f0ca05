import type { Log } from '#lib/log/index.ts';
import type { Background } from '../background.ts';
import type { Progress } from '../progress.ts';
import { createTasks } from '../tasks.ts';

/** For tests: the long work done at once, where there are no threads. */
export function inline(log: Log): Background {
	let told: Progress = () => {};
	const tasks = createTasks(log, (done, total) => told(done, total));
	return {
		run: async (name, given, progress = () => {}) => {
			told = progress;
			const task = tasks[name] as (given: unknown) => unknown;
			// What goes over to a thread and comes back is a copy, and not everything can be copied.
			return structuredClone(await task(structuredClone(given))) as never;
		},
		close: () => {}
	};
}
