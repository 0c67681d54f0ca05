import type { IsoDate } from '#lib/calendar/date.ts';
import { daysBetween } from '#lib/calendar/distance.ts';
import { genevaToday } from '#lib/calendar/today.ts';
import type { Device } from '#lib/log/index.ts';

/** A file that the browser lets a page write to again and again: a `FileSystemFileHandle`, as far as it is used. */
export interface BackupFile {
	readonly name: string;
	/** What is written takes the place of the file as a whole, and only when it is closed. */
	createWritable(): Promise<{
		write(data: Blob): Promise<void>;
		close(): Promise<void>;
		abort(): Promise<void>;
	}>;
	/** Whether it may be written to; some browsers ask the person once more after a while. */
	queryPermission?(wanted: { mode: 'readwrite' }): Promise<PermissionState>;
	requestPermission?(wanted: { mode: 'readwrite' }): Promise<PermissionState>;
}

/** The backup that was written last. */
export interface LastBackup {
	name: string;
	at: string;
	/** How many events it holds. */
	events: number;
	/** How many events this installation had recorded itself by then. */
	recorded: number;
}

/** What the device remembers of its backups. */
export interface BackupMemory {
	/** The file that is kept up to date; null where backups are handed to the browser to save. */
	file: BackupFile | null;
	last: LastBackup | null;
	/** Until this day nobody wants to be reminded. */
	putOffUntil: IsoDate | null;
}

export const noBackup: BackupMemory = { file: null, last: null, putOffUntil: null };

const key = 'backup';

/** What this device remembers; as of a new one where that cannot be read. */
export async function recallBackup(device: Pick<Device, 'get'>): Promise<BackupMemory> {
	const read = await device.get(key);
	if (!read.ok || typeof read.value !== 'object' || read.value === null) return noBackup;
	return { ...noBackup, ...(read.value as Partial<BackupMemory>) };
}

/** Remembers it. */
export const keepBackup = (device: Pick<Device, 'set'>, memory: BackupMemory) => device.set(key, memory);

/** A backup is old after so many days, */
const old = 30;
/** and worth a reminder once so many events were recorded that it does not hold. */
const worth = 5;

/**
 * Whether a person should be reminded to save a backup, where none is kept up to date by itself.
 * @param recorded how many events this installation has recorded itself: what came by a file is in that file
 */
export function isReminderDue(
	{ file, last, putOffUntil }: BackupMemory,
	recorded: number,
	today: IsoDate
): boolean {
	if (file || (putOffUntil && today < putOffUntil)) return false;
	if (recorded - (last?.recorded ?? 0) < worth) return false;
	return !last || daysBetween(genevaToday(last.at), today) > old;
}
