import type { Envelope } from '#lib/envelope/envelope.ts';
import type { NewEvent } from '#lib/envelope/same.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import { headsOf, lastPosition, writeCommit } from './commit.ts';
import type { AppendRefusal } from './failures.ts';
import { sortOut, type Sorted } from './known.ts';
import type { Origin, Writing } from './schema.ts';

/** What one passage through the gate asks to be recorded. */
export interface Append {
	/** In the order they are to have; their versions are given by the log. */
	events: readonly NewEvent[];
	/**
	 * The version each stream had when the caller decided; a stream not named here is expected to be empty.
	 * Streams that get no event may be named too, where the decision leant on them.
	 */
	expected: Readonly<Record<string, number>>;
	/** `workedExample` for what may be removed whole again; a person's where not given. */
	origin?: Exclude<Origin, 'import'>;
}

export interface Appended {
	/** The place of the commit in the log. */
	position: number;
	/** The events with their versions. */
	events: Envelope[];
}

/** The work of an append inside its transaction. */
export async function append(
	transaction: Writing,
	{ events, expected, origin = 'person' }: Append
): Promise<Result<Appended, AppendRefusal>> {
	const sorted = await sortOut(transaction, events);
	if (!sorted.ok) return sorted;
	if (sorted.value.known.length > 0) return repeated(sorted.value);
	const moved = await movedStream(transaction, events, expected);
	if (moved) return refuse(moved);
	if (events.length === 0) return ok({ position: await lastPosition(transaction), events: [] });
	return ok(await writeCommit(transaction, origin, events));
}

/** A commit that is known already: the same answer again, if it is the same commit. */
function repeated({ fresh, known }: Sorted): Result<Appended, AppendRefusal> {
	const [position, ...others] = new Set(known.map((each) => each.position));
	if (position === undefined || others.length > 0 || fresh.length > 0)
		return refuse({ kind: 'recordedElsewhere', ids: known.map(({ event }) => event.id) });
	return ok({ position, events: known.map(({ event }) => event) });
}

async function movedStream(
	transaction: Writing,
	events: readonly NewEvent[],
	expected: Readonly<Record<string, number>>
): Promise<AppendRefusal | undefined> {
	const heads = await headsOf(transaction, [...Object.keys(expected), ...events.map(({ stream }) => stream)]);
	for (const [stream, actual] of heads) {
		const wanted = expected[stream] ?? 0;
		if (actual !== wanted) return { kind: 'streamMoved', stream, expected: wanted, actual };
	}
	return undefined;
}
