import { refuse, type Result } from '#lib/result.ts';

/** The browser could not read a file: it was moved, or changed while it was read. */
export interface UnreadableFile {
	kind: 'unreadableFile';
	reason: string;
}

/** Does some work that reads a file. That the browser cannot read it is an answer, and no exception. */
export async function reading<Value, Failure>(
	work: () => Promise<Result<Value, Failure>>
): Promise<Result<Value, Failure | UnreadableFile>> {
	try {
		return await work();
	} catch (thrown) {
		// What a browser throws is its own; anything else is a mistake of ours, and goes on as one.
		if (thrown instanceof DOMException) return refuse({ kind: 'unreadableFile', reason: thrown.message });
		throw thrown;
	}
}
