import type { Contender, Envelope } from '../contender.ts';
import { rebuild } from '../rebuild.ts';
import type { Answer, Question } from './sqlite.worker.ts';

/** SQLite on the origin's private file system, which only a worker may use. */
const sqlite: Contender = {
	name: 'SQLite on OPFS, WAL',
	takesPart: ['import', 'append', 'start'],
	async open() {
		const worker = new Worker(new URL('./sqlite.worker.ts', import.meta.url), { type: 'module' });
		const ask = (question: Question) =>
			new Promise<string>((resolve, reject) => {
				worker.onerror = ({ message }) => reject(new Error(message));
				worker.onmessage = ({ data }: MessageEvent<Answer>) =>
					'failed' in data ? reject(new Error(data.failed)) : resolve(data.text);
				worker.postMessage(question);
			});
		await ask({ kind: 'open' });
		const insert = async (events: readonly Envelope[]) => void (await ask({ kind: 'insert', events }));
		return {
			append: (event) => insert([event]),
			import: insert,
			start: async (asOf) => rebuild(JSON.parse(await ask({ kind: 'readAll' })), asOf),
			async close() {
				await ask({ kind: 'close' });
				worker.terminate();
			}
		};
	}
};

export default [sqlite];
