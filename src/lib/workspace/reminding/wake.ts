/** The worker is woken by this name; by the same it is asked for. */
export const wakeTag = 'servanda-reminders';

/** Not more often than this, in milliseconds. The browser wakes it as seldom as it thinks fit. */
const minInterval = 12 * 60 * 60 * 1000;

/** Periodic Background Sync, of which the standard types know nothing yet. */
interface PeriodicSync {
	register(tag: string, options: { minInterval: number }): Promise<void>;
}

/**
 * Asks the browser to wake the worker now and then. Only an installed app is let; asked in vain, nothing happens.
 * @returns whether the browser will
 */
export async function wakeNowAndThen(registration: ServiceWorkerRegistration): Promise<boolean> {
	const { periodicSync } = registration as { periodicSync?: PeriodicSync };
	if (!periodicSync) return false;
	try {
		await periodicSync.register(wakeTag, { minInterval });
		return true;
	} catch {
		return false;
	}
}
