import { expect, it, vi } from 'vitest';
import { prepareCalendar } from './temporal.ts';

const polyfillTaken = vi.hoisted(() => vi.fn());
vi.mock('temporal-polyfill/global', () => {
	polyfillTaken();
	return {};
});

it('the polyfill stays away where there is a Temporal, for objects of two do not mix', async () => {
	expect('Temporal' in globalThis).toBe(true);
	await prepareCalendar();
	expect(polyfillTaken).not.toHaveBeenCalled();
});

it('the polyfill is taken where there is none', async () => {
	const descriptor = Object.getOwnPropertyDescriptor(globalThis, 'Temporal')!;
	Reflect.deleteProperty(globalThis, 'Temporal');
	await prepareCalendar();
	Object.defineProperty(globalThis, 'Temporal', descriptor);
	expect(polyfillTaken).toHaveBeenCalledTimes(1);
});
