import type { IsoDate } from '#lib/calendar/date.ts';
import { dayAfter } from '#lib/calendar/interval.ts';
import type { Duty } from '#lib/cycle/deadline.ts';
import type { StatePath } from '#lib/cycle/statechart/chart.ts';
import type { ChartEventType } from '#lib/cycle/statechart/definition.ts';
import type { Picture, PictureArrow, PictureState } from '#lib/cycle/statechart/picture.ts';
import type { Cause, Spell, Timeline } from '#lib/cycle/timeline/fold.ts';
import { dateInForce } from '#lib/cycle/timeline/owed.ts';
import { spellsOn } from '#lib/cycle/timeline/views.ts';
import { keyOf } from './arrows.ts';
import { isIn } from './layout.ts';

/** What a state is to a cycle on a day: where it is, where it was, what can come next, or none of these. */
export type Mark = 'now' | 'was' | 'next' | 'rest';

export interface StateOnDay {
	path: StatePath;
	mark: Mark;
	/** Whether it is one in which a deadline has passed. */
	overdue: boolean;
	/** The last time it was there by that day. */
	spell: Spell | null;
	/** By when the clock leads there if nothing comes. */
	unless: IsoDate | null;
}

/** That no extension is pending goes without saying, in words and in the picture. */
export const isQuiet = (path: StatePath): boolean => path.endsWith('.extension.notRequested');

/** What can come next: a fact, or the clock with the day it strikes, and the states it leads to. */
export interface Coming {
	type: ChartEventType;
	on: IsoDate | null;
	to: readonly StatePath[];
}

/** The picture of a statechart, filled with what a cycle did in it up to a day. */
export interface PictureOnDay {
	states: ReadonlyMap<StatePath, StateOnDay>;
	/** By `keyOf`; what is not here is neither taken nor next. */
	arrows: ReadonlyMap<string, 'taken' | 'next'>;
	coming: readonly Coming[];
}

/** Marks a picture with the way a cycle came and with what can come next, as seen on a day. */
export function pictureOnDay(timeline: Timeline, picture: Picture, asOf: IsoDate): PictureOnDay {
	const now = spellsOn(timeline, asOf).map(({ state }) => state);
	const next = acceptedFrom(now, picture.arrows);
	const coming = comingOf(next, picture, timeline, asOf);
	const arrows = new Map<string, 'taken' | 'next'>(next.map((arrow) => [keyOf(arrow), 'next']));
	for (const arrow of taken(timeline, picture.arrows, asOf)) arrows.set(keyOf(arrow), 'taken');
	const states = leavesOf(picture.states).map(({ path }): [StatePath, StateOnDay] => {
		const spell =
			timeline.spells.findLast(({ state, from }) => state === path && (from ?? '') <= asOf) ?? null;
		const leading = coming.find(({ to }) => to.includes(path));
		const mark = now.includes(path) ? 'now' : spell ? 'was' : leading ? 'next' : 'rest';
		return [
			path,
			{
				path,
				mark,
				overdue: path.endsWith('.overdue'),
				spell,
				unless: mark === 'now' ? null : (leading?.on ?? null)
			}
		];
	});
	return { states: new Map(states), arrows, coming };
}

/** The arrows one can go from some states; an inner state's own comes before that of what it lies in. */
function acceptedFrom(states: readonly StatePath[], arrows: readonly PictureArrow[]): PictureArrow[] {
	const open = arrows.filter(({ from }) => states.some((state) => isIn(state, from)));
	return open.filter(
		({ from, type }) =>
			!open.some((inner) => inner.type === type && inner.from !== from && isIn(inner.from, from))
	);
}

function taken(timeline: Timeline, arrows: readonly PictureArrow[], asOf: IsoDate): PictureArrow[] {
	const order = new Map<Cause, number>(timeline.steps.map(({ cause }, index) => [cause, index]));
	const stepOf = (cause: Cause | null, otherwise: number) => (cause ? order.get(cause)! : otherwise);
	return timeline.steps
		.filter(({ on }) => on <= asOf)
		.flatMap(({ type }, index) => {
			const before = timeline.spells
				.filter(({ entered, left }) => stepOf(entered, -1) < index && stepOf(left, Infinity) >= index)
				.map(({ state }) => state);
			return acceptedFrom(
				before,
				arrows.filter((arrow) => arrow.type === type)
			);
		});
}

function comingOf(
	next: readonly PictureArrow[],
	{ states }: Picture,
	timeline: Timeline,
	asOf: IsoDate
): Coming[] {
	return [...Map.groupBy(next, ({ type }) => type)].flatMap(([type, arrows]): Coming[] => {
		const to = [...new Set(arrows.flatMap((arrow) => startOf(arrow.to, states)))];
		const [name, duty] = type.split('.') as [string, Duty?];
		if (name !== 'DeadlinePassed') return [{ type, on: null, to }];
		const on = strikeOf(duty!, timeline, asOf);
		return on ? [{ type, on, to }] : [];
	});
}

/** The day the clock strikes for a duty if nothing comes; null where it has no date. */
function strikeOf(duty: Duty, { obligations }: Timeline, asOf: IsoDate): IsoDate | null {
	const pending = obligations.findLast(
		(one) => one.duty === duty && one.openedBy.on <= asOf && !(one.ending && one.ending.on <= asOf)
	);
	const due = pending && dateInForce(pending, asOf).due;
	return due ? dayAfter(due) : null;
}

/** The innermost states in which one arrives. */
function startOf(path: StatePath, states: readonly PictureState[]): StatePath[] {
	const state = find(path, states);
	if (!state?.states.length) return [path];
	const first = state.kind === 'parallel' ? state.states : state.states.filter(({ initial }) => initial);
	return first.flatMap((inner) => startOf(inner.path, state.states));
}

function find(path: StatePath, states: readonly PictureState[]): PictureState | undefined {
	const state = states.find((one) => isIn(path, one.path));
	return !state || state.path === path ? state : find(path, state.states);
}

const leavesOf = (states: readonly PictureState[]): PictureState[] =>
	states.flatMap((state) => (state.states.length ? leavesOf(state.states) : [state]));
