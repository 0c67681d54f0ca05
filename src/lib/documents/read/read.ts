import { refuse, type Result } from '#lib/result.ts';
import type { FileType, ReadRefusal, SourceFile, SourceText } from '../types.ts';
import { readText } from './text.ts';
import { typeOf } from './type.ts';

/**
 * The largest file that is read, in bytes. The longest treaty-body documents have some hundred thousand
 * characters; what is far larger is not one.
 */
export const largestFile = 5 * 1024 * 1024;

type Reader = (file: SourceFile) => Result<SourceText, ReadRefusal>;

/** The types that can be read. To read another, add its reader here. */
const readers: Partial<Record<FileType, Reader>> = { text: readText };

/** Types that treaty-body documents come in, but have no reader yet. */
const toCome: readonly FileType[] = ['pdf', 'docx', 'html'];

/**
 * Reads a file into text. Nothing in it is run or followed, and its size is judged before anything is decoded.
 * @returns the text, or why there is none, as plain data
 */
export function readSource(file: SourceFile): Result<SourceText, ReadRefusal> {
	if (file.bytes.length === 0) return refuse({ kind: 'emptyFile' });
	if (file.bytes.length > largestFile)
		return refuse({ kind: 'tooLarge', bytes: file.bytes.length, limit: largestFile });
	const type = typeOf(file);
	const reader = readers[type];
	if (reader) return reader(file);
	return refuse({ kind: toCome.includes(type) ? 'notYetReadable' : 'unsupportedType', type });
}
