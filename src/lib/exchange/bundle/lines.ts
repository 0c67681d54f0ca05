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
const newLine = 10;
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
	const texts = text.split('\n');
	if (texts.at(-1) === '') texts.pop();
	let start = 0;
	const bytes = texts.map((line, index) => {
		const found = whole.indexOf(newLine, start);
		const end = found < 0 ? whole.length : found;
		const trimmed = line.endsWith('\r') ? 1 : 0;
		if (trimmed) texts[index] = line.slice(0, -1);
		const piece = whole.subarray(start, end - trimmed);
		start = end + 1;
		return piece;
	});
	return { texts, bytes };
}

async function beginningOf(file: Blob): Promise<number> {
	const first = new Uint8Array(await file.slice(0, byteOrderMark.length).arrayBuffer());
	return byteOrderMark.every((byte, index) => first[index] === byte) ? byteOrderMark.length : 0;
}
