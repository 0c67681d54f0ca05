import type { Envelope } from '#lib/envelope/envelope.ts';
import type { NewEvent } from '#lib/envelope/same.ts';
import type { Origin, Reading, Writing } from './schema.ts';

/** The version of each of these streams; 0 for one that has no events. */
export async function headsOf(transaction: Writing, streams: Iterable<string>): Promise<Map<string, number>> {
	const heads = transaction.objectStore('heads');
	return new Map(
		await Promise.all(
			[...new Set(streams)].map(async (stream) => [stream, (await heads.get(stream)) ?? 0] as const)
		)
	);
}

/** The position of the log's last commit; 0 in an empty log. */
export async function lastPosition(transaction: Reading | Writing): Promise<number> {
	return (await transaction.objectStore('commits').openKeyCursor(null, 'prev'))?.key ?? 0;
}

/** Writes one commit: each event at the end of its stream, and the heads moved to match. */
export async function writeCommit(
	transaction: Writing,
	origin: Origin,
	events: readonly NewEvent[]
): Promise<{ position: number; events: Envelope[] }> {
	const heads = await headsOf(
		transaction,
		events.map(({ stream }) => stream)
	);
	const placed = events.map((event): Envelope => {
		const version = heads.get(event.stream)! + 1;
		heads.set(event.stream, version);
		return { ...event, version };
	});
	const position = (await lastPosition(transaction)) + 1;
	await transaction.objectStore('commits').add({
		position,
		origin,
		events: placed,
		ids: placed.map(({ id }) => id),
		streams: [...heads.keys()]
	});
	await Promise.all(
		[...heads].map(async ([stream, version]) => transaction.objectStore('heads').put(version, stream))
	);
	return { position, events: placed };
}
