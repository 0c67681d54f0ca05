import type { IsoDate } from '#lib/calendar/date.ts';
import { shiftDate } from '#lib/calendar/interval.ts';
import { dateInForce, type Owed } from '#lib/cycle/timeline/owed.ts';
import { obligationOn, type Group, type ObligationOnDay } from '#lib/cycle/timeline/views.ts';
import type { InboxEntry } from '#lib/reminders/ledger.ts';
import type { Reminder } from '#lib/reminders/reminder.ts';
import { m } from '#lib/words/catalogue/messages.js';
import { day } from '#lib/words/dates.ts';
import { standingWords } from '#lib/words/standing.ts';

/** What is owed, by its id; undefined where the record knows it no longer. */
export type OwedById = (id: string) => Owed | undefined;

/** One that speaks of something owed. */
export type ReminderEntry = InboxEntry & { entry: { told: { kind: 'reminder' } & Reminder } };

export const isReminder = (one: InboxEntry): one is ReminderEntry => one.entry.told.kind === 'reminder';

/** What was really said: not what this very page had recorded. */
export const saidOnly = (inbox: readonly InboxEntry[]): InboxEntry[] =>
	inbox.filter(({ entry: { channel } }) => channel !== 'here');

/** Day by day, in the order given. @param dayOf the reader's day of an instant */
export function byDay(
	inbox: readonly InboxEntry[],
	dayOf: (instant: string) => IsoDate
): { on: IsoDate; entries: InboxEntry[] }[] {
	return [...Map.groupBy(inbox, ({ entry }) => dayOf(entry.at))].map(([on, entries]) => ({ on, entries }));
}

/**
 * The most pressing of what nobody has read: of what is still open and not put off, what is due first; as it stands
 * on a day. Undefined where nothing presses.
 */
export function pressing(
	inbox: readonly InboxEntry[],
	owedById: OwedById,
	today: IsoDate
): ObligationOnDay | undefined {
	const [first] = inbox
		.filter(isReminder)
		.filter(({ entry, standing, snooze }) => !entry.read && standing === 'open' && !snooze)
		.sort(({ entry: { told: one } }, { entry: { told: other } }) =>
			one.due < other.due ? -1 : one.due > other.due ? 1 : 0
		);
	const owed = first && owedById(first.entry.told.obligation);
	return owed && obligationOn(owed, today);
}

/**
 * The keys of those that can be put off or called back: of what is still open, the newest reminder of each. An older
 * one has been followed by it.
 * @param inbox the newest first
 */
export function changeable(inbox: readonly InboxEntry[]): Set<string> {
	const byObligation = new Map<string, string>();
	for (const one of inbox) {
		if (!isReminder(one) || one.standing !== 'open') continue;
		const { key, told } = one.entry;
		if (!byObligation.has(told.obligation)) byObligation.set(told.obligation, key);
	}
	return new Set(byObligation.values());
}

/** How what a reminder speaks of stands now: its group, or where it is in none a sign of its own; and the words. */
export type StandingSeen = { words: string } & ({ group: Group } | { group: null; sign: string });

/** How what a reminder speaks of stands on a day. */
export function standingSeen(one: ReminderEntry, owedById: OwedById, today: IsoDate): StandingSeen {
	const owed = owedById(one.entry.told.obligation);
	const seen = owed && obligationOn(owed, today);
	if (!seen) return { group: null, sign: '✕', words: m.reminders_gone() };
	const { group, standing } = seen;
	if (one.standing !== 'moved') return { group, words: standingWords(standing) };
	const { due } = dateInForce(owed, today);
	return {
		group: null,
		sign: '→',
		words: due ? m.reminders_moved({ due: day(due) }) : m.reminders_moved_undated()
	};
}

/** The days one puts something off to, at a press. */
export const putOffDays = (today: IsoDate): { words: string; until: IsoDate }[] => [
	{ words: m.reminders_put_off_tomorrow(), until: shiftDate(today, 'P1D') },
	{ words: m.reminders_put_off_week(), until: shiftDate(today, 'P7D') },
	{ words: m.reminders_put_off_month(), until: shiftDate(today, 'P1M') }
];
