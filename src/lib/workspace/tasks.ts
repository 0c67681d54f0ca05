import type { Log } from '#lib/log/index.ts';
import { ok } from '#lib/result.ts';
import { createExchangeTasks } from './exchange/tasks.ts';
import { toKept } from './kept.ts';
import { projectionNow } from './outlinesNow.ts';
import type { Progress } from './progress.ts';
import { createRecordingTasks } from './recording/tasks.ts';
import { createStatusTasks } from './statuses/tasks.ts';
import { refold, type Until } from './refold.ts';
import { verifyStretch, type HowToVerify } from './verification.ts';

/** The long work: what is done in a thread of its own in the app, and at once in tests. */
export type Tasks = ReturnType<typeof createTasks>;

/** @param progress hears how far the task at hand is */
export const createTasks = (log: Log, progress: Progress) => ({
	...createExchangeTasks(log, progress),
	...createRecordingTasks(log, progress),
	...createStatusTasks(log, progress),
	/** Folds the whole log and keeps what comes of it; gives it as it is kept. */
	async refold({ until }: { until?: Until }) {
		const projection = await refold(log, progress, until);
		if (!projection.ok) return projection;
		const kept = toKept(projection.value);
		// A projection that is not kept is made again next time; there is nothing to tell.
		if (!until) await log.cache.set(kept);
		return ok(kept);
	},
	/** Packs the log where that is worth it, and keeps in one piece what all cycles come to. */
	async tidy({ keepsWhole }: { keepsWhole: boolean }) {
		const tidied = await log.tidy();
		if (!tidied.ok || !keepsWhole) return tidied;
		const now = await projectionNow(log);
		return now.ok ? log.cache.set(toKept(now.value)) : now;
	},
	/** Verifies the log for one stretch more, so that other tasks get their turn and one can stop in between. */
	verify: (how: HowToVerify) => verifyStretch(log, how),
	/** What a hash belongs to that somebody noted. */
	findHash: ({ hash }: { hash: string }) => log.findHash(hash)
});
