import { afterEach, describe, expect, it, vi } from 'vitest';
import { lookAtReach, type Platform } from './reach.ts';

const periodicSync = (...tags: string[]) => ({ getTags: async () => tags });
const chromium: Platform = {
	notification: { permission: 'default' },
	registration: { active: {}, periodicSync: periodicSync() },
	permission: async () => 'denied',
	installed: false,
	hasBadge: true,
	isApple: false,
	isLinux: false
};
const installed: Platform = { ...chromium, installed: true, permission: async () => 'granted' };
const firefox: Platform = {
	...chromium,
	registration: { active: {} },
	permission: () => Promise.reject(new TypeError('unknown name')),
	hasBadge: false
};
const iPhone: Platform = { ...firefox, notification: undefined, isApple: true };

describe('how reminders reach a person', () => {
	it.each<[string, Platform, object]>([
		[
			'in a tab of Chromium',
			chromium,
			{ installed: false, notifications: 'notAsked', waking: 'needsInstall', badge: 'needsInstall' }
		],
		[
			'in Chromium, installed, before anything was asked for',
			installed,
			{ installed: true, notifications: 'notAsked', waking: 'allowed', badge: 'shown' }
		],
		[
			'in Chromium, installed, with everything granted',
			{
				...installed,
				notification: { permission: 'granted' },
				registration: { active: {}, periodicSync: periodicSync('reminders') }
			},
			{ notifications: 'granted', waking: 'registered', badge: 'shown' }
		],
		[
			'in Chromium, installed, where the browser does not allow it to wake',
			{ ...installed, permission: async () => 'denied', notification: { permission: 'denied' } },
			{ notifications: 'denied', waking: 'refused' }
		],
		['in Chromium on Linux, installed', { ...installed, isLinux: true }, { badge: 'notHere' }],
		['in Firefox', firefox, { notifications: 'notAsked', waking: 'unsupported', badge: 'unsupported' }],
		[
			'in a private window of Firefox, without a worker',
			{ ...firefox, registration: undefined },
			{ notifications: 'noWorker', waking: 'noWorker' }
		],
		[
			'in Chromium at the first visit, before the worker is ready',
			{ ...chromium, registration: { active: null, periodicSync: periodicSync() } },
			{ notifications: 'noWorker', waking: 'noWorker' }
		],
		[
			'in a tab of Safari on a Mac',
			{ ...firefox, notification: { permission: 'granted' } },
			{ notifications: 'granted', waking: 'unsupported', badge: 'unsupported' }
		],
		[
			'in a tab on an iPhone',
			iPhone,
			{ notifications: 'needsInstall', waking: 'unsupported', badge: 'needsInstall' }
		],
		[
			'on the home screen of an iPhone',
			{ ...iPhone, notification: { permission: 'default' }, installed: true, hasBadge: true },
			{ installed: true, notifications: 'notAsked', waking: 'unsupported', badge: 'shown' }
		]
	])('%s', async (_, platform, reach) => {
		expect(await lookAtReach(platform)).toMatchObject(reach);
	});

	it('is not lost where the browser fails to answer', async () => {
		const getTags = () => Promise.reject(new Error('not now'));
		const failing = { ...installed, registration: { active: {}, periodicSync: { getTags } } };
		expect((await lookAtReach(failing)).waking).toBe('allowed');
	});
});

describe('this browser', () => {
	afterEach(() => vi.unstubAllGlobals());

	it('is looked at by what it has', async () => {
		vi.stubGlobal('window', { matchMedia: () => ({ matches: true }), Notification: {} });
		vi.stubGlobal('Notification', { permission: 'granted' });
		vi.stubGlobal('navigator', {
			userAgent: 'Mozilla/5.0 (X11; Linux x86_64)',
			setAppBadge: async () => {},
			permissions: { query: async () => ({ state: 'granted' }) },
			serviceWorker: {
				getRegistration: async () => ({ active: {}, periodicSync: periodicSync('reminders') })
			}
		});
		expect(await lookAtReach()).toEqual({
			installed: true,
			notifications: 'granted',
			waking: 'registered',
			badge: 'notHere'
		});
	});

	it('may have next to nothing', async () => {
		vi.stubGlobal('window', { matchMedia: () => ({ matches: false }) });
		vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (Windows NT 10.0)' });
		expect(await lookAtReach()).toEqual({
			installed: false,
			notifications: 'unsupported',
			waking: 'noWorker',
			badge: 'unsupported'
		});
	});
});
