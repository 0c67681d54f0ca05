import { expect } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { clockIn } from '#lib/calendar/localClock.ts';
import { genevaToday } from '#lib/calendar/today.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';
import { policyKindOf } from '#lib/reminders/policyOf.ts';
import { due, type Due } from '#lib/reminders/due.ts';
import type { Entry, Snooze } from '#lib/reminders/entry.ts';
import { heldUntil } from '#lib/reminders/held.ts';
import { entriesOf, inboxOf } from '#lib/reminders/ledger.ts';
import { plan } from '#lib/reminders/plan.ts';
import type { Policy, Preferences } from '#lib/reminders/preferences.ts';
import { dueOn, planNaively } from './remindersNaive.ts';

const anHour = 3_600_000;
/** No device here gets that far. */
const theLastDay: IsoDate = '2027-06-30';

/**
 * A device on which somebody is reminded, and which is watched while it is: after every look, what was said is held
 * against a naive reckoning of what had to be.
 */
export class Device {
	preferences: Preferences;
	zone = 'Europe/Zurich';
	/** What is known to be owed. */
	obligations: Owed[] = [];
	readonly entries = new Map<string, Entry>();
	readonly snoozes = new Map<string, Snooze>();
	/** Every key that was shown, in the order they were. */
	readonly shown: string[] = [];
	/** And the day in Geneva on which it was. */
	readonly log: string[] = [];
	#lastLook: string | null = null;
	/** The day in Geneva of every look. */
	readonly #looks = new Map<string, IsoDate>();
	/** When each policy has something said of what is due on a day: reckoned naively, which is slow, and so once. */
	readonly #planned = new Map<Policy, Map<string, IsoDate[]>>();

	constructor(preferences: Preferences) {
		this.preferences = preferences;
	}

	/**
	 * Looks what there is to say, and says it unless somebody would be disturbed.
	 * @param killed before the notifications are shown
	 */
	look(instant: string, by: 'page' | 'worker', killed = false): void {
		const today = genevaToday(instant);
		const reminders = plan(this.obligations, this.preferences, today, today);
		const held = heldUntil(clockIn(this.zone, instant), this.preferences);
		expect(held === null).toBe(this.#mayDisturb(instant));
		if (by === 'worker' && held) return;
		const found = due(reminders, this, { instant, today, lastLook: this.#lastLook }, this.preferences);
		this.#checkFound(found, today, instant);
		for (const entry of entriesOf(found.say, instant, by === 'page' ? 'page' : 'notification'))
			this.entries.set(entry.key, entry);
		this.#lastLook = instant;
		this.#looks.set(instant, today);
		if (killed) return;
		for (const { key } of found.say) {
			this.entries.get(key)!.shown = true;
			this.shown.push(key);
			this.log.push(`${today} ${key}`);
		}
		this.#checkNothingLeft(today, instant);
		expect(new Set(this.shown).size, 'nothing is said twice').toBe(this.shown.length);
		const again = due(reminders, this, { instant, today, lastLook: instant }, this.preferences);
		expect(again).toEqual({ say: [], digest: false });
	}

	/** What stands open in the inbox and is not put off. */
	open(asOf: IsoDate): Entry[] {
		return inboxOf(this, this.obligations, asOf)
			.filter(({ standing, snooze }) => standing === 'open' && !snooze)
			.map(({ entry }) => entry);
	}

	putOff(entry: Entry, until: IsoDate, at: string): void {
		if (entry.told.kind !== 'reminder') return;
		const { obligation, due } = entry.told;
		this.snoozes.set(obligation, { obligation, due, until, at });
	}

	/** Nothing is said of what is met, moved, closed or put off, and of each obligation one thing at most. */
	#checkFound({ say, digest }: Due, today: IsoDate, instant: string): void {
		const ids = say.map(({ obligation }) => obligation);
		expect(new Set(ids).size, 'one of each').toBe(ids.length);
		for (const reminder of say) {
			const obligation = this.obligations.find(({ id }) => id === reminder.obligation);
			expect(obligation && dueOn(obligation, today), `${reminder.key} on ${today}`).toBe(reminder.due);
			expect(reminder.on <= today).toBe(true);
			const snooze = this.#snoozed(reminder.obligation, reminder.due);
			expect(!snooze || snooze.until <= today, `${reminder.key} is put off`).toBe(true);
			const entry = this.entries.get(reminder.key);
			expect(!entry || (!entry.shown && this.#hoursSince(entry, instant) >= 1)).toBe(true);
		}
		const gathered =
			this.#lastLook !== null && Date.parse(instant) - Date.parse(this.#lastLook) >= 3 * 24 * anHour;
		expect(digest).toBe(say.length > 5 || (say.length > 1 && gathered));
	}

	/** Of everything open, something was said on or after the last day on which it had to be. */
	#checkNothingLeft(today: IsoDate, instant: string): void {
		const said = Map.groupBy(this.#said(instant), ([about]) => about);
		for (const obligation of this.obligations) {
			const dueDay = dueOn(obligation, today);
			if (!dueDay) continue;
			const planned = this.#plannedOf(obligation, dueDay).filter((on) => on <= today);
			if (planned.length === 0) continue;
			const snooze = this.#snoozed(obligation.id, dueDay);
			if (snooze && today < snooze.until) continue;
			const last = [...planned, ...(snooze ? [snooze.until] : [])].sort().at(-1)!;
			const days = said.get(`${obligation.id}~${dueDay}`)?.map(([, day]) => day) ?? [];
			const told = `${obligation.id}, due ${dueDay}, to be said on ${last}, seen on ${today}`;
			expect(
				days.some((day) => last <= day),
				told
			).toBe(true);
		}
	}

	/** The days on which something is to be said of an obligation as long as it is due on a day. */
	#plannedOf(obligation: Owed, dueDay: IsoDate): IsoDate[] {
		const { id, duty, openedBy, dates } = obligation;
		const { own, policies } = this.preferences;
		const policy = id in own ? own[id] : policies[policyKindOf[duty]];
		if (!policy) return [];
		const ofPolicy = this.#planned.get(policy) ?? new Map<string, IsoDate[]>();
		this.#planned.set(policy, ofPolicy);
		const key = `${id}~${dueDay}`;
		const due = { ...obligation, dates: [{ ...dates[0]!, due: dueDay }], ending: null };
		const days =
			ofPolicy.get(key) ?? planNaively([due], this.preferences, openedBy.on, theLastDay).map(({ on }) => on);
		ofPolicy.set(key, days);
		return days;
	}

	/** What was said of which due day, and the day in Geneva on which it was. What is being shown counts. */
	#said(instant: string): [about: string, day: IsoDate][] {
		return [...this.entries.values()].flatMap((entry): [string, IsoDate][] => {
			const { told, at, shown } = entry;
			if (told.kind !== 'reminder' || !(shown || this.#hoursSince(entry, instant) < 1)) return [];
			return [[`${told.obligation}~${told.due}`, this.#looks.get(at)!]];
		});
	}

	#snoozed(obligation: string, dueDay: IsoDate): Snooze | undefined {
		const snooze = this.snoozes.get(obligation);
		return snooze?.due === dueDay ? snooze : undefined;
	}

	#hoursSince({ at }: Entry, instant: string): number {
		return Math.abs(Date.parse(instant) - Date.parse(at)) / anHour;
	}

	#mayDisturb(instant: string): boolean {
		const here = Temporal.Instant.from(instant).toZonedDateTimeISO(this.zone);
		const day = here.toPlainDate().toString();
		const { nonWorkingDays, nonWorkingWeekdays } = this.preferences;
		if (nonWorkingWeekdays.includes(here.dayOfWeek) || nonWorkingDays.some(({ on }) => on === day))
			return false;
		// Quiet from 20:00 to 07:00 in all that is told here.
		return here.hour >= 7 && here.hour < 20;
	}
}
