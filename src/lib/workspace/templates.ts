import { checkTemplates } from '#lib/cycle/preparation/checkTemplates.ts';
import type { Templates } from '#lib/cycle/preparation/template.ts';
import type { Device, ReadFailure, WriteFailure } from '#lib/log/index.ts';
import { ok, type Result } from '#lib/result.ts';

const name = 'preparationTemplates';

/** The steps that somebody set here for plans to begin with; null where nobody did, or where it cannot be understood. */
export async function readTemplates(device: Device): Promise<Result<Templates | null, ReadFailure>> {
	const read = await device.get(name);
	if (!read.ok) return read;
	const checked = checkTemplates(read.value);
	return ok(checked.ok ? checked.value : null);
}

/** Keeps them on this device. */
export const keepTemplates = (device: Device, templates: Templates): Promise<Result<void, WriteFailure>> =>
	device.set(name, templates);
