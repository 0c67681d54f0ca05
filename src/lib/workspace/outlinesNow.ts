import type { Outline } from '#lib/cycle/outline/outline.ts';
import type { Log, ReadFailure } from '#lib/log/index.ts';
import { ok, type Result } from '#lib/result.ts';
import { foldStreams } from './foldStreams.ts';
import { withFolded } from './projection.ts';
import { refold } from './refold.ts';
import { startFromKept } from './startFromKept.ts';

/**
 * How every cycle stands as it is known now, for whoever looks once and without a page. What was kept is used,
 * and nothing is kept: that is the page's business.
 */
export async function outlinesNow(log: Log): Promise<Result<ReadonlyMap<string, Outline>, ReadFailure>> {
	const started = await startFromKept(log);
	if (!started.ok) return started;
	if (!started.value) {
		const folded = await refold(log, () => {});
		return folded.ok ? ok(folded.value.outlines) : folded;
	}
	const { projection, head, missing } = started.value;
	const events = await log.readStreams(missing, head.position);
	if (!events.ok) return events;
	return ok(withFolded(projection, foldStreams(missing, events.value), head).outlines);
}
