/**
 * One event as a line of a bundle: `{"digest":"…","file":"…","line":17,"event":{…}}`. The digest is over all the
 * bytes that follow it, so over the event, its place, and the file it was written with. It stands first so that
 * what it covers is one piece, and can be digested where it lies.
 */
const beginning = '{"digest":"';
const digestAt = beginning.length;
/** Where that which the digest covers begins, in bytes as in characters. */
export const coveredAt = digestAt + 64 + 2;
const fileAt = coveredAt + '"file":"'.length;
const numberAt = fileAt + 16 + '","line":'.length;

/** What the digest of a line is made of. @param event as canonical JSON */
export const coveredText = (file: string, line: number, event: string): string =>
	`"file":"${file}","line":${line},"event":${event}}`;

/** The part of a line that stands before what its digest covers. */
export const uncoveredText = (digest: string): string => `${beginning}${digest}",`;

/** A line taken apart, before anything about it is believed. */
export interface Line {
	digest: string;
	file: string;
	line: number;
	/** The event as JSON. */
	event: string;
}

/** Takes a line apart; `undefined` where it does not have the form of one. */
export function takeApart(text: string): Line | undefined {
	const digest = text.slice(digestAt, digestAt + 64);
	const numberEnd = text.indexOf(',"event":', numberAt);
	const line = Number(text.slice(numberAt, numberEnd));
	// What the digest does not cover must be looked at here, to the last sign.
	if (!text.startsWith(uncoveredText(digest)) || numberEnd < 0) return undefined;
	if (!Number.isSafeInteger(line) || line < 2) return undefined;
	const event = text.slice(numberEnd + ',"event":'.length, -1);
	return { digest, file: text.slice(fileAt, fileAt + 16), line, event };
}
