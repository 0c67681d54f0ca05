import type { IsoDate } from '#lib/calendar/date.ts';
import type { Outline } from '#lib/cycle/outline/outline.ts';
import { planAnchor, servedById } from '#lib/cycle/preparation/ids.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';
import {
	notify,
	type Carried,
	type NotificationWords,
	type Showing
} from '#lib/reminders/channels/notification.ts';
import type { Entry } from '#lib/reminders/entry.ts';
import type { Voice } from './look.ts';

/** What entries say as one notification, in the words of the reader's language. */
export type Wording = (
	entries: readonly Entry[],
	owedBy: (obligation: string) => Owed | undefined,
	today: IsoDate
) => NotificationWords;

/** The obligations of some cycles, by their ids. */
export function owedIn(outlines: ReadonlyMap<string, Outline>): (obligation: string) => Owed | undefined {
	return (obligation) =>
		outlines
			.get(obligation.slice(0, obligation.indexOf('#')))
			?.obligations.find(({ id }) => id === obligation);
}

/** The system's notifications: what is said comes at any time, and keeps to quiet hours. */
export const notificationVoice = (
	registration: Showing,
	outlines: ReadonlyMap<string, Outline>,
	today: IsoDate,
	wording: Wording
): Voice => ({
	channel: 'notification',
	disturbs: true,
	async say(entries, asOne) {
		const shown: string[] = [];
		const together = asOne ? [entries] : entries.map((entry) => [entry]);
		for (const said of together) {
			const keys = said.map(({ key }) => key);
			const words = wording(said, owedIn(outlines), today);
			if (await notify(registration, keys[0]!, words, carriedBy(said))) shown.push(...keys);
		}
		return shown;
	}
});

/** A click on one leads to what is owed in its cycle, or to the plan it is a step of; on several as one, to the list of what was said. */
function carriedBy(entries: readonly Entry[]): Carried {
	const [first] = entries;
	return {
		path: entries.length === 1 ? pathOf(first!) : 'reminders',
		snoozes: entries.flatMap(({ told }) =>
			told.kind === 'reminder' ? [{ obligation: told.obligation, due: told.due }] : []
		)
	};
}

function pathOf({ told }: Entry): string {
	const planned = told.kind === 'reminder' ? servedById(told.obligation) : null;
	return planned ? `states/${planned.split('/')[1]}#${planAnchor(planned)}` : `cycles/${told.stream}#owed`;
}
