import type { IsoDate } from '#lib/calendar/date.ts';
import { dateInForce, type Owed } from '#lib/cycle/timeline/owed.ts';
import type { Channel, Entry, Ledger, Snooze } from './entry.ts';
import type { Reminder, Transition } from './reminder.ts';
import { snoozeOf } from './snoozes.ts';

const anHour = 3_600_000;
/** As long as the ledger remembers what is over. */
const twoYears = 731 * 24 * anHour;

/** How what an entry speaks of stands now: `moved` is due on another day or on none, `gone` is owed no longer. */
export type InboxStanding = 'open' | 'met' | 'moved' | 'gone';

/** What was said, and what has become of it. */
export interface InboxEntry {
	entry: Entry;
	/** A transition asks nothing of anybody: it is always `open`. */
	standing: InboxStanding;
	/** How it is put off, as long as it is. */
	snooze: Snooze | null;
}

/** What is put down before something is said: that it is about to be. */
export const entriesOf = (reminders: readonly Reminder[], instant: string, channel: Channel): Entry[] =>
	reminders.map((reminder) => entry({ kind: 'reminder', ...reminder }, instant, channel));

/** What is put down before transitions are said, or in place of saying them. */
export const entriesOfTransitions = (
	transitions: readonly Transition[],
	instant: string,
	channel: Channel
): Entry[] => transitions.map((transition) => entry({ kind: 'transition', ...transition }, instant, channel));

/**
 * Whether something may be said, with this entry in the ledger under its key: where there is none, or where it was
 * not shown within the hour. The hour counts both ways, since a clock can be set back.
 */
export function mayClaim(existing: Entry | undefined, instant: string): boolean {
	if (!existing) return true;
	return !existing.shown && Math.abs(Date.parse(instant) - Date.parse(existing.at)) >= anHour;
}

/** All that was put down, the newest first, with how it stands on a day, so that nothing nags about what is done. */
export function inboxOf(ledger: Ledger, obligations: Iterable<Owed>, asOf: IsoDate): InboxEntry[] {
	const owed = byId(obligations);
	return [...ledger.entries.values()].sort(newestFirst).map((entry) => {
		const { told } = entry;
		if (told.kind === 'transition') return { entry, standing: 'open', snooze: null };
		const standing = standingOf(told, owed.get(told.obligation), asOf);
		const snooze = standing === 'open' ? snoozeOf(told, ledger) : undefined;
		return { entry, standing, snooze: snooze && asOf < snooze.until ? snooze : null };
	});
}

/** The keys that may be forgotten: put down more than two years ago, of an obligation that has ended. */
export function pruned(ledger: Ledger, obligations: Iterable<Owed>, instant: string): string[] {
	const owed = byId(obligations);
	const hasEnded = ({ told }: Entry): boolean => {
		if (told.kind === 'transition') return true;
		const ending = owed.get(told.obligation)?.ending;
		return !!ending && ending.on < instant;
	};
	return [...ledger.entries.values()]
		.filter((entry) => Date.parse(instant) - Date.parse(entry.at) > twoYears && hasEnded(entry))
		.map(({ key }) => key);
}

function entry(told: Entry['told'], instant: string, channel: Channel): Entry {
	// Of what is not said there is nothing to show, and nothing to see.
	const silent = channel === 'here';
	return { key: told.key, at: instant, channel, shown: silent, read: silent, told };
}

function standingOf({ due }: Reminder, obligation: Owed | undefined, asOf: IsoDate): InboxStanding {
	if (!obligation || asOf < obligation.openedBy.on) return 'gone';
	const { ending } = obligation;
	if (ending && ending.on <= asOf) return ending.how === 'met' ? 'met' : 'gone';
	return dateInForce(obligation, asOf).due === due ? 'open' : 'moved';
}

const byId = (obligations: Iterable<Owed>): ReadonlyMap<string, Owed> =>
	new Map(Array.from(obligations, (obligation) => [obligation.id, obligation]));

const newestFirst = (one: Entry, other: Entry): number =>
	one.at === other.at ? (one.key < other.key ? -1 : 1) : one.at > other.at ? -1 : 1;
