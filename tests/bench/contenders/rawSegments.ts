import { openDB } from 'idb';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { Contender } from '../contender.ts';

/** A way to put many events into one record. */
interface Form {
	name: string;
	pack(events: Envelope[]): unknown;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const objects: Form = { name: 'objects', pack: (events) => events };
const text: Form = { name: 'JSON text', pack: (events) => JSON.stringify(events) };
/** So that one character beyond does not double all of it. */
const ascii: Form = {
	name: 'JSON text in ASCII',
	pack: (events) =>
		decoder.decode(
			encoder.encode(
				JSON.stringify(events).replace(
					/[\u0080-\uffff]/g,
					(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
				)
			)
		)
};
const bytes: Form = { name: 'JSON in UTF-8', pack: (events) => encoder.encode(JSON.stringify(events)) };

/** The bare database with so many events in each record. */
const segmentsOf = (size: number, form: Form): Contender => ({
	name: `idb, segments of ${size.toLocaleString('en')}, ${form.name}`,
	takesPart: ['import'],
	baselineOf: ['import'],
	async open() {
		const database = await openDB('segments', 1, {
			upgrade: (fresh) => void fresh.createObjectStore('segments')
		});
		return {
			async import(events) {
				const transaction = database.transaction('segments', 'readwrite', { durability: 'strict' });
				for (let at = 0; at < events.length; at += size)
					void transaction.store.put(form.pack(events.slice(at, at + size)), at);
				await transaction.done;
			},
			close: () => database.close()
		};
	}
});

export default [
	segmentsOf(250, text),
	segmentsOf(1_000, objects),
	segmentsOf(1_000, text),
	segmentsOf(1_000, ascii),
	segmentsOf(1_000, bytes),
	segmentsOf(4_000, objects)
];
