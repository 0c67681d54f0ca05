import initialise, { type Database } from '@sqlite.org/sqlite-wasm';
import type { Envelope } from '../contender.ts';

export type Question =
	{ kind: 'open' | 'readAll' | 'close' } | { kind: 'insert'; events: readonly Envelope[] };
export type Answer = { text: string } | { failed: string };

const table = `
	CREATE TABLE IF NOT EXISTS events (
		id TEXT PRIMARY KEY,
		event TEXT NOT NULL
	) WITHOUT ROWID`;

let database: Database;

async function open(): Promise<void> {
	const sqlite = await initialise();
	const pool = await sqlite.installOpfsSAHPoolVfs({});
	database = new pool.OpfsSAHPoolDb('/events.db');
	// There is no shared memory for the log here, so that this connection has to be the only one.
	database.exec('PRAGMA locking_mode = EXCLUSIVE');
	if (database.selectValue('PRAGMA journal_mode = WAL') !== 'wal') throw new Error('No write-ahead log');
	database.exec('PRAGMA synchronous = FULL');
	database.exec(table);
}

function insert(events: readonly Envelope[]): void {
	database.transaction(() => {
		const statement = database.prepare('INSERT INTO events VALUES (?, ?)');
		for (const event of events) statement.bind([event.id, JSON.stringify(event)]).stepReset();
		statement.finalize();
	});
}

async function answer(question: Question): Promise<string> {
	switch (question.kind) {
		case 'open':
			await open();
			return '';
		case 'insert':
			insert(question.events);
			return '';
		case 'readAll':
			return `[${database.selectValues('SELECT event FROM events').join()}]`;
		case 'close':
			database.close();
			return '';
	}
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
	answer(data).then(
		(text) => postMessage({ text } satisfies Answer),
		(thrown: unknown) => postMessage({ failed: String(thrown) } satisfies Answer)
	);
});
