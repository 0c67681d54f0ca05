/** Everything that works on reminders, in one: fetched as one, when the page stands. */
export { setBadge } from '#lib/reminders/channels/badge.ts';
export { entriesOfTransitions, inboxOf } from '#lib/reminders/ledger.ts';
export { nextOccasion } from '#lib/reminders/nextOccasion.ts';
export { transitionsBetween } from '#lib/reminders/transitions.ts';
export { makeCalendar } from './calendar.ts';
export {
	claim,
	keepPreferences,
	note,
	putOff,
	readLedger,
	readPreferences,
	readRun,
	takeUpAgain
} from './keeping.ts';
export { look, obligationsOf, silent, tell } from './look.ts';
export { notificationVoice } from './notificationVoice.ts';
export { wakeNowAndThen } from './wake.ts';
