import type { IsoDate } from './date.ts';
import { dayNumber, weekdayOf, type DayNumber } from './dayNumber.ts';

/** When nobody works. */
export interface RestDays {
	/** Days of the week: 1 is Monday, 7 is Sunday. Never all of them. */
	nonWorkingWeekdays: readonly number[];
	nonWorkingDays: readonly { on: IsoDate }[];
}

/** On which days somebody works. There is always such a day: not every day of the week can be one of rest. */
export class WorkingDays {
	readonly #weekdays: ReadonlySet<number>;
	readonly #days: ReadonlySet<DayNumber>;

	constructor(rest: RestDays) {
		this.#weekdays = new Set(rest.nonWorkingWeekdays);
		this.#days = new Set(rest.nonWorkingDays.map(({ on }) => dayNumber(on)));
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
