import type { IsoDate } from '#lib/calendar/date.ts';
import { daysBetween } from '#lib/calendar/distance.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';
import { obligationOn } from '#lib/cycle/timeline/views.ts';
import { policyKindOf } from '#lib/reminders/policyOf.ts';
import type { Policy, Preferences } from '#lib/reminders/preferences.ts';
import type { Occasion, Reminder } from '#lib/reminders/reminder.ts';

/** The plan of reminders as one would write it down: with Temporal, day by day, and slow. */
export function planNaively(
	obligations: readonly Owed[],
	preferences: Preferences,
	asOf: IsoDate,
	until: IsoDate
): Reminder[] {
	return obligations
		.flatMap((obligation) => {
			const due = dueOn(obligation, asOf);
			const { id, stream, duty, openedBy } = obligation;
			const policy = id in preferences.own ? preferences.own[id] : preferences.policies[policyKindOf[duty]];
			if (!due || !policy) return [];
			return [...beforehand(due, policy, preferences), ...onceOverdue(due, policy, preferences, asOf, until)]
				.filter(({ on }) => openedBy.on <= on && on <= until)
				.map(({ on, name, occasion }) => ({
					key: `${id}~${due}~${name}`,
					obligation: id,
					stream,
					duty,
					due,
					on,
					occasion
				}));
		})
		.sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

/** The day by which something is owed that stands open on a day; null where it does not, or has none. */
export function dueOn(obligation: Owed, asOf: IsoDate): IsoDate | null {
	const seen = obligationOn(obligation, asOf);
	return !seen || seen.group === 'met' ? null : seen.date.due;
}

interface Said {
	falls: string;
	on: IsoDate;
	name: string;
	occasion: Occasion;
}

function beforehand(due: IsoDate, { before }: Policy, preferences: Preferences): Said[] {
	return latestOfEachDay(
		before.map((lead) => {
			const falls = Temporal.PlainDate.from(due).subtract(Temporal.Duration.from(lead));
			const on = workingDay(falls, -1, preferences);
			return { falls: `${falls}`, on, name: lead, occasion: { kind: 'before', lead } };
		})
	);
}

function onceOverdue(
	due: IsoDate,
	{ overdueEvery, secondStep }: Policy,
	preferences: Preferences,
	asOf: IsoDate,
	until: IsoDate
): Said[] {
	if (overdueEvery === null) return [];
	const said: Said[] = [];
	for (let days = 1; days <= daysBetween(due, until); days += 1) {
		const second = secondStep && days >= secondStep.after;
		const spoken = second
			? (days - secondStep.after) % secondStep.every === 0
			: (days - 1) % overdueEvery === 0;
		if (!spoken) continue;
		const falls = Temporal.PlainDate.from(due).add({ days });
		const on = workingDay(falls, 1, preferences);
		const occasion: Occasion = {
			kind: 'overdue',
			days: daysBetween(due, on),
			step: second ? 2 : 1,
			to: second ? secondStep.to : ''
		};
		said.push({ falls: `${falls}`, on, name: `overdue-${days}`, occasion });
	}
	// What falls after the end may come to no day but those after it.
	const ofEachDay = latestOfEachDay(said);
	const behind = ofEachDay.filter(({ on }) => on <= asOf);
	return [...behind.slice(-1), ...ofEachDay.filter(({ on }) => on > asOf)];
}

function workingDay(from: Temporal.PlainDate, step: 1 | -1, preferences: Preferences): IsoDate {
	const rests = (day: Temporal.PlainDate) =>
		preferences.nonWorkingWeekdays.includes(day.dayOfWeek) ||
		preferences.nonWorkingDays.some(({ on }) => on === `${day}`);
	let day = from;
	while (rests(day)) day = day.add({ days: step });
	return `${day}` as IsoDate;
}

function latestOfEachDay(said: readonly Said[]): Said[] {
	const kept = new Map<string, Said>();
	const inOrder = said.toSorted((one, other) =>
		one.falls < other.falls ? -1 : one.falls > other.falls ? 1 : 0
	);
	for (const one of inOrder) kept.set(one.on, one);
	return [...kept.values()].sort((one, other) => (one.on < other.on ? -1 : 1));
}

const orderOf = ({ on, due, obligation }: Reminder): string => `${on} ${due} ${obligation}`;
