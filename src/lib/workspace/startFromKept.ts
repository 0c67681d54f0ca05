import type { Head, Log, ReadFailure } from '#lib/log/index.ts';
import { ok, type Result } from '#lib/result.ts';
import { fromKept, fromKeptPart } from './kept.ts';
import { withFolded, type Folded, type Projection } from './projection.ts';

/** What was kept of the log, brought as far up to date as that goes without folding. */
export interface Start {
	projection: Projection;
	head: Head;
	/** How many parts are kept beside the whole. */
	parts: number;
	/** The streams that changed since and are to be folded. */
	missing: ReadonlySet<string>;
}

/** Starts from what was kept; `undefined` where nothing fitting was, and everything has to be folded. */
export async function startFromKept(
	log: Pick<Log, 'cache' | 'readAfter'>
): Promise<Result<Start | undefined, ReadFailure>> {
	const cached = await log.cache.get();
	const kept = cached.ok ? fromKept(cached.value) : undefined;
	if (!cached.ok || !kept) return ok(undefined);
	const recent = await log.readAfter(kept.position);
	if (!recent.ok) return recent;
	if (recent.value?.hash !== kept.hash) return ok(undefined);
	const { changed, head } = recent.value;
	const parts = new Map<string, Folded>();
	for (const [stream, position] of changed) {
		const part = fromKeptPart(cached.value, stream, position);
		if (part !== undefined) parts.set(stream, part);
	}
	return ok({
		projection: withFolded(kept, parts, kept),
		head,
		parts: cached.value.parts.size,
		missing: new Set([...changed.keys()].filter((stream) => !parts.has(stream)))
	});
}
