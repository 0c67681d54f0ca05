import type { Ledger, Snooze } from './entry.ts';
import type { Reminder } from './reminder.ts';

/** How a reminder was put off; undefined where it was not, or the day it is due was moved since. */
export function snoozeOf(
	{ obligation, due }: Pick<Reminder, 'obligation' | 'due'>,
	{ snoozes }: Pick<Ledger, 'snoozes'>
): Snooze | undefined {
	const snooze = snoozes.get(obligation);
	return snooze?.due === due ? snooze : undefined;
}

/** The reminder that comes back on the day to which another one was put off. */
export const comingBack = ({ obligation, stream, duty, due }: Reminder, { until }: Snooze): Reminder => ({
	key: `${obligation}~${due}~snoozed-${until}`,
	obligation,
	stream,
	duty,
	due,
	on: until,
	occasion: { kind: 'snoozed', until }
});

/** Reminders of one obligation with the one that comes back among them, after those up to its day. */
export function returning(reminders: readonly Reminder[], snooze: Snooze): Reminder[] {
	const after = reminders.findIndex(({ on }) => on > snooze.until);
	return reminders.toSpliced(after < 0 ? reminders.length : after, 0, comingBack(reminders[0]!, snooze));
}
