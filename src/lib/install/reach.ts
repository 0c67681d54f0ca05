/**
 * How reminders can reach a person on this device with the app closed: each channel as it stands, and what it would
 * take where it does not work yet.
 */
export interface Reach {
	/** Runs as an app of its own. */
	installed: boolean;
	/**
	 * - `needsInstall`: only an app on the home screen may show any, as on iPhones
	 * - `noWorker`: the part that would show them is not there, as in a private window
	 */
	notifications: 'granted' | 'denied' | 'notAsked' | 'needsInstall' | 'noWorker' | 'unsupported';
	/**
	 * Whether the worker wakes by itself now and then (Periodic Background Sync).
	 * - `registered`: the browser has taken it on
	 * - `allowed`: it would, once it is asked
	 * - `refused`: it is installed, but the browser does not allow it
	 */
	waking: 'registered' | 'allowed' | 'refused' | 'needsInstall' | 'noWorker' | 'unsupported';
	/** - `notHere`: the browser takes the number, and this system has nowhere to show it */
	badge: 'shown' | 'needsInstall' | 'notHere' | 'unsupported';
}

/** The part of a registration that is looked at; only Chromium has it. */
interface Registered {
	/** Null where it is not ready to work yet. */
	readonly active: unknown;
	periodicSync?: { getTags(): Promise<string[]> };
}

/** What is looked at of a browser. */
export interface Platform {
	/** What the browser says of notifications; undefined where it knows none. */
	notification: { readonly permission: NotificationPermission } | undefined;
	/** The worker that answers for the app; undefined where there is none. */
	registration: Registered | undefined;
	/** Asks for a permission by its name; throws where the name is not known. */
	permission: (name: string) => Promise<PermissionState>;
	installed: boolean;
	/** Takes a number for the app’s icon. */
	hasBadge: boolean;
	/** An iPhone or iPad: there, only an app on the home screen has most of this. */
	isApple: boolean;
	/** A desktop with Linux, where Chromium takes a badge and shows it nowhere. */
	isLinux: boolean;
}

/** How every channel stands. Asks the browser for nothing and the person for nothing. */
export async function lookAtReach(platform?: Platform): Promise<Reach> {
	const here = platform ?? (await platformOfThisBrowser());
	return {
		installed: here.installed,
		notifications: notificationsOf(here),
		waking: await wakingOf(here),
		badge: badgeOf(here)
	};
}

function notificationsOf(platform: Platform): Reach['notifications'] {
	if (!platform.notification) return needsInstall(platform) ? 'needsInstall' : 'unsupported';
	if (!platform.registration?.active) return 'noWorker';
	const { permission } = platform.notification;
	return permission === 'default' ? 'notAsked' : permission;
}

async function wakingOf({ registration, permission, installed }: Platform): Promise<Reach['waking']> {
	if (!registration?.active) return 'noWorker';
	if (!registration.periodicSync) return 'unsupported';
	const tags = await registration.periodicSync.getTags().catch(() => []);
	if (tags.length > 0) return 'registered';
	const answer = await permission('periodic-background-sync').catch(() => 'denied');
	if (answer === 'granted') return 'allowed';
	return installed ? 'refused' : 'needsInstall';
}

function badgeOf(platform: Platform): Reach['badge'] {
	if (!platform.hasBadge) return needsInstall(platform) ? 'needsInstall' : 'unsupported';
	if (platform.isLinux) return 'notHere';
	return platform.installed ? 'shown' : 'needsInstall';
}

const needsInstall = ({ isApple, installed }: Platform): boolean => isApple && !installed;

async function platformOfThisBrowser(): Promise<Platform> {
	const onHomeScreen = 'standalone' in navigator ? navigator.standalone : undefined;
	return {
		notification: 'Notification' in window ? Notification : undefined,
		registration: await navigator.serviceWorker?.getRegistration(),
		permission: async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
		installed: onHomeScreen === true || window.matchMedia('(display-mode: standalone)').matches,
		hasBadge: 'setAppBadge' in navigator,
		isApple: onHomeScreen !== undefined,
		isLinux: /Linux/.test(navigator.userAgent) && !/Android/.test(navigator.userAgent)
	};
}
