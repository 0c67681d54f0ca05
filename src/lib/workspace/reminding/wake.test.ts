import { expect, test, vi } from 'vitest';
import { wakeNowAndThen, wakeTag } from './wake.ts';

const registrationWith = (periodicSync?: unknown) =>
	({ periodicSync }) as unknown as ServiceWorkerRegistration;

test('the browser is asked to wake the worker by the name it listens to, twice a day at most', async () => {
	const register = vi.fn(async () => {});
	expect(await wakeNowAndThen(registrationWith({ register }))).toBe(true);
	expect(register.mock.calls).toEqual([[wakeTag, { minInterval: 43_200_000 }]]);
});

test('a browser that wakes nothing, or not this, is left alone', async () => {
	expect(await wakeNowAndThen(registrationWith())).toBe(false);
	const register = () => Promise.reject(new DOMException('not installed', 'NotAllowedError'));
	expect(await wakeNowAndThen(registrationWith({ register }))).toBe(false);
});
