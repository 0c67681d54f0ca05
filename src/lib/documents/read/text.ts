import { ok, refuse, type Result } from '#lib/result.ts';
import type { ReadRefusal, SourceFile, SourceText } from '../types.ts';

/** Control characters that no text has; tab, line feed, form feed and carriage return are what pages are made of. */
const control = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/; // eslint-disable-line no-control-regex

/**
 * Reads plain text: UTF-8, its byte order mark dropped, every line break a line feed, and in Unicode's composed
 * form (NFC). All of that happens here, before any offset is taken.
 */
export function readText({ name, bytes }: SourceFile): Result<SourceText, ReadRefusal> {
	let decoded: string;
	try {
		decoded = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return refuse({ kind: 'notText', at: 0 });
	}
	const at = decoded.search(control);
	if (at >= 0) return refuse({ kind: 'notText', at });
	const text = decoded.replace(/\r\n?/g, '\n').normalize('NFC');
	if (text.trim() === '') return refuse({ kind: 'emptyFile' });
	return ok({ kind: 'text', name, text });
}
