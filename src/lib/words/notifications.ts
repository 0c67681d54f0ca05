import type { IsoDate } from '#lib/calendar/date.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';
import type { NotificationWords } from '#lib/reminders/channels/notification.ts';
import type { Entry } from '#lib/reminders/entry.ts';
import { m } from './catalogue/messages.js';
import { formatLocale } from './dates.ts';
import {
	digestBody,
	digestTitle,
	reminderBody,
	reminderTitle,
	transitionBody,
	transitionTitle
} from './reminders.ts';

/**
 * What entries say as one notification.
 * @param owedBy what is owed, by its id; undefined where it is no longer
 * @param today in Geneva: how far off something is, is counted from it
 */
export function notificationWords(
	entries: readonly Entry[],
	owedBy: (obligation: string) => Owed | undefined,
	today: IsoDate
): NotificationWords {
	const titles = entries.map(({ told }) =>
		told.kind === 'reminder' ? reminderTitle(told, owedBy(told.obligation), today) : transitionTitle(told)
	);
	const [first] = entries;
	if (entries.length !== 1 || !first) return inFrame(digestTitle(entries.length), digestBody(titles));
	const { told } = first;
	const body =
		told.kind === 'reminder' ? reminderBody(told, owedBy(told.obligation), today) : transitionBody(told);
	return inFrame(titles[0]!, body);
}

/** The notification that somebody sends to see whether it comes. */
export const testNotificationWords = (): NotificationWords =>
	inFrame(m.notifications_test_title(), m.notifications_test_body());

function inFrame(title: string, body: string): NotificationWords {
	const language = formatLocale();
	return {
		title,
		body,
		open: m.notifications_open(),
		snooze: m.notifications_snooze(),
		language,
		direction: new Intl.Locale(language).language === 'ar' ? 'rtl' : 'ltr'
	};
}
