import { largestFile } from '#lib/documents/read/read.ts';
import type { ReadRefusal, RecogniseRefusal } from '#lib/documents/types.ts';
import { refuse, type Result } from '#lib/result.ts';
import type { ReadDocument } from '#lib/workspace/reviewing.svelte.ts';

/** Why a document was not read. */
export type ReaderFailure = ReadRefusal | RecogniseRefusal | { kind: 'readerFailed'; reason: string };

/** A reading under way. */
export interface RunningReader {
	done: Promise<Result<ReadDocument, ReaderFailure>>;
	/** Gives up; `done` never settles. */
	stop(): void;
}

/** Reads a document in a worker of its own. How large it is is looked at before any of it is loaded. */
export function startReader(file: File): RunningReader {
	if (file.size > largestFile)
		return {
			done: Promise.resolve(refuse({ kind: 'tooLarge', bytes: file.size, limit: largestFile })),
			stop: () => {}
		};
	const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' });
	const done = new Promise<Result<ReadDocument, ReaderFailure>>((settle) => {
		const fail = (reason: string) => settle(refuse({ kind: 'readerFailed', reason }));
		worker.onmessage = ({ data }) => settle(data);
		worker.onerror = (event) => fail(event.message || event.type);
		void hand(file, worker).catch((thrown: unknown) => fail(String(thrown)));
	});
	void done.then(() => worker.terminate());
	return { done, stop: () => worker.terminate() };
}

async function hand(file: File, worker: Worker): Promise<void> {
	const bytes = new Uint8Array(await file.arrayBuffer());
	worker.postMessage({ name: file.name, bytes }, [bytes.buffer]);
}
