import { isIsoDate, type IsoDate } from '#lib/calendar/date.ts';

/** What the system shows, in the words of the reader's language. */
export interface NotificationWords {
	title: string;
	body: string;
	/** On the buttons, where the browser has them. */
	open: string;
	snooze: string;
	language: string;
	direction: 'ltr' | 'rtl';
}

/** What can be put off from a notification. */
export interface Snoozable {
	obligation: string;
	due: IsoDate;
}

/** What a notification carries: a click must find all it needs in it, since there may be no page any more. */
export interface Carried {
	/** Where a click leads, from the scope of the app on: `cycles/CMW/AZE/3`. */
	path: string;
	snoozes: readonly Snoozable[];
}

/** As much of a registration as showing needs. */
export type Showing = Pick<ServiceWorkerRegistration, 'showNotification' | 'getNotifications'>;

/**
 * Has the system show a notification; gives whether it did. One that hangs there already, by the same tag, is
 * left alone: it was shown.
 * @param tag the key of what is said
 */
export async function notify(
	registration: Showing,
	tag: string,
	{ title, body, open, snooze, language, direction }: NotificationWords,
	carried: Carried
): Promise<boolean> {
	try {
		if ((await registration.getNotifications({ tag })).length > 0) return true;
		// Browsers without buttons leave them out; a click says all the same where to go.
		const actions = [
			{ action: 'open', title: open },
			...(carried.snoozes.length > 0 ? [{ action: 'snooze', title: snooze }] : [])
		];
		await registration.showNotification(title, {
			body,
			tag,
			lang: language,
			dir: direction,
			data: carried,
			...({ actions } as object)
		});
		return true;
	} catch {
		// No permission any more, or the system takes none: it stays unsaid, and the next look tries again.
		return false;
	}
}

/** What a notification carries; undefined where it is of another making. */
export function carriedBy(data: unknown): Carried | undefined {
	if (typeof data !== 'object' || data === null || !('path' in data) || !('snoozes' in data))
		return undefined;
	const { path, snoozes } = data;
	return typeof path === 'string' && Array.isArray(snoozes) && snoozes.every(isSnoozable)
		? { path, snoozes }
		: undefined;
}

function isSnoozable(value: unknown): value is Snoozable {
	if (typeof value !== 'object' || value === null || !('obligation' in value) || !('due' in value))
		return false;
	return typeof value.obligation === 'string' && typeof value.due === 'string' && isIsoDate(value.due);
}
