import type { DayNumber } from '#lib/calendar/dayNumber.ts';
import { dayBefore, lengthOf, type LeadLength } from '#lib/calendar/lead.ts';
import type { WorkingDays } from '#lib/calendar/workingDays.ts';
import type { Policy } from './preferences.ts';
import type { Occasion } from './reminder.ts';

/** What is said: the occasion, and what the keys of reminders call it. One serves all reminders that say it. */
export interface Saying {
	name: string;
	occasion: Occasion;
}

/** Takes a reminder: the day it is said, and what is said. */
export type Say = (on: DayNumber, saying: Saying) => void;

/** The time that is asked about: what lies before `from` or after `until` is not said. */
interface Span {
	from: DayNumber;
	until: DayNumber;
}

/** When a policy has something said: made ready once, and then asked about any number of due days. */
export class Schedule {
	readonly #policy: Policy;
	readonly #working: WorkingDays;
	readonly #leads: { length: LeadLength; saying: Saying }[];
	/** What is said of what is overdue: by the repeat, and by how many days of rest it had to wait for. */
	readonly #overdue: Saying[][] = [];
	/** For each lead the day it falls on, and the day it is said: of the due day that is being asked about. */
	readonly #falls: DayNumber[] = [];
	readonly #said: DayNumber[] = [];

	constructor(policy: Policy, working: WorkingDays) {
		this.#policy = policy;
		this.#working = working;
		this.#leads = policy.before.map((lead) => ({
			length: lengthOf(lead),
			saying: { name: lead, occasion: { kind: 'before', lead } }
		}));
	}

	/** Says what comes before a due day and on it: where nobody works, on the last working day before. */
	sayBefore(due: DayNumber, { from, until }: Span, say: Say): void {
		const leads = this.#leads;
		for (let place = 0; place < leads.length; place += 1) {
			this.#falls[place] = dayBefore(due, leads[place]!.length);
			this.#said[place] = this.#working.lastUpTo(this.#falls[place]!);
		}
		for (let place = 0; place < leads.length; place += 1) {
			const on = this.#said[place]!;
			if (on < from || on > until || this.#givesWay(place)) continue;
			say(on, leads[place]!.saying);
		}
	}

	/**
	 * Says what comes when a due day has passed: where nobody works, on the next working day. Of what was to be said
	 * up to today only the latest, since it stands for those before it.
	 */
	sayOverdue(due: DayNumber, today: DayNumber, { from, until }: Span, say: Say): void {
		if (this.#policy.overdueEvery === null) return;
		const saidOn = (repeat: number): DayNumber => this.#working.firstFrom(due + this.#daysOverdue(repeat));
		let repeat = this.#repeatsBy(today - due);
		while (repeat > 0 && saidOn(repeat) > today) repeat -= 1;
		for (let on = saidOn(repeat); on <= until; repeat += 1) {
			const next = saidOn(repeat + 1);
			if (on >= from && on < next) say(on, this.#sayingOf(repeat, on - due));
			on = next;
		}
	}

	/** What a repeat says, so many days after the due day. */
	#sayingOf(repeat: number, days: number): Saying {
		const planned = this.#daysOverdue(repeat);
		const ofRepeat = (this.#overdue[repeat] ??= []);
		return (ofRepeat[days - planned] ??= {
			name: `overdue-${planned}`,
			occasion: { kind: 'overdue', days, ...this.#stepAt(planned) }
		});
	}

	/** Which step has begun so many days overdue, and whom that one goes to. */
	#stepAt(days: number): { step: 1 | 2; to: string } {
		const { secondStep } = this.#policy;
		return secondStep && days >= secondStep.after ? { step: 2, to: secondStep.to } : { step: 1, to: '' };
	}

	/** Whether a later lead is said on the same day. Of two that fall on one day, the one named last stays. */
	#givesWay(place: number): boolean {
		const [falls, said] = [this.#falls, this.#said];
		for (let other = 0; other < said.length; other += 1)
			if (said[other] === said[place] && other !== place) {
				const later = falls[other]! - falls[place]!;
				if (later > 0 || (later === 0 && other > place)) return true;
			}
		return false;
	}

	/** How many days overdue something is when it is spoken of again: the first time (0), the second (1), … */
	#daysOverdue(repeat: number): number {
		const inFirst = this.#repeatsOfFirstStep();
		if (repeat < inFirst) return 1 + repeat * this.#policy.overdueEvery!;
		const { after, every } = this.#policy.secondStep!;
		return after + (repeat - inFirst) * every;
	}

	/** The last repeat that falls within so many days overdue; the first, where none does. */
	#repeatsBy(days: number): number {
		const { overdueEvery, secondStep } = this.#policy;
		if (secondStep && days >= secondStep.after)
			return this.#repeatsOfFirstStep() + Math.floor((days - secondStep.after) / secondStep.every);
		return Math.max(0, Math.floor((days - 1) / overdueEvery!));
	}

	/** How often something is spoken of before the second step begins. */
	#repeatsOfFirstStep(): number {
		const { overdueEvery, secondStep } = this.#policy;
		return secondStep ? Math.ceil((secondStep.after - 1) / overdueEvery!) : Infinity;
	}
}
