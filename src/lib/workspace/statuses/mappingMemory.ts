import type { DateOrder } from '#lib/exchange/statuses/dates.ts';
import { fields, type Mapping } from '#lib/exchange/statuses/fields.ts';
import type { Log } from '#lib/log/index.ts';
import { ok } from '#lib/result.ts';

/** What the columns of a kind of table say, as a person chose. */
export interface Chosen {
	mapping: Mapping;
	orders: readonly (DateOrder | null)[];
}

type Device = Log['device'];

const key = 'statusTables';
/** So many kinds of tables are remembered. */
const most = 20;

/** Tables with the same heads in the same order are of one kind. */
const signatureOf = (names: readonly string[]): string => JSON.stringify(names);

async function all(device: Device): Promise<[string, Chosen][]> {
	const kept = await device.get(key);
	return kept.ok && Array.isArray(kept.value) ? (kept.value as [string, Chosen][]) : [];
}

/**
 * What was chosen for a table with such heads the last time on this device; null where there was none. Refused lines
 * come back with columns more than the table they are of, behind its own: of those nothing was chosen.
 */
export async function recall(device: Device, names: readonly string[]): Promise<Chosen | null> {
	const kept = new Map(await all(device));
	for (let width = names.length; width > 0; width -= 1) {
		const found = kept.get(signatureOf(names.slice(0, width)));
		if (
			found?.mapping.length === width &&
			found.mapping.every((field) => field === null || fields.includes(field))
		) {
			const rest = Array<null>(names.length - width).fill(null);
			return { mapping: [...found.mapping, ...rest], orders: [...found.orders, ...rest] };
		}
	}
	return null;
}

/** Remembers what was chosen. Where that cannot be kept it is asked for again the next time. */
export async function remember(device: Device, names: readonly string[], chosen: Chosen) {
	const signature = signatureOf(names);
	const others = (await all(device)).filter(([one]) => one !== signature);
	const kept = await device.set(key, [[signature, chosen], ...others].slice(0, most));
	return kept.ok ? ok(undefined) : kept;
}
