import { packOutlines, unpackOutlines, type PackedOutlines } from '#lib/cycle/outline/packed.ts';
import type { FoldFailure } from '#lib/cycle/timeline/fold.ts';
import type { Cached, Damaged } from '#lib/log/index.ts';
import type { Folded, Projection } from './projection.ts';

/** Made by `.config/fingerprint.js` of everything that a fold depends on. */
declare const __FINGERPRINT__: string;

/**
 * What code and which procedures made a projection: the hash of their sources. One of another fingerprint is not
 * looked at, so a projection never needs to be migrated.
 */
const fingerprint: string = __FINGERPRINT__;

/** A projection as it is kept: its key, and the rest as JSON, which is read quicker than objects are. */
interface KeptWhole {
	fingerprint: string;
	position: number;
	hash: string;
	json: string;
}

/** A stream folded anew since, as of a position of the log. */
interface KeptPart {
	fingerprint: string;
	position: number;
	folded: Folded;
}

interface Content {
	cycles: PackedOutlines;
	failures: FoldFailure[];
	damaged: readonly Damaged[];
}

/** A projection as the log's cache keeps it. */
export function toKept({ position, hash, outlines, failures, damaged }: Projection): KeptWhole {
	const content: Content = {
		cycles: packOutlines(outlines.values()),
		failures: [...failures.values()],
		damaged
	};
	return { fingerprint, position, hash, json: JSON.stringify(content) };
}

/** The projection that was kept; undefined where there is none or other code made it. */
export function fromKept({ whole }: Cached): Projection | undefined {
	if (!isOfThisCode(whole)) return undefined;
	const { position, hash, json } = whole as KeptWhole;
	const { cycles, failures, damaged } = JSON.parse(json) as Content;
	return {
		position,
		hash,
		outlines: new Map(unpackOutlines(cycles).map((outline) => [outline.stream, outline])),
		failures: new Map(failures.map((failure) => [failure.stream, failure])),
		damaged
	};
}

/** Streams folded anew, as the log's cache keeps them. @param position of the log when they were */
export const toKeptParts = (folded: ReadonlyMap<string, Folded>, position: number): Map<string, KeptPart> =>
	new Map([...folded].map(([stream, one]) => [stream, { fingerprint, position, folded: one }]));

/** A stream that was kept; undefined where it is older than its last event, or other code made it. */
export function fromKeptPart({ parts }: Cached, stream: string, lastPosition: number): Folded | undefined {
	const part = parts.get(stream);
	if (!isOfThisCode(part)) return undefined;
	const { position, folded } = part as KeptPart;
	return position >= lastPosition ? folded : undefined;
}

const isOfThisCode = (value: unknown): boolean =>
	typeof value === 'object' && value !== null && 'fingerprint' in value && value.fingerprint === fingerprint;
