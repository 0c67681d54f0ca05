import * as v from 'valibot';
import { canonicalJson } from '#lib/envelope/canonical.ts';
import { hashOf } from '#lib/envelope/chain.ts';
import { envelopeSchema } from '#lib/envelope/envelope.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import { parse } from '../json.ts';
import type { Heads } from './bundle.ts';
import type { ImportRefusal } from './faults.ts';
import { scopeSchema, type Scope } from './scope.ts';

/** Every file begins with this, so that a piece of one is told from a file of something else. */
export const opening = '{"format":"servanda-log",';
/** And those of version 1, whose first line has no digest, begin with this. */
const openingOfVersion1 = `${opening}"version":1,`;
/** How the first line of the others ends: with the digest of all that stands before. */
const ending = /,"digest":"([0-9a-f]{64})"\}$/;

const number = v.pipe(v.number(), v.integer(), v.minValue(0));
const version1 = v.object({ version: v.literal(1), count: v.pipe(v.number(), v.integer()) });
/**
 * Version 3 is written where something is left out, which version 2 could not say; whoever reads up to that one is
 * then told that the file is newer. What is whole is written as ever.
 */
const sinceVersion2 = v.strictObject({
	format: v.literal('servanda-log'),
	version: v.picklist([2, 3]),
	/** What this file is known by in its own lines, so that a line of another file is not taken for one of it. */
	file: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
	scope: scopeSchema,
	/** How many events follow, one a line. */
	count: number,
	heads: v.record(
		envelopeSchema.entries.replica,
		v.strictObject({ sequence: number, hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })
	),
	digest: v.string()
});

/** What the first line of a file says. */
export type Header =
	| { version: 1; count: number }
	| { version: 2 | 3; file: string; scope: Scope; count: number; heads: Heads }
	/** The line is not as it was written. */
	| { version: 'damaged' };

/** The first line of a bundle, without the end of the line. */
export function headerLine(header: { file: string; scope: Scope; count: number; heads: Heads }): string {
	const { file, scope, count, heads } = header;
	const stated = `"file":"${file}","scope":${canonicalJson(scope)},"count":${count},"heads":${canonicalJson(heads)}`;
	const text = `${opening}"version":${scope.without ? 3 : 2},${stated}`;
	return `${text},"digest":"${hashOf(text)}"}`;
}

/** Reads the first line of a file. Every version from 2 on closes it with a digest, so damage is told from news. */
export function readHeader(line: string): Result<Header, ImportRefusal> {
	const end = ending.exec(line);
	if (end && hashOf(line.slice(0, end.index)) !== end[1]) return ok({ version: 'damaged' });
	if (!line.startsWith(opening)) return refuse({ kind: 'unknownFormat' });
	const header = parse(line);
	if (header === undefined && !line.startsWith(openingOfVersion1)) return ok({ version: 'damaged' });
	const version = stated(header);
	if (version === undefined) return refuse({ kind: 'unknownFormat' });
	if (version > 3 || version < 1) return refuse({ kind: 'unknownVersion', version });
	if (version > 1 && !end) return ok({ version: 'damaged' });
	const read = v.safeParse(version === 1 ? version1 : sinceVersion2, header);
	return read.success ? ok(read.output) : refuse({ kind: 'unknownFormat' });
}

/** The version that a header of any version states, where it is one. */
function stated(header: unknown): number | undefined {
	const read = v.safeParse(v.object({ version: v.pipe(v.number(), v.integer()) }), header);
	return read.success ? read.output.version : undefined;
}
