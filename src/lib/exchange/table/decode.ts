import { ok, refuse, type Result } from '#lib/result.ts';

/** How the characters of a file are written, by the names that browsers know. */
export const encodings = [
	'utf-8',
	'utf-16le',
	'utf-16be',
	'windows-1252',
	'windows-1251',
	'windows-1256',
	'gb18030'
] as const;
export type Encoding = (typeof encodings)[number];

/** Larger files than this are no table of statuses, in bytes. */
export const largestTable = 64 * 1024 * 1024;

export type DecodeRefusal =
	| { kind: 'emptyFile' }
	| { kind: 'tooLarge'; bytes: number; limit: number }
	/** A workbook (.xlsx, .ods), which is to be saved as CSV first. */
	| { kind: 'workbook' }
	/** It is not UTF-8, and nothing in it says what it is: a person chooses. */
	| { kind: 'encodingUnknown' }
	/** It is not written as it was said to be. */
	| { kind: 'notInEncoding'; encoding: Encoding };

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
	['utf-8', [0xef, 0xbb, 0xbf]],
	['utf-16le', [0xff, 0xfe]],
	['utf-16be', [0xfe, 0xff]]
];

/**
 * The text of a file: as its byte order mark says, else UTF-8 where it is that throughout, else as a person says.
 * Never a guess, since a name read in the wrong alphabet looks right to nobody and a machine does not notice.
 */
export function decodeTable(
	bytes: Uint8Array,
	chosen?: Encoding
): Result<{ text: string; encoding: Encoding }, DecodeRefusal> {
	if (bytes.length === 0) return refuse({ kind: 'emptyFile' });
	if (bytes.length > largestTable)
		return refuse({ kind: 'tooLarge', bytes: bytes.length, limit: largestTable });
	if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
		return refuse({ kind: 'workbook' });
	const encoding = chosen ?? marks.find(([, mark]) => startsWith(bytes, mark))?.[0] ?? 'utf-8';
	const text = decoded(bytes, encoding);
	if (text === null)
		return refuse(chosen ? { kind: 'notInEncoding', encoding } : { kind: 'encodingUnknown' });
	// UTF-16 without its mark can pass for UTF-8 with every second character empty.
	if (!chosen && text.slice(0, 1_000).includes('\u0000')) return refuse({ kind: 'encodingUnknown' });
	return text.trim() === '' ? refuse({ kind: 'emptyFile' }) : ok({ text, encoding });
}

/** The first lines of a file in every way they can be read, for a person to see which one is right. */
export function waysToRead(bytes: Uint8Array): { encoding: Encoding; lines: string[] }[] {
	return encodings.flatMap((encoding) => {
		const text = decoded(bytes.subarray(0, 64 * 1024), encoding, true);
		return text === null || text.includes('\u0000') ? [] : [{ encoding, lines: telling(text) }];
	});
}

/** So many lines are shown, and so much of each. */
const [shownLines, shownLength] = [3, 120];

/** The lines that say most about how they are written: those with letters beyond the Latin alphabet's first. */
function telling(text: string): string[] {
	const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim());
	const beyond = lines.filter((line) => /[^\p{ASCII}]/u.test(line));
	return (beyond.length ? beyond : lines).slice(0, shownLines).map((line) => line.slice(0, shownLength));
}

/** The text without its byte order mark; null where it is not written so. @param isPart may end within a character */
function decoded(bytes: Uint8Array, encoding: Encoding, isPart = false): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isPart });
	} catch {
		return null;
	}
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
	mark.every((byte, place) => bytes[place] === byte);
