import type { DayNumber } from '#lib/calendar/dayNumber.ts';
import type { Owed } from '../timeline/owed.ts';

/**
 * Times during which obligations keep their place in an order of days, in columns: whose it is, the day it is
 * ordered by, its first day, and the first day after it.
 */
export class Phases {
	readonly owed: Owed[] = [];
	readonly day: DayNumber[] = [];
	readonly from: DayNumber[] = [];
	readonly to: DayNumber[] = [];

	add(owed: Owed, day: DayNumber, from: DayNumber, to: DayNumber): void {
		this.owed.push(owed);
		this.day.push(day);
		this.from.push(from);
		this.to.push(to);
	}
}

/** Above every place in a table; with a day before it, both fit in a number without loss. */
const placesPerDay = 2 ** 28;

/** Phases in the order of their day; those of one day in the order they were added. */
export class PhaseTable {
	readonly #owed: readonly Owed[];
	readonly #day: Int32Array;
	readonly #from: Int32Array;
	readonly #to: Int32Array;

	constructor(phases: Phases) {
		const order = byDay(phases.day);
		this.#owed = Array.from(order, (place) => phases.owed[place]!);
		this.#day = order.map((place) => phases.day[place]!);
		this.#from = order.map((place) => phases.from[place]!);
		this.#to = order.map((place) => phases.to[place]!);
	}

	/** The places of the phases that a day is in, in their order. */
	on(today: DayNumber): Int32Array {
		const [from, to] = [this.#from, this.#to];
		const places = new Int32Array(from.length);
		let count = 0;
		for (let place = 0; place < from.length; place += 1)
			if (from[place]! <= today && today < to[place]!) places[count++] = place;
		return places.subarray(0, count);
	}

	/** Among places in their order, how many stand before the first that is ordered by a day or a later one. */
	countBefore(places: Int32Array, day: DayNumber): number {
		let [least, most] = [0, places.length];
		while (least < most) {
			const middle = (least + most) >> 1;
			if (this.#day[places[middle]!]! < day) least = middle + 1;
			else most = middle;
		}
		return least;
	}

	owedAt(place: number): Owed {
		return this.#owed[place]!;
	}
}

/** The places in the order of their days; what shares a day keeps the order it has. As numbers they sort quickly. */
export function byDay(day: ArrayLike<DayNumber>): Int32Array {
	const keys = new Float64Array(day.length);
	for (let place = 0; place < keys.length; place += 1) keys[place] = day[place]! * placesPerDay + place;
	keys.sort();
	const order = new Int32Array(keys.length);
	for (let index = 0; index < keys.length; index += 1)
		order[index] = keys[index]! - Math.floor(keys[index]! / placesPerDay) * placesPerDay;
	return order;
}
