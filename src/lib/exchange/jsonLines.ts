import { canonicalJson } from '#lib/envelope/canonical.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { faultOf, isEnvelope } from '#lib/envelope/fault.ts';
import { isSameEvent } from '#lib/envelope/same.ts';
import { ok, refuse, type Result } from '#lib/result.ts';

const format = 'servanda-log';
const formatVersion = 1;
/** Every file begins with this, so that a piece of one is told from a file of something else. */
const opening = `{"format":"${format}",`;

/**
 * The largest file that is read, in bytes; a page looks at it before it loads a file into memory. A hundred
 * thousand events are about 60 MB.
 */
export const largestFile = 200 * 1024 * 1024;

/** Why a file is refused, whole. Lines count from 1, and line 1 is the header. */
export type ImportRefusal =
	| { kind: 'empty' }
	| { kind: 'tooLarge'; limit: number }
	/** It is not a file of this format at all. */
	| { kind: 'unknownFormat' }
	/** The format is known, but written by a version that came after this one. */
	| { kind: 'unknownVersion'; version: number }
	/** It ends in the middle of this line: a part was lost on the way. */
	| { kind: 'cut'; line: number }
	/** Whole lines are missing, or too many: the header states another number of events. */
	| { kind: 'wrongCount'; stated: number; found: number }
	| { kind: 'notJson'; line: number }
	/** `field` is the first at fault, as a path; empty where the line is no object. */
	| { kind: 'notAnEvent'; line: number; field: string }
	/** The event of `earlierLine` again, but it tells something else. */
	| { kind: 'sameIdOtherContent'; line: number; earlierLine: number; id: string };

/**
 * Events as a JSON Lines file: a header, then one event a line in the order given. The same events give the
 * same bytes.
 */
export function toJsonLines(events: readonly Envelope[]): string {
	const header = `${opening}"version":${formatVersion},"count":${events.length}}`;
	return [header, ...events.map(canonicalJson)].map((line) => `${line}\n`).join('');
}

/**
 * The events of a JSON Lines file, in its order and each once. Either all of it can be taken or none. An event
 * of a type that this version does not know is an event.
 */
export function fromJsonLines(text: string): Result<Envelope[], ImportRefusal> {
	if (text === '') return refuse({ kind: 'empty' });
	// A text has never more UTF-16 units than it has bytes.
	if (text.length > largestFile) return refuse({ kind: 'tooLarge', limit: largestFile });
	// Only at \n: a text may hold U+2028, which other ways of splitting take for the end of a line.
	const lines = text.split('\n');
	const rest = lines.pop();
	const counted = readHeader(lines[0], text);
	if (!counted.ok) return counted;
	// Every line ends in \n, the last one too, so a rest without it was cut.
	if (rest !== '') return refuse({ kind: 'cut', line: lines.length + 1 });
	const found = lines.length - 1;
	if (found !== counted.value) return refuse({ kind: 'wrongCount', stated: counted.value, found });
	return readEvents(lines.slice(1));
}

/** The number of events that the header states. */
function readHeader(line: string | undefined, text: string): Result<number, ImportRefusal> {
	if (!text.startsWith(opening.slice(0, text.length))) return refuse({ kind: 'unknownFormat' });
	if (line === undefined) return refuse({ kind: 'cut', line: 1 });
	const header = parse(line);
	if (!isHeader(header)) return refuse({ kind: 'unknownFormat' });
	if (header.version !== formatVersion) return refuse({ kind: 'unknownVersion', version: header.version });
	return ok(header.count);
}

function readEvents(lines: readonly string[]): Result<Envelope[], ImportRefusal> {
	const byId = new Map<string, { event: Envelope; line: number }>();
	for (const [index, text] of lines.entries()) {
		const line = index + 2;
		const event = parse(text);
		if (event === undefined) return refuse({ kind: 'notJson', line });
		if (!isEnvelope(event)) return refuse({ kind: 'notAnEvent', line, field: faultOf(event) ?? '' });
		const earlier = byId.get(event.id);
		if (!earlier) byId.set(event.id, { event, line });
		else if (!isSameEvent(earlier.event, event))
			return refuse({ kind: 'sameIdOtherContent', line, earlierLine: earlier.line, id: event.id });
	}
	return ok([...byId.values()].map(({ event }) => event));
}

function parse(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return undefined; // No JSON text has this value.
	}
}

const isHeader = (value: unknown): value is { version: number; count: number } =>
	typeof value === 'object' &&
	value !== null &&
	'version' in value &&
	'count' in value &&
	Number.isInteger(value.version) &&
	Number.isInteger(value.count);
