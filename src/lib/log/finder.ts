import { readTail } from './read.ts';
import type { Reading, Writing } from './schema.ts';
import { contentsOf } from './stored.ts';

const idLength = 36;

/** Knows which segments hold a stream. What it has learnt stays true: segments are added and never renumbered. */
export class Finder {
	readonly #segments = new Map<string, number[]>();
	#last = 0;

	/** The segments that hold events of any of some streams, in order. */
	async segmentsOf(transaction: Reading | Writing, streams: Iterable<string>): Promise<number[]> {
		await this.#learn(transaction);
		const found = new Set([...streams].flatMap((stream) => this.#segments.get(stream) ?? []));
		return [...found].sort((one, other) => one - other);
	}

	async #learn(transaction: Reading | Writing): Promise<void> {
		const range = IDBKeyRange.lowerBound(this.#last, true);
		const store = transaction.objectStore('directory');
		const numbers = await store.getAllKeys(range);
		const entries = await store.getAll(range);
		for (const [index, { streams }] of entries.entries()) {
			const number = numbers[index]!;
			// Two readings may have begun before either was done.
			if (number <= this.#last) continue;
			this.#last = number;
			for (const stream of streams.split(' ')) {
				const known = this.#segments.get(stream);
				if (known) known.push(number);
				else this.#segments.set(stream, [number]);
			}
		}
	}
}

/** Where each event of the log is, by its id: the number of its segment, or 0 for the tail. */
export async function placesOfIds(transaction: Reading | Writing): Promise<Map<string, number>> {
	const store = transaction.objectStore('directory');
	const numbers = await store.getAllKeys();
	const entries = await store.getAll();
	const tail = await readTail(transaction);
	const places = new Map<string, number>();
	for (const [index, { ids }] of entries.entries())
		for (let at = 0; at < ids.length; at += idLength)
			places.set(ids.slice(at, at + idLength), numbers[index]!);
	for (const { id } of contentsOf(tail).events) places.set(id, 0);
	return places;
}
