import type { Log } from '#lib/log/index.ts';
import { ok } from '#lib/result.ts';
import type { Progress } from './background.ts';
import { toKept } from './kept.ts';
import { refold, type Until } from './refold.ts';

/** The long work: what is done in a thread of its own in the app, and at once in tests. */
export type Tasks = ReturnType<typeof createTasks>;

/** @param progress hears how far the task at hand is */
export const createTasks = (log: Log, progress: Progress) => ({
	/** Folds the whole log and keeps what comes of it; gives it as it is kept. */
	async refold({ until }: { until?: Until }) {
		const projection = await refold(log, progress, until);
		if (!projection.ok) return projection;
		const kept = toKept(projection.value);
		// A projection that is not kept is made again next time; there is nothing to tell.
		if (!until) await log.cache.set(kept);
		return ok(kept);
	}
});
