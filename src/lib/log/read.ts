import type { Envelope } from '#lib/envelope/envelope.ts';
import { lastPosition } from './commit.ts';
import type { Commit, Reading } from './schema.ts';
import { damageOf } from './stored.ts';
import { workedExampleStreams } from './workedExample.ts';

/** Something stored that is not an event. It is reported and left where it is; the rest is read. */
export interface Damaged {
	/** The commit it lies in. */
	position: number;
	/** Its place in the commit; absent where the commit as a whole is not one. */
	index?: number;
	/** The first field at fault. */
	field: string;
}

export interface Contents {
	events: Envelope[];
	damaged: Damaged[];
}

export interface LogContents extends Contents {
	/** The position of the log at the moment of reading. */
	position: number;
	/** The streams that hold events of the worked example. */
	workedExample: string[];
}

/** Every event in the order of recording. */
export async function readAll(transaction: Reading): Promise<LogContents> {
	const commits = await transaction.objectStore('commits').getAll();
	return {
		...contentsOf(commits),
		position: commits.at(-1)?.position ?? 0,
		workedExample: [...workedExampleStreams(commits)]
	};
}

/** The events of one stream in the order of their versions. */
export async function readStream(transaction: Reading, stream: string): Promise<Contents> {
	const commits = await transaction.objectStore('commits').index('byStream').getAll(stream);
	const { events, damaged } = contentsOf(commits);
	return { events: events.filter((event) => event.stream === stream), damaged };
}

/** The version of every stream. */
export async function readHeads(transaction: Reading): Promise<Record<string, number>> {
	const heads = transaction.objectStore('heads');
	const [streams, versions] = await Promise.all([heads.getAllKeys(), heads.getAll()]);
	return Object.fromEntries(streams.map((stream, index) => [stream, versions[index]!]));
}

/** The position of the last change. */
export const readPosition = (transaction: Reading): Promise<number> => lastPosition(transaction);

function contentsOf(commits: readonly Commit[]): Contents {
	const contents: Contents = { events: [], damaged: [] };
	for (const { position, events } of commits) {
		if (!Array.isArray(events)) {
			contents.damaged.push({ position, field: 'events' });
			continue;
		}
		for (const [index, event] of events.entries()) {
			const field = damageOf(event);
			if (field === undefined) contents.events.push(event);
			else contents.damaged.push({ position, index, field });
		}
	}
	return contents;
}
