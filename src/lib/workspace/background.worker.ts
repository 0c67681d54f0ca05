import { prepareCalendar } from '#lib/calendar/temporal.ts';
import { openLog } from '#lib/log/index.ts';
import { refuse } from '#lib/result.ts';
import type { Asked, BackgroundFailure, Heard } from './background.ts';
import { createTasks } from './tasks.ts';

/** The long work on the log, with a connection to it of its own. */
const tell = (heard: Heard) => self.postMessage(heard);

/** So often the page is told how far it is: enough to see it move. */
const often = 50;
let lastTold = 0;
const progress = (done: number, total: number) => {
	const now = performance.now();
	if (now - lastTold < often) return;
	lastTold = now;
	tell({ done, total });
};

const ready = Promise.all([prepareCalendar(), openLog()]).then(([, log]) =>
	log.ok ? { ok: true as const, tasks: createTasks(log.value, progress) } : log
);

self.onmessage = async ({ data }: MessageEvent<Asked>) => tell({ result: await answer(data) });

async function answer({ name, given }: Asked): Promise<unknown> {
	try {
		const opened = await ready;
		return opened.ok ? await (opened.tasks[name] as (given: unknown) => unknown)(given) : opened;
	} catch (thrown) {
		return refuse({ kind: 'backgroundFailed', reason: String(thrown) } satisfies BackgroundFailure);
	}
}
