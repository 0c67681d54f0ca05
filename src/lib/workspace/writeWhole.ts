import { ok, refuse, type Result } from '#lib/result.ts';
import type { BackupFile } from './backupMemory.ts';

/** Why a file that was chosen was not written. What it held before, it holds still. */
export type FileFailure =
	/** The browser wants to be asked again. */
	| { kind: 'fileNotAllowed' }
	/** It, or its folder, was moved or deleted. */
	| { kind: 'fileGone'; name: string }
	| { kind: 'fileNoRoom'; name: string }
	| { kind: 'fileNotWritten'; name: string; reason: string };

/** Puts something into a file in place of all that it held: all of it or nothing. */
export async function writeWhole(file: BackupFile, content: Blob): Promise<Result<void, FileFailure>> {
	let writable: Awaited<ReturnType<BackupFile['createWritable']>> | undefined;
	try {
		writable = await file.createWritable();
		await writable.write(content);
		await writable.close();
		return ok(undefined);
	} catch (thrown) {
		// It is let go of; that it cannot even be, changes nothing.
		await writable?.abort().catch(() => {});
		return refuse(failureOf(thrown, file.name));
	}
}

function failureOf(thrown: unknown, name: string): FileFailure {
	switch (thrown instanceof Error ? thrown.name : '') {
		case 'NotAllowedError':
		case 'SecurityError':
			return { kind: 'fileNotAllowed' };
		case 'NotFoundError':
			return { kind: 'fileGone', name };
		case 'QuotaExceededError':
			return { kind: 'fileNoRoom', name };
		default:
			return { kind: 'fileNotWritten', name, reason: String(thrown) };
	}
}
