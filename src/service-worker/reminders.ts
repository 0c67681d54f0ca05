import { shiftDate } from '#lib/calendar/interval.ts';
import { genevaToday, instantNow } from '#lib/calendar/today.ts';
import { openLog, type Log } from '#lib/log/index.ts';
import { setBadge } from '#lib/reminders/channels/badge.ts';
import { carriedBy, type Carried } from '#lib/reminders/channels/notification.ts';
import { notificationWords } from '#lib/words/notifications.ts';
import { outlinesNow } from '#lib/workspace/outlinesNow.ts';
import { putOff } from '#lib/workspace/reminding/keeping.ts';
import { look } from '#lib/workspace/reminding/look.ts';
import { notificationVoice } from '#lib/workspace/reminding/notificationVoice.ts';
import { Signal } from '#lib/workspace/reminding/signal.ts';
import { scope } from './files.ts';

/** Looks at what is due, with no page open, and says what was not said. */
export function remind(): Promise<void> {
	return withLog(async (log) => {
		const outlines = valueOf(await outlinesNow(log));
		const { registration } = self;
		const at = instantNow();
		valueOf(
			await look({
				log,
				looker: 'worker',
				outlines,
				at,
				zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
				voice:
					Notification.permission === 'granted'
						? notificationVoice(registration, outlines, genevaToday(at), notificationWords)
						: null,
				badge: (count) => setBadge(navigator, count)
			})
		);
	});
}

/** What a click on a notification asks for: to be reminded tomorrow, or to see what it speaks of. */
export async function clicked(notification: Notification, action: string): Promise<void> {
	const carried = carriedBy(notification.data);
	// One that could not be put off stays where it is.
	if (carried && action === 'snooze') await snooze(carried);
	notification.close();
	if (carried && action !== 'snooze') await open(carried);
}

const snooze = ({ snoozes }: Carried): Promise<void> =>
	withLog(async (log) => {
		const at = instantNow();
		const until = shiftDate(genevaToday(at), 'P1D');
		valueOf(
			await putOff(
				log,
				snoozes.map(({ obligation, due }) => ({ obligation, due, until, at }))
			)
		);
	});

/** Shows the page: the one that is open already, or a new one. */
async function open({ path }: Carried): Promise<void> {
	const address = new URL(path, scope).href;
	// A page that another worker answers, or none, cannot be led anywhere.
	const pages = await self.clients.matchAll({ type: 'window' });
	const page = pages.find(({ url }) => url.startsWith(scope));
	const shown = await page
		?.focus()
		.then((focused) => focused.navigate(address))
		// It does not let itself be shown or led elsewhere: a new one does.
		.catch(() => null);
	if (!shown) await self.clients.openWindow(address);
}

/** Works on the log, lets go of it, and tells the pages that the ledger has changed. */
async function withLog(work: (log: Log) => Promise<void>): Promise<void> {
	const log = valueOf(await openLog());
	const signal = new Signal();
	try {
		await work(log);
		signal.tell();
	} finally {
		signal.close();
		log.close();
	}
}

/** Nobody looks at what a worker refuses: it ends, the browser notes it, and the next look tries again. */
function valueOf<Value>(result: { ok: true; value: Value } | { ok: false; error: { kind: string } }): Value {
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
}
