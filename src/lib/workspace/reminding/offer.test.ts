import { expect, test } from 'vitest';
import { ok, refuse } from '#lib/result.ts';
import { isOfferPutOff, putOffOffer } from './offer.ts';

function deviceHolding(value: unknown) {
	const kept = new Map([['reminderOffer', value]]);
	return {
		get: async (key: string) => ok(kept.get(key)),
		set: async (key: string, set: unknown) => ok(void kept.set(key, set))
	};
}

test('once put off, it is offered again a quarter of a year later', async () => {
	const device = deviceHolding(undefined);
	expect(await isOfferPutOff(device, '2026-11-23')).toBe(false);
	await putOffOffer(device, '2026-11-23');
	expect(await isOfferPutOff(device, '2026-11-23')).toBe(true);
	expect(await isOfferPutOff(device, '2027-02-22')).toBe(true);
	expect(await isOfferPutOff(device, '2027-02-23')).toBe(false);
});

test.each([7, null, {}])('something else that stands there (%s) puts nothing off', async (value) => {
	expect(await isOfferPutOff(deviceHolding(value), '2026-11-23')).toBe(false);
});

test('where the device cannot be read, it is offered', async () => {
	const device = { get: async () => refuse({ kind: 'notReadable', detail: '' } as never) };
	expect(await isOfferPutOff(device, '2026-11-23')).toBe(false);
});
