import type { Span } from '../../types.ts';
import { isInvisible, isSpace } from './characters.ts';
import { firstEndingAfter } from './spans.ts';

/**
 * The words of a stretch of text as one reads them: without page furniture and footnotes, every run of white
 * space one space, words broken at a hyphen joined. Each character knows where it came from.
 */
export interface Flow {
	text: string;
	/** Where in the source each character of `text` stands. */
	offsets: Uint32Array;
}

const lineFeed = 0x0a;
const hyphen = 0x2d;
const blank = 0x20;

/** @param masked what is left out, ordered and without overlap */
export function flowOf(source: string, span: Span, masked: readonly Span[]): Flow {
	const offsets = new Uint32Array(span.end - span.start);
	const codes = new Uint16Array(span.end - span.start);
	let length = 0;
	let mask = firstEndingAfter(masked, span.start);
	let gap = -1;
	let brokeLine = false;
	for (let at = span.start; at < span.end; at += 1) {
		while (mask < masked.length && masked[mask]!.end <= at) mask += 1;
		if (mask < masked.length && masked[mask]!.start <= at) {
			at = masked[mask]!.end - 1;
			continue;
		}
		const code = source.charCodeAt(at);
		if (isSpace(code)) {
			if (gap < 0) gap = at;
			brokeLine ||= code === lineFeed;
			continue;
		}
		if (isInvisible(code)) continue;
		if (gap >= 0 && length > 0) {
			const isBrokenWord =
				brokeLine && codes[length - 1] === hyphen && length > 1 && codes[length - 2] !== blank;
			if (!isBrokenWord) {
				offsets[length] = gap;
				codes[length] = blank;
				length += 1;
			}
		}
		gap = -1;
		brokeLine = false;
		offsets[length] = at;
		codes[length] = code;
		length += 1;
	}
	return { text: textOf(codes.subarray(0, length)), offsets: offsets.subarray(0, length) };
}

/** Strings are made of many codes at a time, but not of more than a call can take. */
const chunk = 8192;

function textOf(codes: Uint16Array): string {
	const parts: string[] = [];
	for (let at = 0; at < codes.length; at += chunk)
		parts.push(String.fromCharCode(...codes.subarray(at, at + chunk)));
	return parts.join('');
}

/** The part of a flow whose characters come from a span of the source, without space at either end. */
export function sliceFlow({ text, offsets }: Flow, { start, end }: Span): Flow {
	let [from, to] = [firstAtOrAfter(offsets, start), firstAtOrAfter(offsets, end)];
	while (from < to && text.charCodeAt(from) === blank) from += 1;
	while (to > from && text.charCodeAt(to - 1) === blank) to -= 1;
	return { text: text.slice(from, to), offsets: offsets.subarray(from, to) };
}

function firstAtOrAfter(offsets: Uint32Array, offset: number): number {
	let low = 0;
	let high = offsets.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (offsets[middle]! >= offset) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** Where a stretch of a flow stands in the source. */
export function spanIn({ offsets }: Flow, from: number, to: number): Span {
	return { start: offsets[from]!, end: offsets[to - 1]! + 1 };
}
