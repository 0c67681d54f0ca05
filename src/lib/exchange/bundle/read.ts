import { ok, refuse, type Result } from '#lib/result.ts';
import { encryptedOpening } from '../encryption/container.ts';
import { reading } from '../unreadable.ts';
import { largestFile, type Bundle } from './bundle.ts';
import type { ImportRefusal } from './faults.ts';
import { opening, readHeader } from './header.ts';
import { linesOf } from './lines.ts';
import type { Reader } from './reader.ts';
import { readerOfVersion1 } from './readVersion1.ts';
import { readerOfVersion2 } from './readVersion2.ts';

/** How far a file is read. */
export interface ReadingProgress {
	lines: number;
	bytes: number;
	/** Of how many bytes. */
	size: number;
}

/**
 * Reads a bundle, of any version that there was. Either all of it can be taken or none. Each event comes once, in
 * the order of the file, and one of a type that this version does not know is an event.
 * @param file as it was chosen, or as `decrypt` gave it
 * @param progress is told now and then
 */
export async function readBundle(
	file: Blob,
	progress: (progress: ReadingProgress) => void = () => {}
): Promise<Result<Bundle, ImportRefusal>> {
	if (file.size > largestFile) return refuse({ kind: 'tooLarge', limit: largestFile });
	return reading(() => readLines(file, progress));
}

async function readLines(
	file: Blob,
	progress: (progress: ReadingProgress) => void
): Promise<Result<Bundle, ImportRefusal>> {
	let reader: Reader | undefined;
	let lines = 0;
	for await (const some of linesOf(file)) {
		lines += some.texts.length;
		if (!reader) {
			const begun = begin(some.texts[0]!, some.cut && some.texts.length === 1);
			if (!begun.ok) return begun;
			reader = begun.value;
			some.texts.shift();
			some.bytes.shift();
		}
		await reader.take(some);
		progress({ lines, bytes: some.end, size: file.size });
	}
	return reader ? reader.finish() : refuse({ kind: 'empty' });
}

/** Finds the reader that the first line asks for. @param cut whether the line lacks its end */
function begin(first: string, cut: boolean): Result<Reader, ImportRefusal> {
	if (first.startsWith(encryptedOpening)) return refuse({ kind: 'encrypted' });
	if (cut && [opening, encryptedOpening].some((one) => one.startsWith(first.slice(0, one.length))))
		return refuse({ kind: 'cut', line: 1 });
	const header = readHeader(first);
	if (!header.ok) return header;
	if (header.value.version === 1) return ok(readerOfVersion1(header.value));
	return ok(readerOfVersion2(header.value.version === 'damaged' ? undefined : header.value));
}
