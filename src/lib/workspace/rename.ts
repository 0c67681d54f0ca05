import type { Device } from '#lib/log/index.ts';

/** The name that `identify` reads when the workspace opens. */
const key = 'by';

/** Who records on this device, as they call themselves; empty where nobody has said, or it cannot be read. */
export async function readName(device: Device): Promise<string> {
	const read = await device.get(key);
	return read.ok && typeof read.value === 'string' ? read.value : '';
}

/** Keeps who records on this device. The workspace takes it when it opens. */
export const keepName = (device: Device, name: string) => device.set(key, name.trim());
