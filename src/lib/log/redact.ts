import { redact } from '#lib/envelope/chain.ts';
import { placesOfIds } from './finder.ts';
import { rewrite } from './rewrite.ts';
import type { Commit, Writing } from './schema.ts';
import { contentsOf } from './stored.ts';

/** Takes out what some events say, wherever they lie. Gives the streams of those that are in
 * the log, and the ids of those that are not. */
export async function redactIn(
	transaction: Writing,
	ids: readonly string[]
): Promise<{ streams: string[]; missing: string[] }> {
	const places = await placesOfIds(transaction);
	const wanted = new Set(ids);
	const segments = new Set(
		ids.map((id) => places.get(id)).filter((number) => number !== undefined && number > 0)
	);
	const streams = new Set<string>();
	await rewrite(transaction, [...segments] as number[], (commit) => {
		for (const { id, stream } of contentsOf([commit]).events) if (wanted.has(id)) streams.add(stream);
		return redactedCommit(commit, wanted);
	});
	return { streams: [...streams], missing: ids.filter((id) => !places.has(id)) };
}

function redactedCommit<Kind extends Commit>(commit: Kind, ids: ReadonlySet<string>): Kind {
	const concerned = contentsOf([commit]).events.filter(({ id, redacted }) => ids.has(id) && !redacted);
	if (concerned.length === 0) return commit;
	return {
		...commit,
		events: commit.events.map((event) => (concerned.includes(event) ? redact(event) : event))
	};
}
