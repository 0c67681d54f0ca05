import type { IsoDate } from '#lib/calendar/date.ts';
import { dayOf, type DayNumber } from '#lib/calendar/dayNumber.ts';
import type { OpenObligation } from './openOn.ts';
import type { Reminder } from './reminder.ts';
import type { Saying } from './schedule.ts';

/** Reminders being gathered, in columns, so that a year of ten thousand obligations is put in order at once. */
export class Planned {
	readonly #open: OpenObligation[] = [];
	readonly #on: DayNumber[] = [];
	readonly #saying: Saying[] = [];

	add(open: OpenObligation, on: DayNumber, saying: Saying): void {
		this.#open.push(open);
		this.#on.push(on);
		this.#saying.push(saying);
	}

	/** The reminders in the order of their days; those of one day in the order they were added. */
	inOrder(): Reminder[] {
		const [opens, days, sayings] = [this.#open, this.#on, this.#saying];
		const reminders: Reminder[] = [];
		let day: DayNumber | undefined;
		let on: IsoDate = '1970-01-01';
		for (const place of placesInOrder(days)) {
			// Written once for all that are said on it.
			if (days[place] !== day) on = dayOf((day = days[place]!));
			const { obligation, due, key } = opens[place]!;
			const { name, occasion } = sayings[place]!;
			const { id, stream, duty } = obligation;
			reminders.push({ key: key + name, obligation: id, stream, duty, due, on, occasion });
		}
		return reminders;
	}
}

/** The places of days in their order, counted day by day instead of compared. What shares a day keeps its order. */
function placesInOrder(days: readonly DayNumber[]): Int32Array {
	let [first, last] = [Infinity, -Infinity];
	for (const day of days) {
		if (day < first) first = day;
		if (day > last) last = day;
	}
	const places = new Int32Array(days.length);
	if (days.length === 0) return places;
	/** Where in the order each day begins; then, where its next place goes. */
	const next = new Int32Array(last - first + 2);
	for (const day of days) next[day - first + 1]! += 1;
	for (let day = 1; day < next.length; day += 1) next[day]! += next[day - 1]!;
	for (let place = 0; place < days.length; place += 1) places[next[days[place]! - first]!++] = place;
	return places;
}
