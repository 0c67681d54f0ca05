import type { Log } from '#lib/log/index.ts';
import type { Background } from '../background.ts';
import type { Progress } from '../progress.ts';
import { createTasks } from '../tasks.ts';

/** For tests: the long work done at once, where there are no threads. */
export function inline(log: Log): Background {
	let told: Progress = () => {};
	const tasks = createTasks(log, (done, total) => told(done, total));
	return {
		run: (name, given, progress = () => {}) => {
			told = progress;
			return (tasks[name] as (given: unknown) => never)(given);
		},
		close: () => {}
	};
}
