import { instantNow } from '#lib/calendar/today.ts';
import { openLog } from '#lib/log/index.ts';
import { notify } from '#lib/reminders/channels/notification.ts';
import { testNotificationWords } from '#lib/words/notifications.ts';

/** How far a reminder came that was sent to see whether it comes. */
export type TestAnswer =
	{ kind: 'shown' } | { kind: 'notShown'; why: 'noPermission' | 'refusedBySystem' | 'notWritten' };

const key = 'test';

/** Sends one reminder the whole way: down in the ledger, then to the system; tells whether that took it. */
export async function sendTest(): Promise<TestAnswer> {
	if (Notification.permission !== 'granted') return { kind: 'notShown', why: 'noPermission' };
	const log = await openLog();
	if (!log.ok) return { kind: 'notShown', why: 'notWritten' };
	try {
		const written = await log.value.ledger.change([key], () => instantNow());
		if (!written.ok) return { kind: 'notShown', why: 'notWritten' };
		for (const before of await self.registration.getNotifications({ tag: key })) before.close();
		const carried = { path: 'reminders/device', snoozes: [] };
		const shown = await notify(self.registration, key, testNotificationWords(), carried);
		return shown ? { kind: 'shown' } : { kind: 'notShown', why: 'refusedBySystem' };
	} finally {
		log.value.close();
	}
}
