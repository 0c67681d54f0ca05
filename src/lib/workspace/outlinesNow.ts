import type { Outline } from '#lib/cycle/outline/outline.ts';
import type { Log, ReadFailure } from '#lib/log/index.ts';
import { ok, type Result } from '#lib/result.ts';
import { foldStreams } from './foldStreams.ts';
import { withFolded, type Projection } from './projection.ts';
import { refold } from './refold.ts';
import { startFromKept } from './startFromKept.ts';

/** How every cycle stands as it is known now, for whoever looks once and without a page. */
export async function outlinesNow(log: Log): Promise<Result<ReadonlyMap<string, Outline>, ReadFailure>> {
	const now = await projectionNow(log);
	return now.ok ? ok(now.value.outlines) : now;
}

/** The log as it stands, folded. What was kept of that is used, and nothing is kept. */
export async function projectionNow(log: Log): Promise<Result<Projection, ReadFailure>> {
	const started = await startFromKept(log);
	if (!started.ok) return started;
	if (!started.value) return refold(log, () => {});
	const { projection, head, missing } = started.value;
	const events = await log.readStreams(missing, head.position);
	if (!events.ok) return events;
	return ok(withFolded(projection, foldStreams(missing, events.value), head));
}
