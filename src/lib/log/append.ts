import { newSalt, type Envelope, type NewEvent } from '#lib/envelope/envelope.ts';
import { isSameEvent } from '#lib/envelope/same.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import { commitAfter, linkUp } from './commit.ts';
import type { AppendRefusal } from './failures.ts';
import { readHead } from './read.ts';
import { redactIn } from './redact.ts';
import type { Commit, Head, Reading, Writing } from './schema.ts';

/** What one passage through the gate asks to be recorded. */
export interface Append {
	/** In the order they are to have. Those of the worked example bring their own links. */
	events: readonly (NewEvent | Envelope)[];
	/** The position of the log when the caller decided: what it leant on is then still so. */
	expected: number;
	/** `workedExample` for what may be removed whole again; a person's where not given. */
	origin?: 'person' | 'workedExample';
	/** Events whose content these take out. */
	redacts?: readonly string[];
}

export interface Appended {
	/** The events with their links. */
	events: Envelope[];
	/** Where the log stands now. */
	head: Head;
}

/**
 * The work of an append inside its transaction.
 * @param known where the log stood when it was last looked at; spares reading it where it stands there still
 */
export async function append(
	transaction: Writing,
	{ events, expected, origin = 'person', redacts = [] }: Append,
	known: Head | undefined
): Promise<Result<Appended, AppendRefusal>> {
	const head = known?.position === expected ? known : await readHead(transaction);
	if (head.position !== expected) return refuse({ kind: 'logMoved', expected, actual: head.position });
	if (events.length === 0) return ok({ events: [], head });
	let touched: string[] = [];
	if (redacts.length > 0) {
		const { streams, missing } = await redactIn(transaction, redacts);
		if (missing.length > 0) return refuse({ kind: 'noSuchEvent', ids: missing });
		touched = streams;
	}

	const { commit, head: next } = commitAfter(head, origin, linkUp(events, head.chains, newSalt));
	const after = { ...next, redacted: [...new Set([...next.redacted, ...redacts])] };
	// Asked first and answered first, but not waited for: one way to the disk and back instead of two.
	const last = transaction.objectStore('commits').getAllKeys(IDBKeyRange.lowerBound(expected));
	// Whichever fails first aborts the other, which nobody waits for then.
	last.catch(() => {});
	const added = transaction
		.objectStore('commits')
		.add({ ...commit, ...(touched.length > 0 && { touched }), after });
	added.catch(() => {});
	const actual = (await last).at(-1) ?? 0;
	if (actual !== expected) return refuse({ kind: 'logMoved', expected, actual });
	await added;
	return ok({ events: commit.events, head: after });
}

/**
 * Whether a commit is in the tail already, right after the position it was decided at: then it was this very
 * commit that moved the log, and its answer was lost with the connection.
 */
export async function findRepeated(
	transaction: Reading,
	{ events, expected }: Append
): Promise<Appended | undefined> {
	const next = await transaction.objectStore('commits').get(expected + 1);
	return next && isThis(next, events) ? { events: next.events, head: next.after } : undefined;
}

const isThis = (commit: Commit, events: readonly Envelope[]): boolean =>
	events.length > 0 &&
	commit.events.length === events.length &&
	commit.events.every((event, index) => isSameEvent({ ...event, link: events[index]!.link }, events[index]!));
