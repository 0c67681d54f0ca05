import type { Envelope } from '#lib/envelope/envelope.ts';
import type { NewEvent } from '#lib/envelope/same.ts';
import { ok, type Result } from '#lib/result.ts';
import { lastPosition, writeCommit } from './commit.ts';
import type { EventRefusal } from './failures.ts';
import { sortOut } from './known.ts';
import type { Writing } from './schema.ts';

export interface Imported {
	/** The place of the new commit; the log's last where nothing was new. */
	position: number;
	/** What was new, with the versions it has here. */
	events: Envelope[];
	/** How many events were known already. */
	known: number;
}

/** The work of an import inside its transaction. */
export async function importEvents(
	transaction: Writing,
	events: readonly NewEvent[]
): Promise<Result<Imported, EventRefusal>> {
	const sorted = await sortOut(transaction, events);
	if (!sorted.ok) return sorted;
	const { fresh, known } = sorted.value;
	if (fresh.length === 0)
		return ok({ position: await lastPosition(transaction), events: [], known: known.length });
	return ok({ ...(await writeCommit(transaction, 'import', fresh)), known: known.length });
}
