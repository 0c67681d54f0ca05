import { dayNumber, weekdayOf, type DayNumber } from '#lib/calendar/dayNumber.ts';
import type { Preferences } from './preferences.ts';

/** On which days somebody works. There is always such a day: not every day of the week can be one of rest. */
export class WorkingDays {
	readonly #weekdays: ReadonlySet<number>;
	readonly #days: ReadonlySet<DayNumber>;

	constructor(preferences: Pick<Preferences, 'nonWorkingWeekdays' | 'nonWorkingDays'>) {
		this.#weekdays = new Set(preferences.nonWorkingWeekdays);
		this.#days = new Set(preferences.nonWorkingDays.map(({ on }) => dayNumber(on)));
	}

	/** Whether a day is one of them. */
	includes(day: DayNumber): boolean {
		return !this.#weekdays.has(weekdayOf(day)) && !this.#days.has(day);
	}

	/** The last of them up to a day: the day itself where it is one. */
	lastUpTo(day: DayNumber): DayNumber {
		let working = day;
		while (!this.includes(working)) working -= 1;
		return working;
	}

	/** The first of them from a day on: the day itself where it is one. */
	firstFrom(day: DayNumber): DayNumber {
		let working = day;
		while (!this.includes(working)) working += 1;
		return working;
	}
}
