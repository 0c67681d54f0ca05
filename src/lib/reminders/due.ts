import type { IsoDate } from '#lib/calendar/date.ts';
import type { Ledger } from './entry.ts';
import { mayClaim } from './ledger.ts';
import type { Preferences } from './preferences.ts';
import type { Reminder } from './reminder.ts';
import { returning, snoozeOf } from './snoozes.ts';

/** When somebody, or the worker, looks what there is to say. */
export interface Look {
	/** In UTC, to the millisecond. */
	instant: string;
	/** That instant's day in Geneva. */
	today: IsoDate;
	/** When something was looked for before; null the first time. */
	lastLook: string | null;
}

/** What there is to say. */
export interface Due {
	/** One of each obligation at most: the latest. The nearest due day first. */
	say: Reminder[];
	/** Whether to say it all as one. */
	digest: boolean;
}

/** More than so many at once are told as one. */
const mostByThemselves = 5;
const aDay = 86_400_000;

/**
 * What is to be said now, of what is planned and was not said. Once something is said of an obligation, it stands
 * for all that was to be said of the same due day before. What is put off waits for its day, and then comes once,
 * in place of all that waited with it; it comes for as long as something is planned of its obligation up to then.
 * Quiet hours and days of rest are not looked at: see `heldUntil`.
 * @param reminders as they are planned at least up to today
 */
export function due(
	reminders: readonly Reminder[],
	ledger: Ledger,
	look: Look,
	{ digestAfter }: Pick<Preferences, 'digestAfter'>
): Due {
	const say: Reminder[] = [];
	const said = lastSaid(reminders, ledger, look);
	const begun = reminders.filter(({ on }) => on <= look.today);
	for (const [obligation, ofObligation] of Map.groupBy(begun, (reminder) => reminder.obligation)) {
		const snooze = snoozeOf(ofObligation[0]!, ledger);
		if (snooze && look.today < snooze.until) continue;
		const until = said.get(obligation);
		// It stands for those before it, which are neither said nor put down.
		const latest = (snooze ? returning(ofObligation, snooze) : ofObligation).findLast(
			({ key, on }) => (!until || until < on) && mayClaim(ledger.entries.get(key), look.instant)
		);
		if (latest) say.push(latest);
	}
	say.sort(byDueDay);
	return { say, digest: say.length > 1 && asOne(say.length, look, digestAfter) };
}

/**
 * The latest of the days that have had something said of each obligation and the day it is due. What a clock that
 * was ahead has written is not counted, or nothing would be said until that day comes.
 */
function lastSaid(
	reminders: readonly Reminder[],
	{ entries }: Ledger,
	{ instant, today }: Look
): ReadonlyMap<string, IsoDate> {
	const dueDays = new Map(reminders.map(({ obligation, due }) => [obligation, due]));
	const said = new Map<string, IsoDate>();
	for (const entry of entries.values()) {
		const { told } = entry;
		if (told.kind !== 'reminder' || dueDays.get(told.obligation) !== told.due) continue;
		if (told.on > today || mayClaim(entry, instant)) continue;
		const before = said.get(told.obligation);
		if (!before || before < told.on) said.set(told.obligation, told.on);
	}
	return said;
}

/** Whether so much has gathered, or for so long, that it is told as one. */
function asOne(count: number, { instant, lastLook }: Look, digestAfter: number): boolean {
	if (count > mostByThemselves) return true;
	return lastLook !== null && Date.parse(instant) - Date.parse(lastLook) >= digestAfter * aDay;
}

const byDueDay = (one: Reminder, other: Reminder): number =>
	one.due < other.due ? -1 : one.due > other.due ? 1 : one.obligation < other.obligation ? -1 : 1;
