import type { Envelope } from '#lib/envelope/envelope.ts';
import { addToTail, commitHash } from './commit.ts';
import { newHead, type Commit, type Database, type Origin, type Upgrading, type Writing } from './schema.ts';
import { addSegment } from './seal.ts';
import { pack } from './segment.ts';
import { contentsOf } from './stored.ts';

/** A commit as version 1 of the database had it. Its events had a version in their stream, which went. */
interface FirstCommit {
	position: number;
	origin: Origin;
	events: (Envelope & { version?: number })[];
}

function withoutVersion(event: FirstCommit['events'][number] | null): Envelope {
	const { version: _version, ...kept } = event ?? {};
	return (event && kept) as Envelope;
}

/**
 * Brings the database to its newest shape, from nothing or from a version before, in one transaction: either all
 * of it is brought over or it stays as it was.
 * @param from the version it has; 0 where there is none
 */
export async function upgrade(database: Database, from: number, transaction: Upgrading): Promise<void> {
	// Not used here, and not to be reported as a rejection that nobody handled.
	transaction.done.catch(() => {});
	try {
		await bringOver(database, from, transaction);
	} catch (thrown) {
		// Left alone, the browser would keep what was done so far, and call it the newest.
		abort(transaction);
		throw thrown;
	}
}

function abort(transaction: Upgrading): void {
	try {
		transaction.abort();
	} catch {
		// A failed request has done so already.
	}
}

async function bringOver(database: Database, from: number, transaction: Upgrading): Promise<void> {
	if (from >= 1) database.deleteObjectStore('heads' as 'cache');
	else {
		database.createObjectStore('commits', { keyPath: 'position' });
		database.createObjectStore('device');
	}
	database.createObjectStore('segments');
	database.createObjectStore('directory');
	database.createObjectStore('cache');
	database.createObjectStore('ledger');
	if (from >= 1) await packEverything(transaction);
}

/**
 * From version 1: everything goes into segments, and the log gets its hash; an empty commit
 * stands at its end. The events keep their places without
 * a link: nothing was hashed when they were recorded, and to do it now would claim what nobody can know.
 */
async function packEverything(transaction: Upgrading): Promise<void> {
	const store = transaction.objectStore('commits');
	for (const index of ['byId', 'byStream']) store.deleteIndex(index as never);
	const before = (await store.getAll()) as FirstCommit[];
	let head = newHead;
	const commits = before.map(({ position, origin, events }): Commit => {
		// What is damaged is brought over as it is, and only its hash is not taken: it has none.
		const kept = Array.isArray(events) ? events.map(withoutVersion) : events;
		const { events: whole } = contentsOf([{ position, origin, events: kept, hash: '' }]);
		const hash = commitHash({ position, origin, events: whole }, head.hash);
		const example = origin === 'workedExample' ? whole.map(({ stream }) => stream) : [];
		head = {
			...head,
			position,
			hash,
			events: head.events + whole.length,
			workedExample: [...new Set([...head.workedExample, ...example])]
		};
		return { position, origin, events: kept, hash };
	});
	const packed = pack(commits, 0);
	await store.clear();
	for (const one of packed) await addSegment(transaction, one);
	const after = { ...head, segments: packed.length };
	if (packed.length > 0) await addToTail(transaction as unknown as Writing, after, 'upkeep', []);
}
