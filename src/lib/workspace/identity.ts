import type { Device, ReadFailure, WriteFailure } from '#lib/log/index.ts';
import { ok, type Result } from '#lib/result.ts';

/** Who records on this device, and which installation it is. */
export interface Identity {
	by: string;
	replica: string;
}

/** Reads who this device is; an installation gives itself its id the first time. */
export async function identify(
	device: Device,
	newId: () => string
): Promise<Result<Identity, ReadFailure | WriteFailure>> {
	const replica = await device.get('replica');
	if (!replica.ok) return replica;
	const by = await device.get('by');
	if (!by.ok) return by;
	if (typeof replica.value === 'string')
		return ok({ replica: replica.value, by: typeof by.value === 'string' ? by.value : '' });
	const id = newId();
	const kept = await device.set('replica', id);
	return kept.ok ? ok({ replica: id, by: '' }) : kept;
}

/** Keeps who records on this device. */
export const keepName = (device: Device, by: string): Promise<Result<void, WriteFailure>> =>
	device.set('by', by);
