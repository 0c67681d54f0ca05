import { describe, expect, test } from 'vitest';
import { channelsOf, reachesWhileClosed, type ReachSeen } from './channels.ts';

const everything: ReachSeen = {
	installed: true,
	notifications: 'granted',
	waking: 'registered',
	badge: 'shown'
};
const never = { page: null, worker: null };
const states = (reach: Partial<ReachSeen>, canInstall = false) =>
	Object.fromEntries(
		channelsOf({ ...everything, ...reach }, never, canInstall).map(({ id, state, action }) => [
			id,
			action ? `${state}: ${action}` : state
		])
	);

describe('channels', () => {
	test('that work need no button', () => {
		expect(states({})).toEqual({
			app: 'works: look',
			notifications: 'works',
			waking: 'works',
			badge: 'works',
			calendar: 'works'
		});
	});

	test('that wait for an installation offer it only where the browser does', () => {
		const reach = { notifications: 'notAsked', waking: 'needsInstall', badge: 'needsInstall' } as const;
		expect(states(reach, true)).toMatchObject({
			notifications: 'could: allow',
			waking: 'could: install',
			badge: 'could: install'
		});
		expect(states(reach)).toMatchObject({ waking: 'could', badge: 'could' });
	});

	test('that this platform does not have are said to be none', () => {
		expect(states({ notifications: 'unsupported', waking: 'unsupported', badge: 'notHere' })).toMatchObject({
			notifications: 'cannot',
			waking: 'cannot',
			badge: 'cannot'
		});
	});

	test('tell when the worker woke, and before when it will not', () => {
		const worker = { at: '2026-11-22T06:00:00.000Z', said: 1 };
		const waking = channelsOf(everything, { page: null, worker }, false).find(({ id }) => id === 'waking');
		expect(waking?.more).toMatch(/22 Nov 2026.*1 reminder.*not before 22 Nov 2026/i);
	});
});

test('only a worker that wakes and may show something reaches anybody while the app is closed', () => {
	expect(reachesWhileClosed(everything)).toBe(true);
	expect(reachesWhileClosed({ ...everything, notifications: 'denied' })).toBe(false);
	expect(reachesWhileClosed({ ...everything, waking: 'allowed' })).toBe(false);
});
