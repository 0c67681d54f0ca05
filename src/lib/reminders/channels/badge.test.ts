import { expect, test, vi } from 'vitest';
import { setBadge } from './badge.ts';

const badging = () => ({ setAppBadge: vi.fn(async () => {}), clearAppBadge: vi.fn(async () => {}) });

test('a number is shown, and none is for nothing', async () => {
	const device = badging();
	expect(await setBadge(device, 3)).toBe(true);
	expect(device.setAppBadge.mock.calls).toEqual([[3]]);
	expect(await setBadge(device, 0)).toBe(true);
	expect(device.setAppBadge).toHaveBeenCalledTimes(1);
	expect(device.clearAppBadge).toHaveBeenCalledTimes(1);
});

test('a browser without badges, or one that shows none here, is left alone', async () => {
	expect(await setBadge({}, 3)).toBe(false);
	const refusing = { ...badging(), setAppBadge: () => Promise.reject(new Error('NotAllowedError')) };
	expect(await setBadge(refusing, 3)).toBe(false);
});
