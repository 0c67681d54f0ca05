import { ok, refuse, type Result } from '#lib/result.ts';
import { largestFile } from '../bundle/bundle.ts';
import { reading, type UnreadableFile } from '../unreadable.ts';
import { chunkParameters, piecesOf } from './chunk.ts';
import { chunkSize, readContainer, tagSize, type ContainerRefusal } from './container.ts';
import type { EncryptionProgress } from './encrypt.ts';
import { deriveKey } from './key.ts';

export type DecryptRefusal =
	| ContainerRefusal
	| { kind: 'tooLarge'; limit: number }
	| UnreadableFile
	/** Its beginning does not open. Nobody can tell whether the passphrase is wrong or the file damaged. */
	| { kind: 'wrongPassphraseOrDamaged' }
	/** The passphrase is right, for the beginning opened; what follows is damaged, or the end is cut off. */
	| { kind: 'encryptedPartDamaged' };

/**
 * Opens a file that `encrypt` wrote; all of it or nothing.
 * @param progress is told now and then
 */
export async function decrypt(
	file: Blob,
	passphrase: string,
	progress: (progress: EncryptionProgress) => void = () => {}
): Promise<Result<Blob, DecryptRefusal>> {
	if (file.size > largestFile) return refuse({ kind: 'tooLarge', limit: largestFile });
	return reading(async () => {
		const container = await readContainer(file);
		if (!container.ok) return container;
		const { header, bytes } = container.value;
		const key = await deriveKey(passphrase, header.derivation, (part) => progress({ step: 'key', part }));
		return open(file.slice(bytes.length), key, { bytes, nonce: header.nonce }, progress);
	});
}

async function open(
	body: Blob,
	key: CryptoKey,
	header: { bytes: Uint8Array<ArrayBuffer>; nonce: string },
	progress: (progress: EncryptionProgress) => void
): Promise<Result<Blob, DecryptRefusal>> {
	const parts: Blob[] = [];
	for await (const { number, isLast, bytes, part } of piecesOf(body, chunkSize + tagSize)) {
		const parameters = chunkParameters(header.bytes, header.nonce, number, isLast);
		const opened = await crypto.subtle.decrypt(parameters, key, bytes).catch(nothingOpened);
		if (!opened) return refuse({ kind: number === 0 ? 'wrongPassphraseOrDamaged' : 'encryptedPartDamaged' });
		parts.push(new Blob([opened]));
		progress({ step: 'file', part });
	}
	return ok(new Blob(parts));
}

/** What does not open is an `OperationError`, and nothing else is. */
function nothingOpened(thrown: unknown): undefined {
	if (thrown instanceof DOMException && thrown.name === 'OperationError') return undefined;
	throw thrown;
}
