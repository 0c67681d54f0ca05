import type { IsoDate } from '#lib/calendar/date.ts';
import type { NewEvent } from '#lib/envelope/envelope.ts';
import { treatyInForceSince } from '#lib/states/entryIntoForce.ts';
import type { Duty } from './deadline.ts';
import { isEventType, isFact } from './events/catalogue.ts';
import type { Timeline } from './timeline/fold.ts';
import { dateInForce } from './timeline/owed.ts';

/** What fits the statechart, and of whose days one is most likely mistyped. */
export type SlipInDays =
	/** It is said to have happened when the treaty bound nobody yet. */
	| { kind: 'beforeTheTreaty'; on: IsoDate; since: IsoDate }
	/** It is due before the day on which it was asked for. */
	| { kind: 'dueBeforeAsked'; on: IsoDate; due: IsoDate }
	/** An extension that gives no more time than there is. */
	| { kind: 'extendsNothing'; due: IsoDate; was: IsoDate };

/** What an event tells, or what a correction puts in its place. */
interface Told {
	type: string;
	on: string;
	data: Readonly<Record<string, unknown>>;
}

/**
 * The day of an event that is most likely mistyped; undefined where none is.
 * @param event joins the cycle
 * @param timeline of the cycle as it is without it
 */
export function slipInDays(event: NewEvent, timeline: Timeline): SlipInDays | undefined {
	const told = event.type === 'RecordCorrected' ? replacement(event, timeline) : event;
	if (!told || !isEventType(told.type) || !isFact({ type: told.type })) return undefined;
	const on = told.on as IsoDate;
	const since = treatyInForceSince(timeline.body);
	if (since && on < since) return { kind: 'beforeTheTreaty', on, since };
	const due = dueIn(told.data);
	if (!due) return undefined;
	if (due < on) return { kind: 'dueBeforeAsked', on, due };
	if (event.type !== 'ExtensionGranted') return undefined;
	const was = dueOn(timeline, event.data.duty as Duty, on);
	return was && due <= was ? { kind: 'extendsNothing', due, was } : undefined;
}

/** What a correction puts in the place of an event; undefined where it takes it back. */
function replacement({ corrects, data }: NewEvent, timeline: Timeline): Told | undefined {
	const target = timeline.facts.find(
		({ id, correctedBy }) => id === corrects || correctedBy.includes(corrects!)
	);
	return target && data.action === 'replace'
		? { ...(data as unknown as Told), type: target.type }
		: undefined;
}

/** The day by which something is due, where an event states one. */
function dueIn({ deadline, repliesDue }: Readonly<Record<string, unknown>>): IsoDate | undefined {
	return ((deadline ?? repliesDue) as { due?: IsoDate } | undefined)?.due;
}

/** The day by which a duty is due as of a day, the latest where it is owed more than once. */
function dueOn(timeline: Timeline, duty: Duty, on: IsoDate): IsoDate | null {
	const open = timeline.obligations.filter(
		(one) => one.duty === duty && one.openedBy.on <= on && !(one.ending && one.ending.on <= on)
	);
	return open.length ? dateInForce(open.at(-1)!, on).due : null;
}
