import type { IsoDate } from '#lib/calendar/date.ts';
import type { Duty } from '#lib/cycle/deadline.ts';
import { rankOf, type DataOf, type EventType } from '#lib/cycle/events/catalogue.ts';
import type { Procedure } from '#lib/procedures/procedure.ts';
import { isoOf, type Day } from './days.ts';
import type { Pair } from './pairs.ts';
import type { Random } from './random.ts';

/** Something that happened in a cycle, before it is recorded. */
export interface Told {
	type: EventType;
	day: Day;
	data: Record<string, unknown>;
}

/** A time in which something was owed: it could be reminded of on any day between these, those left out. */
interface Owing {
	duty: Duty;
	from: Day;
	until: Day;
}

const reasons = ['The ministry asked for more time', 'Elections were being held', 'A translation was late'];

/** What happens in one invented cycle. Nothing is told of what lies after the day up to which it is known. */
export class Story {
	readonly procedure: Procedure;
	readonly state: string;
	/** How often the State is late: 0 for one that never is. */
	readonly laxity: number;
	/** Of the report, or of the reports that are submitted as one. */
	readonly numbers: readonly number[];
	readonly random: Random;
	readonly known: Day;
	readonly #told: Told[] = [];
	readonly #owing: Owing[] = [];

	constructor(pair: Pair, numbers: readonly number[], known: Day, random: Random) {
		this.procedure = pair.procedure;
		this.state = pair.state;
		this.laxity = pair.laxity;
		this.numbers = numbers;
		this.known = known;
		this.random = random;
	}

	get stream(): string {
		const [first, last] = [this.numbers[0], this.numbers.at(-1)];
		return `${this.procedure.body}/${this.state}/${first === last ? first : `${first}-${last}`}`;
	}

	/** What happened, in its order, after the opening of the record on the first of these days. */
	get told(): Told[] {
		const told = this.#told.toSorted(
			(one, other) => one.day - other.day || rankOf(one.type) - rankOf(other.type)
		);
		const { body, version } = this.procedure;
		const data = { procedure: { body, version }, reportNumbers: this.numbers };
		return [{ type: 'CycleOpened', day: told[0]?.day ?? this.known, data }, ...told];
	}

	/** How many events it has. */
	get length(): number {
		return this.#told.length + 1;
	}

	tell<Type extends EventType>(type: Type, day: Day, data: DataOf<Type>): void {
		if (day <= this.known) this.#told.push({ type, day, data });
	}

	/** Something is owed from one day until another, or still: at times the State asks for more time. */
	owe(duty: Duty, from: Day, due: Day, until: Day, canBeExtended = true): void {
		const end = Math.min(until, this.known + 1);
		if (end - from < 3) return;
		this.#owing.push({ duty, from, until: end });
		const asked = due - this.random.between(10, 60);
		if (!canBeExtended || asked <= from || asked + 21 >= end || !this.random.happens(0.12)) return;
		const reason = this.random.oneOf(reasons);
		this.tell('ExtensionRequested', asked, { duty, until: isoOf(due + 180), reason });
		if (this.random.happens(0.6))
			this.tell('ExtensionGranted', asked + 20, { duty, deadline: agreed(due + 120), reason });
		else this.tell('ExtensionRefused', asked + 20, { duty, reason: 'The review is near' });
	}

	/** One more reminder of something that was owed; false where nothing was. */
	remind(): boolean {
		if (!this.#owing.length) return false;
		const { duty, from, until } = this.random.oneOf(this.#owing);
		// Most come late in that time, when what is owed is overdue.
		const part = Math.sqrt(this.random.next());
		const day = from + 1 + Math.floor(part * (until - from - 2));
		this.tell('ReminderSent', day, { duty, symbol: this.symbol('REM') });
		return true;
	}

	/** A symbol as the body's documents have it. @param kind what stands between the State and the number */
	symbol(kind: string, numbers: readonly number[] = this.numbers): string {
		const number = numbers.length > 1 ? `${numbers[0]}-${numbers.at(-1)}` : `${numbers[0]}`;
		return [seriesOf(this.procedure.body), this.state, kind, number].filter(Boolean).join('/');
	}
}

/** Agreed between State and committee. */
export const agreed = (day: Day): { kind: 'exact'; due: IsoDate; basis: 'agreed' } => ({
	kind: 'exact',
	due: isoOf(day),
	basis: 'agreed'
});

/** What the symbols of a body's documents begin with. */
function seriesOf(body: string): string {
	const own: Readonly<Record<string, string>> = {
		CESCR: 'E/C.12',
		SPT: 'CAT/OP',
		'CRC-OPAC': 'CRC/C/OPAC',
		'CRC-OPSC': 'CRC/C/OPSC',
		UPR: 'A/HRC/WG.6'
	};
	return own[body] ?? `${body}/C`;
}
