import type { IsoDate } from '#lib/calendar/date.ts';
import { distanceTo } from '#lib/calendar/distance.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';
import { obligationOn, type ObligationOnDay } from '#lib/cycle/timeline/views.ts';
import type { Channel } from '#lib/reminders/entry.ts';
import type { Lead } from '#lib/calendar/lead.ts';
import type { Policy } from '#lib/reminders/preferences.ts';
import type { Occasion, Reminder, Transition } from '#lib/reminders/reminder.ts';
import { capitalised } from './capitalised.ts';
import { m } from './catalogue/messages.js';
import { count, day, list } from './dates.ts';
import { cycleShortOf, dutyName } from './names.ts';
import { nextStep, obligationSentence, owedWords } from './obligation.ts';
import { standingWords } from './standing.ts';
import { statesLabel } from './states.ts';

/**
 * The words of reminders, the same in the inbox, on a notification and in a calendar. A reminder speaks of the day
 * that was in force when it was said, also when that day has moved since. What is owed is undefined where the
 * record knows it no longer; then the cycle and the duty are named.
 */

/** A reminder in few words, how far off first: "In 30 days: Azerbaijan’s fourth periodic report to CMW". */
export function reminderTitle(
	reminder: Reminder,
	owed: Owed | undefined,
	asOf: IsoDate = reminder.on
): string {
	const distance = capitalised(standingWords(distanceTo(reminder.due, asOf)));
	return m.reminders_title({ distance, owed: owed ? owedWords(owed) : forgotten(reminder) });
}

/** What stands below its title: the day, whom to bring it to, and what to do next. */
export function reminderBody(
	reminder: Reminder,
	owed: Owed | undefined,
	asOf: IsoDate = reminder.on
): string {
	const next = owed && nextStep(asSaid(reminder, owed, asOf));
	return together(m.reminders_due({ due: day(reminder.due) }), bringItTo(reminder), next);
}

/** A reminder as a sentence: "Azerbaijan’s fourth periodic report to CMW is due in 30 days, on 1 November 2026." */
export function reminderSentence(
	reminder: Reminder,
	owed: Owed | undefined,
	asOf: IsoDate = reminder.on
): string {
	const said = owed
		? obligationSentence(asSaid(reminder, owed, asOf))
		: m.reminders_forgotten_sentence({ owed: capitalised(forgotten(reminder)), due: day(reminder.due) });
	return together(said, bringItTo(reminder));
}

/** A transition in few words: "Follow-up assessed: Azerbaijan before CMW, third periodic report". */
export const transitionTitle = ({ stream, states }: Transition): string =>
	m.reminders_transition_title({ states: statesLabel(states), cycle: cycleShortOf(stream) });

/** What stands below its title. */
export const transitionBody = ({ on }: Transition): string => m.reminders_transition_body({ on: day(on) });

/** A transition as a sentence. */
export const transitionSentence = ({ stream, states, on }: Transition): string =>
	m.change_transition({ cycle: cycleShortOf(stream), state: statesLabel(states), on: day(on) });

/** Several as one: "5 reminders have gathered". */
export const digestTitle = (reminders: number): string =>
	m.reminders_digest_title({ days: reminders, number: count(reminders) });

/** So many of a digest are named in it. */
const mostNamed = 3;

/** What stands below the title of a digest: the first of its titles, one a line, and how many more. */
export function digestBody(titles: readonly string[]): string {
	const named = titles.slice(0, mostNamed);
	const more = titles.length - named.length;
	return [...named, ...(more ? [m.reminders_digest_more({ days: more, number: count(more) })] : [])].join(
		'\n'
	);
}

/** How something was said: "as a notification". */
export const channelWords = (channel: Channel): string => channels[channel]();

/** A lead time: "1 month before", "on the day". */
export function leadWords(lead: Lead): string {
	const { days, unit } = partsOf(lead);
	return days === 0 ? m.reminders_lead_day_itself() : leads[unit]({ days, number: count(days) });
}

/** What a reminder says of the day: "1 month before", "overdue for 21 days", "put off until 1 December 2026". */
export function occasionWords(occasion: Occasion): string {
	switch (occasion.kind) {
		case 'before':
			return leadWords(occasion.lead);
		case 'overdue':
			return m.reminders_occasion_overdue({ days: occasion.days, number: count(occasion.days) });
		case 'snoozed':
			return m.reminders_occasion_snoozed({ until: day(occasion.until) });
	}
}

/** A policy as a sentence: "1 month and 1 day before, on the day, and every 7 days while it is overdue." */
export function policySentence({ before, overdueEvery, secondStep }: Policy): string {
	const said = [
		...before.map(leadWords),
		...(overdueEvery === null
			? []
			: [m.reminders_policy_overdue({ days: overdueEvery, number: count(overdueEvery) })])
	];
	if (said.length === 0 && !secondStep) return m.reminders_policy_nothing();
	const { after = 0, every = 0 } = secondStep ?? {};
	return together(
		said.length > 0 ? m.reminders_policy({ occasions: capitalised(list(said)) }) : null,
		secondStep && m.reminders_policy_second_step({ after: count(after), days: every, number: count(every) })
	);
}

/** The number and the unit of a lead time. */
function partsOf(lead: Lead): { days: number; unit: keyof typeof leads } {
	return { days: Number.parseInt(lead.slice(1), 10), unit: lead.at(-1) as keyof typeof leads };
}

const leads = { M: m.reminders_lead_months, W: m.reminders_lead_weeks, D: m.reminders_lead_days };

const channels: Readonly<Record<Channel, () => string>> = {
	page: m.reminders_channel_page,
	notification: m.reminders_channel_notification,
	digest: m.reminders_channel_digest,
	here: m.reminders_channel_here
};

/** What is owed as it stood when it was said: open, and due on the day of the reminder. */
const asSaid = ({ due }: Reminder, owed: Owed, asOf: IsoDate): ObligationOnDay => {
	const date = { due, certainty: 'exact', basis: 'stated', from: asOf } as const;
	return obligationOn({ ...owed, openedBy: { on: asOf }, dates: [date], ending: null }, asOf)!;
};

const forgotten = ({ duty, stream }: Reminder): string =>
	m.reminders_forgotten({ duty: dutyName(duty), cycle: cycleShortOf(stream) });

const bringItTo = ({ occasion }: Reminder): string | null =>
	occasion.kind === 'overdue' && occasion.step === 2 && occasion.to
		? m.reminders_bring_it_to({ to: occasion.to })
		: null;

const together = (...sentences: readonly (string | null | undefined)[]): string =>
	sentences.filter(Boolean).join(' ');
