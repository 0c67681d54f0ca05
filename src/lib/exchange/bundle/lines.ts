/** Some whole lines of a file, without their ends, as bytes and as text. */
export interface Lines {
	texts: string[];
	bytes: Uint8Array<ArrayBuffer>[];
	/** Whether the last of them was cut: the file ends, and the line does not. */
	cut: boolean;
	/** Where in the file they end, in bytes. */
	end: number;
}

const sliceSize = 2 * 1024 * 1024;
const [newLine, carriageReturn] = [10, 13];
const byteOrderMark = [0xef, 0xbb, 0xbf];

/**
 * The lines of a file, some at a time, so that a large one is never in memory as a whole. What mail programs and
 * editors do to a text file is undone: a byte order mark before the first line, and `\r` at the end of one.
 * Throws what the browser throws where the file cannot be read.
 */
export async function* linesOf(file: Blob): AsyncGenerator<Lines, void, undefined> {
	// The mark is taken away once, and not from every line that begins with that character.
	const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	let [start, size] = [await beginningOf(file), sliceSize];
	while (start < file.size) {
		const slice = new Uint8Array(await file.slice(start, start + size).arrayBuffer());
		const isLast = start + size >= file.size;
		const length = slice.lastIndexOf(newLine) + 1;
		const cut = isLast && length < slice.length;
		if (length === 0 && !cut) {
			size *= 2; // A line longer than a slice: again from its beginning.
			continue;
		}
		const whole = cut ? slice : slice.subarray(0, length);
		yield { ...split(whole, decoder.decode(whole)), cut, end: start + whole.length };
		[start, size] = [start + whole.length, sliceSize];
	}
}

/** Splits only at \n: a text may hold U+2028, which other ways of splitting take for the end of a line. */
function split(whole: Uint8Array<ArrayBuffer>, text: string): Pick<Lines, 'texts' | 'bytes'> {
	const lines: Pick<Lines, 'texts' | 'bytes'> = { texts: [], bytes: [] };
	for (let [byte, character] = [0, 0]; byte < whole.length; ) {
		let [byteEnd, characterEnd] = [whole.indexOf(newLine, byte), text.indexOf('\n', character)];
		if (byteEnd < 0) [byteEnd, characterEnd] = [whole.length, text.length];
		const trimmed = whole[byteEnd - 1] === carriageReturn && byteEnd > byte ? 1 : 0;
		lines.bytes.push(whole.subarray(byte, byteEnd - trimmed));
		lines.texts.push(text.slice(character, characterEnd - trimmed));
		[byte, character] = [byteEnd + 1, characterEnd + 1];
	}
	return lines;
}

async function beginningOf(file: Blob): Promise<number> {
	const first = new Uint8Array(await file.slice(0, byteOrderMark.length).arrayBuffer());
	return byteOrderMark.every((byte, index) => first[index] === byte) ? byteOrderMark.length : 0;
}
