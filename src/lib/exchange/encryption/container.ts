import * as v from 'valibot';
import { ok, refuse, type Result } from '#lib/result.ts';
import { parse } from '../json.ts';

/** Every encrypted file begins with this. */
export const encryptedOpening = '{"format":"servanda-log-encrypted",';
/** How much is encrypted at a time, in bytes, before its tag. */
export const chunkSize = 1024 * 1024;
/** What AES-GCM adds to each chunk, in bytes. */
export const tagSize = 16;
/** The largest header there can be, its end of line included; a hostile file's is not read further. */
const largestHeader = 1024;

/** How the key comes from the passphrase, by Argon2id. */
export interface Derivation {
	/** In KiB. */
	memory: number;
	/** How often that memory is gone through. */
	passes: number;
	lanes: number;
	/** 16 bytes, in hexadecimal. */
	salt: string;
}

/** What an encrypted file says of itself in clear. Nothing of it is secret; all of it is authenticated. */
export interface ContainerHeader {
	derivation: Derivation;
	/** What all nonces of the file begin with: 7 bytes, in hexadecimal. */
	nonce: string;
}

/** Why something is not read as an encrypted file. */
export type ContainerRefusal =
	| { kind: 'unknownFormat' }
	| { kind: 'unknownVersion'; version: number }
	/** It ends in its header. */
	| { kind: 'cut'; line: 1 }
	/** It asks for more memory or time than any file of ours does: it is damaged, or made to do harm. */
	| { kind: 'unreasonableDerivation' };

/** Far above what is written today, and still within what a telephone can do. */
const most = { memory: 256 * 1024, passes: 16, lanes: 4, work: 1024 * 1024 };
const natural = v.pipe(v.number(), v.integer(), v.minValue(1));
const version1 = v.strictObject({
	format: v.literal('servanda-log-encrypted'),
	version: v.literal(1),
	derivation: v.strictObject({
		name: v.literal('argon2id'),
		memory: natural,
		passes: natural,
		lanes: natural,
		salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))
	}),
	cipher: v.strictObject({
		name: v.literal('AES-256-GCM'),
		chunk: v.literal(chunkSize),
		nonce: v.pipe(v.string(), v.regex(/^[0-9a-f]{14}$/))
	})
});

/** The header as it stands in the file, its end of line included. */
export function containerLine({ derivation, nonce }: ContainerHeader): string {
	const { memory, passes, lanes, salt } = derivation;
	const rest = {
		version: 1,
		derivation: { name: 'argon2id', memory, passes, lanes, salt },
		cipher: { name: 'AES-256-GCM', chunk: chunkSize, nonce }
	};
	return `${encryptedOpening}${JSON.stringify(rest).slice(1)}\n`;
}

/** Reads the header of an encrypted file; `bytes` is the header as it stands there, its end of line included. */
export async function readContainer(
	file: Blob
): Promise<Result<{ header: ContainerHeader; bytes: Uint8Array<ArrayBuffer> }, ContainerRefusal>> {
	const beginning = new Uint8Array(await file.slice(0, largestHeader).arrayBuffer());
	const bytes = beginning.slice(0, beginning.indexOf(10) + 1);
	const text = new TextDecoder().decode(beginning);
	if (!encryptedOpening.startsWith(text.slice(0, encryptedOpening.length)))
		return refuse({ kind: 'unknownFormat' });
	if (bytes.length === 0) return refuse({ kind: 'cut', line: 1 });
	const stated = parse(new TextDecoder().decode(bytes));
	const known = v.safeParse(v.object({ version: natural }), stated);
	if (known.success && known.output.version !== 1)
		return refuse({ kind: 'unknownVersion', version: known.output.version });
	const read = v.safeParse(version1, stated);
	if (!read.success) return refuse({ kind: 'unknownFormat' });
	const { derivation, cipher } = read.output;
	if (!isReasonable(derivation)) return refuse({ kind: 'unreasonableDerivation' });
	return ok({ header: { derivation, nonce: cipher.nonce }, bytes });
}

/** Asked before anything is derived: a key costs what its file says. */
const isReasonable = ({ memory, passes, lanes }: Derivation): boolean =>
	memory <= most.memory &&
	// Argon2 wants eight blocks a lane.
	memory >= 8 * lanes &&
	passes <= most.passes &&
	lanes <= most.lanes &&
	memory * passes <= most.work;
