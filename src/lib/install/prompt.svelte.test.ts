import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Installing } from './prompt.svelte.ts';

/** The little of a window that is listened to. */
class Display extends EventTarget {
	matches = false;
}

describe('installing', () => {
	let page: EventTarget;
	let ownWindow: Display;
	let installing: Installing;
	let stop: () => void;

	beforeEach(() => {
		ownWindow = new Display();
		page = Object.assign(new EventTarget(), { matchMedia: () => ownWindow });
		vi.stubGlobal('window', page);
		installing = new Installing();
		stop = installing.start();
	});
	afterEach(() => vi.unstubAllGlobals());

	const offer = (outcome: string) => {
		const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
			prompt: async () => ({ outcome })
		});
		page.dispatchEvent(event);
		return event;
	};

	it('is not offered before the browser offers it', async () => {
		expect(installing.canInstall).toBe(false);
		expect(await installing.install()).toBe('notOffered');
	});

	it('keeps the browser’s offer for the person, and takes it once', async () => {
		expect(offer('accepted').defaultPrevented).toBe(true);
		expect(installing.canInstall).toBe(true);
		expect(await installing.install()).toBe('accepted');
		expect(installing.canInstall).toBe(false);
		expect(await installing.install()).toBe('notOffered');
	});

	it('is done when the app has a window of its own', () => {
		offer('accepted');
		ownWindow.dispatchEvent(Object.assign(new Event('change'), { matches: true }));
		expect(installing.installed).toBe(true);
		expect(installing.canInstall).toBe(false);
	});

	it('stops listening', () => {
		stop();
		expect(offer('accepted').defaultPrevented).toBe(false);
		expect(installing.canInstall).toBe(false);
	});
});
