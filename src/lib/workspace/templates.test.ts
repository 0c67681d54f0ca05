import { expect, test } from 'vitest';
import type { Device } from '#lib/log/index.ts';
import { ok } from '#lib/result.ts';
import { keepTemplates, readTemplates } from './templates.ts';

/** A device that keeps its values as JSON does. */
function aDevice(): Device {
	const values = new Map<string, string>();
	return {
		get: async (key) => ok(values.has(key) ? JSON.parse(values.get(key)!) : undefined),
		set: async (key, value) => {
			values.set(key, JSON.stringify(value));
			return ok(undefined);
		}
	};
}
const step = { name: 'Draft', weeks: 12, responsible: '' };

test('templates are read as they were kept', async () => {
	const device = aDevice();
	expect(await readTemplates(device)).toEqual({ ok: true, value: null });
	await keepTemplates(device, { report: [step], reply: [step, step] });
	expect(await readTemplates(device)).toEqual({ ok: true, value: { report: [step], reply: [step, step] } });
});

test('what stands there and cannot be understood is passed over', async () => {
	const device = aDevice();
	await device.set('preparationTemplates', { report: [] });
	expect(await readTemplates(device)).toEqual({ ok: true, value: null });
});
