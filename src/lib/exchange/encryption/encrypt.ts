import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { ok, refuse, type Result } from '#lib/result.ts';
import { reading, type UnreadableFile } from '../unreadable.ts';
import { chunkParameters, piecesOf } from './chunk.ts';
import { chunkSize, containerLine, type ContainerHeader } from './container.ts';
import { deriveKey, lengthOf, todaysCost } from './key.ts';

/** The shortest passphrase that is taken, in characters. Whoever has the file can try as many as they like. */
export const shortestPassphrase = 12;

export type EncryptRefusal = { kind: 'passphraseTooShort'; least: number; given: number } | UnreadableFile;

/** What is under way, and which part of it is done, from 0 to 1. */
export interface EncryptionProgress {
	step: 'key' | 'file';
	part: number;
}

/**
 * Encrypts a file under a passphrase, by AES-256-GCM and a key that Argon2id derives.
 * @param random gives that many bytes of chance
 * @param progress is told now and then
 */
export async function encrypt(
	file: Blob,
	passphrase: string,
	random: (length: number) => Uint8Array,
	progress: (progress: EncryptionProgress) => void = () => {}
): Promise<Result<Blob, EncryptRefusal>> {
	const given = lengthOf(passphrase);
	if (given < shortestPassphrase)
		return refuse({ kind: 'passphraseTooShort', least: shortestPassphrase, given });
	// A new salt each time, so a new key each time, under which no nonce was ever used.
	const derivation = { ...todaysCost, salt: bytesToHex(random(16)) };
	return encryptAs({ derivation, nonce: bytesToHex(random(7)) }, file, passphrase, progress);
}

/** Encrypts a file as a header says. No two files may have both salt and nonce in common. */
export async function encryptAs(
	header: ContainerHeader,
	file: Blob,
	passphrase: string,
	progress: (progress: EncryptionProgress) => void
): Promise<Result<Blob, UnreadableFile>> {
	const key = await deriveKey(passphrase, header.derivation, (part) => progress({ step: 'key', part }));
	const line = new Uint8Array(utf8ToBytes(containerLine(header)));
	return reading(async () => {
		const parts: BlobPart[] = [line];
		for await (const { number, isLast, bytes, part } of piecesOf(file, chunkSize)) {
			const parameters = chunkParameters(line, header.nonce, number, isLast);
			// A blob each, so that the browser may put what is encrypted out of memory.
			parts.push(new Blob([await crypto.subtle.encrypt(parameters, key, bytes)]));
			progress({ step: 'file', part });
		}
		return ok(new Blob(parts, { type: 'application/octet-stream' }));
	});
}
