import { m } from '#lib/words/catalogue/messages.js';
import { count, instant } from '#lib/words/dates.ts';
import { hoursAfter } from './time.ts';

/** How every channel stands on this device. */
export interface ReachSeen {
	installed: boolean;
	notifications: 'granted' | 'denied' | 'notAsked' | 'needsInstall' | 'noWorker' | 'unsupported';
	waking: 'registered' | 'allowed' | 'refused' | 'needsInstall' | 'noWorker' | 'unsupported';
	badge: 'shown' | 'needsInstall' | 'notHere' | 'unsupported';
}

/** When somebody looked what is to be said, and how much was said. */
export interface Run {
	at: string;
	said: number;
}

/** A channel as it stands: whether it works, and what it would take. */
export interface ChannelSeen {
	id: 'app' | 'notifications' | 'waking' | 'badge' | 'calendar';
	name: string;
	/** `works`, `could` with something done about it, or `cannot` on this device. */
	state: 'works' | 'could' | 'cannot';
	/** How it stands. */
	told: string;
	/** What is missing and how to get it, or what to know about it; may be empty. */
	more: string;
	/** What a button can do about it. */
	action: 'install' | 'allow' | 'look' | null;
}

/** A browser lets a worker wake twice a day at most. */
const hoursBetweenWakings = 12;

/** Every channel as it stands on this device, the surest first. */
export function channelsOf(
	reach: ReachSeen,
	runs: { page: Run | null; worker: Run | null },
	canInstall: boolean
): ChannelSeen[] {
	const install = canInstall ? ('install' as const) : null;
	const byMenu = canInstall ? m.reminders_reach_install() : m.reminders_reach_install_menu();
	return [
		{
			id: 'app',
			name: m.reminders_reach_app(),
			state: 'works',
			told: m.reminders_reach_app_told(),
			more: runs.page ? looked(m.reminders_reach_looked, runs.page) : '',
			action: 'look'
		},
		{
			id: 'notifications',
			name: m.reminders_reach_notifications(),
			...notifications(reach, install, byMenu)
		},
		{ id: 'waking', name: m.reminders_reach_waking(), ...waking(reach, runs.worker, install, byMenu) },
		{ id: 'badge', name: m.reminders_reach_badge(), ...badge(reach, install, byMenu) },
		{
			id: 'calendar',
			name: m.reminders_reach_calendar(),
			state: 'works',
			told: m.reminders_reach_calendar_told(),
			more: '',
			action: null
		}
	];
}

/** Whether anything can be said here while the app is closed, but for the calendar. */
export const reachesWhileClosed = ({ notifications, waking }: ReachSeen): boolean =>
	notifications === 'granted' && waking === 'registered';

type Stands = Omit<ChannelSeen, 'id' | 'name'>;

function notifications(reach: ReachSeen, install: 'install' | null, byMenu: string): Stands {
	switch (reach.notifications) {
		case 'granted':
			return works(m.reminders_reach_notifications_granted(), m.reminders_reach_notifications_how());
		case 'notAsked':
			return could(
				m.reminders_reach_notifications_not_asked(),
				m.reminders_reach_notifications_ask(),
				'allow'
			);
		case 'denied':
			return could(m.reminders_reach_notifications_denied(), m.reminders_reach_notifications_again(), null);
		case 'needsInstall':
			return could(m.reminders_reach_notifications_needs_install(), byMenu, install);
		case 'noWorker':
			return cannot(m.reminders_reach_no_worker());
		case 'unsupported':
			return cannot(m.reminders_reach_notifications_unsupported());
	}
}

function waking(reach: ReachSeen, run: Run | null, install: 'install' | null, byMenu: string): Stands {
	switch (reach.waking) {
		case 'registered':
			return works(
				m.reminders_reach_waking_registered(),
				run
					? `${looked(m.reminders_reach_woke, run)} ${m.reminders_reach_not_before({ at: instant(hoursAfter(run.at, hoursBetweenWakings)) })}`
					: m.reminders_reach_never_woke()
			);
		case 'allowed':
			return could(m.reminders_reach_waking_allowed(), m.reminders_reach_waking_ask(), 'look');
		case 'refused':
			return could(m.reminders_reach_waking_refused(), m.reminders_reach_waking_use(), null);
		case 'needsInstall':
			return could(m.reminders_reach_waking_needs_install(), byMenu, install);
		case 'noWorker':
			return cannot(m.reminders_reach_no_worker());
		case 'unsupported':
			return cannot(m.reminders_reach_waking_unsupported());
	}
}

function badge(reach: ReachSeen, install: 'install' | null, byMenu: string): Stands {
	switch (reach.badge) {
		case 'shown':
			return works(m.reminders_reach_badge_shown(), '');
		case 'needsInstall':
			return could(m.reminders_reach_badge_needs_install(), byMenu, install);
		case 'notHere':
			return cannot(m.reminders_reach_badge_not_here());
		case 'unsupported':
			return cannot(m.reminders_reach_badge_unsupported());
	}
}

const looked = (
	say: (inputs: { at: string; days: number; number: string }) => string,
	{ at, said }: Run
): string => say({ at: instant(at), days: said, number: count(said) });

const works = (told: string, more: string): Stands => ({ state: 'works', told, more, action: null });
const could = (told: string, more: string, action: Stands['action']): Stands => ({
	state: 'could',
	told,
	more,
	action
});
const cannot = (told: string): Stands => ({ state: 'cannot', told, more: '', action: null });
