import { ok, refuse, type Result } from '#lib/result.ts';
import type { BackupFile } from '#lib/workspace/backupMemory.ts';
import type { FileFailure } from '#lib/workspace/writeWhole.ts';

/** The browser's own dialogue to choose where to save. It has no type in TypeScript's own libraries. */
type Picker = (options: {
	suggestedName: string;
	types: { description: string; accept: Record<string, string[]> }[];
}) => Promise<BackupFile>;

const picker = (): Picker | undefined => (window as { showSaveFilePicker?: Picker }).showSaveFilePicker;

/** Whether this browser lets a page write to a file that was chosen, again and again. */
export const canKeepAFile = (): boolean => picker() !== undefined;

/** Lets a person choose a file; undefined where they chose none. @param description the kind of file, in words */
export async function chooseBackupFile(
	description: string
): Promise<Result<BackupFile | undefined, FileFailure>> {
	const name = 'servanda-backup.jsonl';
	try {
		const types = [{ description, accept: { 'application/jsonl': ['.jsonl'] } }];
		return ok(await picker()?.call(window, { suggestedName: name, types }));
	} catch (thrown) {
		// Closed without choosing.
		if (thrown instanceof DOMException && thrown.name === 'AbortError') return ok(undefined);
		return refuse({ kind: 'fileNotWritten', name, reason: String(thrown) });
	}
}
