import { duties, type Duty } from '#lib/cycle/deadline.ts';
import { groups, type Group } from '#lib/cycle/timeline/views.ts';
import { procedureOf } from '#lib/procedures/index.ts';
import { regionOf, regions, type Region } from '#lib/states/regions.ts';

/** A regional group, or none: the Holy See and the European Union are in none. */
export type RegionOrNone = Region | 'none';
export const regionsAndNone: readonly RegionOrNone[] = [...regions, 'none'];

/** The regional group that a State is counted with. @param state ISO 3166-1 alpha-3 */
export const regionOrNone = (state: string): RegionOrNone => regionOf(state) ?? 'none';

/** By how much something was late when it came, from "in time" to more than five years. */
export const delays = [
	'inTime',
	'month',
	'quarter',
	'halfYear',
	'year',
	'twoYears',
	'fiveYears',
	'more'
] as const;
export type Delay = (typeof delays)[number];

/** How far a report in hand has come: what is awaited next, or that the review was held. */
export const stages = ['report', 'list', 'replies', 'dialogue', 'held'] as const;
export type Stage = (typeof stages)[number];

/** A stage, or whichever of those before the review, where the review is on the programme of a session. */
export type StageOrScheduled = Stage | 'scheduled';

/** Overdue for longer than so many years. */
export const years = [1, 5, 10] as const;
export type Years = (typeof years)[number];

/**
 * What one looks at: each part narrows, and what is null or empty does not. A figure is nothing but the number of
 * rows that a selection has, so that whoever reads the figure can open what it counts.
 */
export interface Selection {
	readonly bodies: readonly string[];
	readonly regions: readonly RegionOrNone[];
	/** As typed: the code of a State, or part of names. */
	readonly state: string;
	readonly duty: Duty | null;
	readonly group: Group | null;
	readonly late: Years | null;
	/** Only first reports that are overdue: of States that have never reported to the body. */
	readonly neverReported: boolean;
	/** Only what was received that had a due day; with `any`, however late it was. */
	readonly delay: Delay | 'any' | null;
	/** The year in which something was received, or a follow-up was graded. */
	readonly year: number | null;
	readonly stage: StageOrScheduled | null;
	/** The number of the body's session that adopted the concluding observations, or has the review before it. */
	readonly session: number | null;
	readonly grade: string | null;
	/** The scale a follow-up was graded on, by its id, or `none`: the same letter says another thing on another one. */
	readonly scale: string | null;
}

export const everything: Selection = {
	bodies: [],
	regions: [],
	state: '',
	duty: null,
	group: null,
	late: null,
	neverReported: false,
	delay: null,
	year: null,
	stage: null,
	session: null,
	grade: null,
	scale: null
};

/** What can be looked at: whatever is owed or was, what of it is overdue, what is in hand, statistics, and their rows. */
export type Subject = 'obligations' | 'overdue' | 'inHand' | 'statistics' | 'reviews' | 'grades';

const parties = ['bodies', 'regions', 'state'] as const;
/** By which parts of a selection each is narrowed. */
const narrowing: Readonly<Record<Subject, readonly (keyof Selection)[]>> = {
	obligations: [...parties, 'duty', 'group', 'late', 'neverReported', 'delay', 'year'],
	overdue: [...parties, 'duty', 'late', 'neverReported'],
	inHand: parties,
	statistics: [...parties, 'duty'],
	reviews: [...parties, 'year', 'stage', 'session'],
	grades: [...parties, 'year', 'grade']
};

/** A selection without the parts that do not narrow what one looks at, so that nobody is told that they do. */
export const narrowingOf = (selection: Selection, subject: Subject): Selection => ({
	...everything,
	...Object.fromEntries(narrowing[subject].map((part) => [part, selection[part]]))
});

/** A number, and the selection whose rows it counts. */
export interface Figure {
	count: number;
	selection: Selection;
}

/** The parameters of an address that a selection is written with, each empty where it does not narrow. */
export function toQuery(selection: Selection): Record<string, string> {
	const { bodies, regions: inRegions, state, duty, group, late, neverReported } = selection;
	const { delay, year, stage, session, grade, scale } = selection;
	return {
		body: bodies.join(','),
		region: inRegions.join(','),
		state,
		duty: duty ?? '',
		group: group ?? '',
		late: late === null ? '' : `${late}y`,
		never: neverReported ? 'reported' : '',
		delay: delay ?? '',
		year: year === null ? '' : `${year}`,
		stage: stage ?? '',
		session: session === null ? '' : `${session}`,
		grade: grade ?? '',
		scale: scale ?? ''
	};
}

/**
 * The selection that an address asks for. What it cannot mean narrows nothing.
 * @param parameter gives a parameter of the address, null where it is not there
 */
export function fromQuery(parameter: (name: string) => string | null): Selection {
	const said = (name: string) => parameter(name)?.trim() ?? '';
	const all = (name: string) => [...new Set(said(name).split(',').filter(Boolean))];
	return {
		bodies: all('body').filter((body) => procedureOf(body)),
		regions: all('region').filter((name) => isOneOf(regionsAndNone, name)),
		state: said('state'),
		duty: oneOf(duties, said('duty')),
		group: oneOf(groups, said('group')),
		late: years.find((one) => `${one}y` === said('late')) ?? null,
		neverReported: said('never') === 'reported',
		delay: oneOf([...delays, 'any'], said('delay')),
		year: wholeNumber(said('year')),
		stage: oneOf<StageOrScheduled>([...stages, 'scheduled'], said('stage')),
		session: wholeNumber(said('session')),
		grade: said('grade') || null,
		scale: said('scale') || null
	};
}

/** Which of some States were meant: the one of that code, or those whose names hold what was typed. */
export function statesMeant(
	typed: string,
	states: readonly string[],
	nameOf: (state: string) => string
): readonly string[] {
	const wanted = plain(typed);
	if (!wanted) return states;
	const exact = states.find((state) => state === typed.trim());
	return exact ? [exact] : states.filter((state) => plain(nameOf(state)).includes(wanted));
}

/** Without accents and capitals, as people type names. */
const plain = (text: string): string =>
	text
		.trim()
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '')
		.toLowerCase();

const isOneOf = <One extends string>(all: readonly One[], name: string): name is One =>
	(all as readonly string[]).includes(name);
const oneOf = <One extends string>(all: readonly One[], name: string): One | null =>
	isOneOf(all, name) ? name : null;
const wholeNumber = (text: string): number | null => (/^\d{1,4}$/.test(text) ? Number(text) : null);
