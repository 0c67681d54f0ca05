import type { IsoDate } from '#lib/calendar/date.ts';
import { statesEntered } from '#lib/cycle/changes.ts';
import type { Outline } from '#lib/cycle/outline/outline.ts';
import type { Transition } from './reminder.ts';

const overdue = /\.deadline\.overdue$/;
const noExtension = /\.extension\.notRequested$/;

/**
 * The states that cycles came into by what was recorded, seen on a day: not those that time alone brings. That
 * something is overdue is for the reminders to say, and so is all that only goes with it.
 * @param before the outline of each cycle, by its stream, before it was recorded
 * @param after the same once it was; a cycle that is the same object is as it was
 */
export function transitionsBetween(
	before: ReadonlyMap<string, Outline>,
	after: ReadonlyMap<string, Outline>,
	asOf: IsoDate
): Transition[] {
	const transitions: Transition[] = [];
	for (const [stream, outline] of after) {
		const known = before.get(stream);
		// A cycle that nobody here knew before came into no other state.
		if (!known || known === outline) continue;
		const entered = statesEntered(outline, known, asOf, asOf);
		const late = new Set(entered.map(({ state }) => state).filter((state) => overdue.test(state)));
		const telling = entered.filter(
			({ state }) => !late.has(state) && !late.has(state.replace(noExtension, '.deadline.overdue'))
		);
		for (const spells of Map.groupBy(telling, ({ step }) => step).values()) {
			const on = spells[0]!.from;
			// What it is in from the beginning nothing has entered.
			if (!on) continue;
			const states = spells.map(({ state }) => state);
			transitions.push({ key: `${stream}~${states.join('+')}~${on}`, stream, states, on });
		}
	}
	return transitions;
}
