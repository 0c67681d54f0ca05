import type { IsoDate } from '#lib/calendar/date.ts';
import type { Device } from '#lib/log/index.ts';

const key = 'lastVisit';

/** The last look: its day in Geneva, and where the log stood then. */
export interface LastVisit {
	on: IsoDate;
	position: number;
}

/** When this device last looked at what changed; null on the first visit, or when that cannot be read. */
export async function readLastVisit(device: Device): Promise<LastVisit | null> {
	const read = await device.get(key);
	if (!read.ok || typeof read.value !== 'object' || read.value === null) return null;
	return 'on' in read.value && 'position' in read.value ? (read.value as LastVisit) : null;
}

/** Remembers that somebody looked. */
export const keepLastVisit = (device: Device, visit: LastVisit) => device.set(key, visit);
