import type { IsoDate } from '#lib/calendar/date.ts';
import { dayNumber, dayOf } from '#lib/calendar/dayNumber.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';
import type { Ledger } from './entry.ts';
import { plan } from './plan.ts';
import type { Preferences } from './preferences.ts';
import type { Reminder } from './reminder.ts';
import { comingBack, snoozeOf } from './snoozes.ts';

/** How far ahead is looked at first, and at last, in days. */
const nearest = 32;
const furthest = 2 ** 15;

/**
 * The next day after this one on which something will be said, as far as is known, and of how many obligations;
 * null where nothing is planned.
 */
export function nextOccasion(
	obligations: Iterable<Owed>,
	preferences: Preferences,
	ledger: Ledger,
	asOf: IsoDate
): { on: IsoDate; count: number } | null {
	const all = [...obligations];
	for (let ahead = nearest; ahead <= furthest; ahead *= 2) {
		const until = dayOf(dayNumber(asOf) + ahead);
		const coming = plan(all, preferences, asOf, until)
			.map((reminder) => putOff(reminder, ledger, asOf))
			.filter(({ key, on }) => asOf < on && on <= until && !ledger.entries.has(key));
		if (coming.length === 0) continue;
		const on = coming.reduce((first, { on }) => (on < first ? on : first), until);
		const count = new Set(coming.filter((one) => one.on === on).map(({ obligation }) => obligation)).size;
		return { on, count };
	}
	return null;
}

/** What is said of a reminder in its time: the one that comes back in its place, where it was put off past it. */
function putOff(reminder: Reminder, ledger: Ledger, asOf: IsoDate): Reminder {
	const snooze = snoozeOf(reminder, ledger);
	return snooze && asOf < snooze.until && reminder.on <= snooze.until
		? comingBack(reminder, snooze)
		: reminder;
}
