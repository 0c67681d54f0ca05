import type { IsoDate } from '#lib/calendar/date.ts';
import { dayNumber } from '#lib/calendar/dayNumber.ts';
import { WorkingDays } from '#lib/calendar/workingDays.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';
import { openOn, type OpenObligation } from './openOn.ts';
import { Planned } from './planned.ts';
import { policyOf } from './policyOf.ts';
import type { Policy, Preferences } from './preferences.ts';
import type { Reminder } from './reminder.ts';
import { Schedule, type Say } from './schedule.ts';

/**
 * What is to be said, and when, of all that stands open on a day, whether or not it was said already. What falls on
 * a day of rest before the due day is said before it, and after the due day, after it. Of two reminders of one
 * obligation that would be said on one day, the later occasion stays; of what is overdue, the latest repeat up to
 * `asOf` stands for those before it. Nothing is said of a time before the obligation was asked for.
 * @param until the last day that is planned, not before `asOf`
 * @returns in the order of the day they are said, then of the due day, then of the obligation
 */
export function plan(
	obligations: Iterable<Owed>,
	preferences: Preferences,
	asOf: IsoDate,
	until: IsoDate
): Reminder[] {
	const schedules = new Schedules(preferences);
	const [today, last] = [dayNumber(asOf), dayNumber(until)];
	const planned = new Planned();
	for (const open of openOn(obligations, asOf).sort(byDueDay)) {
		const { obligation, day } = open;
		const policy = policyOf(obligation, preferences);
		if (!policy) continue;
		const span = { from: dayNumber(obligation.openedBy.on), until: last };
		const schedule = schedules.of(policy);
		const say: Say = (on, saying) => planned.add(open, on, saying);
		schedule.sayBefore(day, span, say);
		schedule.sayOverdue(day, today, span, say);
	}
	return planned.inOrder();
}

/** The schedules of some preferences, each made once. */
class Schedules {
	readonly #working: WorkingDays;
	readonly #made = new Map<Policy, Schedule>();

	constructor(preferences: Preferences) {
		this.#working = new WorkingDays(preferences);
	}

	of(policy: Policy): Schedule {
		let schedule = this.#made.get(policy);
		if (!schedule) this.#made.set(policy, (schedule = new Schedule(policy, this.#working)));
		return schedule;
	}
}

const byDueDay = (one: OpenObligation, other: OpenObligation): number =>
	one.day - other.day || (one.obligation.id < other.obligation.id ? -1 : 1);
