import type { IsoDate } from '#lib/calendar/date.ts';
import { partsOf } from '#lib/calendar/dayNumber.ts';
import type { GradeScale } from '#lib/procedures/procedure.ts';
import { scaleName, type Assessment } from './assessments.ts';
import type { Board } from './board.ts';
import type { Parties } from './columns.ts';
import { delayOf } from './delay.ts';
import { isScheduled, type Review } from './reviews.ts';
import {
	delays,
	narrowingOf,
	stages,
	type Delay,
	type Figure,
	type Selection,
	type Stage
} from './selection.ts';

/** A selection without what a statistic parts it by itself, so that each of its figures can say so. */
export const unparted = (selection: Selection): Selection => narrowingOf(selection, 'statistics');

/** How late what had a due day was when it came. */
export interface Received {
	byDelay: readonly { delay: Delay; figure: Figure }[];
	/** By body and year of receipt, the latest year first: all that came, and what came in time. */
	byBodyAndYear: readonly { body: string; year: number; all: Figure; inTime: Figure }[];
}

/** @param selection that of the board, with nothing that parts it */
export function receivedOn(board: Board, { bodies }: Parties, selection: Selection): Received {
	const byDelay = new Map(delays.map((delay) => [delay, 0]));
	const byYear = new Map<string, { body: number; year: number; all: number; inTime: number }>();
	board.eachReceived((body, on, days) => {
		const delay = delayOf(days);
		byDelay.set(delay, byDelay.get(delay)! + 1);
		const { year } = partsOf(on);
		const key = `${body} ${year}`;
		const known = byYear.get(key) ?? { body, year, all: 0, inTime: 0 };
		byYear.set(key, known);
		known.all += 1;
		if (delay === 'inTime') known.inTime += 1;
	});
	return {
		byDelay: delays.map((delay) => ({
			delay,
			figure: { count: byDelay.get(delay)!, selection: { ...selection, delay } }
		})),
		byBodyAndYear: [...byYear.values()]
			.sort((one, other) => one.body - other.body || other.year - one.year)
			.map(({ body, year, all, inTime }) => {
				const of: Selection = { ...selection, bodies: [bodies[body]!], year };
				return {
					body: bodies[body]!,
					year,
					all: { count: all, selection: { ...of, delay: 'any' } },
					inTime: { count: inTime, selection: { ...of, delay: 'inTime' } }
				};
			})
	};
}

/** How one body graded follow-up on one scale: the grades in its order, what is not on it last. */
export interface Graded {
	body: string;
	scale: GradeScale | null;
	grades: readonly { grade: string; figure: Figure }[];
}

/** By body and scale, the later scale first. @param selection that of the rows, with nothing that parts it */
export function gradesOf(rows: readonly Assessment[], selection: Selection): Graded[] {
	const onOneScale = Map.groupBy(rows, ({ outline, scale }) => `${outline.body} ${scaleName(scale)}`);
	return [...onOneScale.values()]
		.map(([first, ...others]): Graded => {
			const { scale, outline } = first!;
			const { body } = outline;
			const known = (scale?.grades ?? []).map(({ letter }) => letter);
			const place = (grade: string) => (known.includes(grade) ? known.indexOf(grade) : known.length);
			const of = { ...selection, bodies: [body], scale: scaleName(scale) };
			return {
				body,
				scale,
				grades: [...Map.groupBy([first!, ...others], ({ grade }) => grade)]
					.sort(([one], [other]) => place(one) - place(other) || (one < other ? -1 : 1))
					.map(([grade, { length: count }]) => ({
						grade,
						figure: { count, selection: { ...of, grade } }
					}))
			};
		})
		.sort((one, other) => compare(one.body, other.body) || compare(sinceOf(other), sinceOf(one)));
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
/** A scale that is not dated, or not known, stands after those that are. */
const sinceOf = ({ scale }: Graded): string => scale?.rule.validFrom ?? '';

/** What a body has in hand. */
export interface InHand {
	body: string;
	/** By stage, in the order of the stages, with the one that waits longest; null where there is none. */
	stages: readonly { stage: Stage; figure: Figure; longest: Review | null }[];
	/** What is to be considered, by the session that has it on its programme, the next first, with its first day. */
	scheduled: readonly { session: number; figure: Figure; opens: IsoDate | null }[];
	/** The dialogues held, by the session that adopted the concluding observations, the latest first. */
	sessions: readonly { session: number; figure: Figure }[];
}

/** @param rows those of the selection, with nothing that parts it, what waits longest first */
export function inHandOf(rows: readonly Review[], { bodies }: Parties, selection: Selection): InHand[] {
	const byBody = Map.groupBy(rows, ({ outline }) => outline.body);
	return bodies.flatMap((body) => {
		const ofBody = byBody.get(body);
		if (!ofBody) return [];
		const of: Selection = { ...selection, bodies: [body] };
		return {
			body,
			stages: stages.map((stage) => {
				const inStage = ofBody.filter((one) => one.stage === stage);
				return {
					stage,
					figure: { count: inStage.length, selection: { ...of, stage } },
					longest: inStage[0] ?? null
				};
			}),
			scheduled: bySession(ofBody.filter(isScheduled)).map(([session, reviews]) => ({
				session,
				figure: { count: reviews.length, selection: { ...of, stage: 'scheduled', session } },
				opens: reviews.find(({ opens }) => opens)?.opens ?? null
			})),
			sessions: bySession(ofBody.filter(({ stage }) => stage === 'held'))
				.map(([session, { length: count }]) => ({
					session,
					figure: { count, selection: { ...of, stage: 'held' as const, session } }
				}))
				.reverse()
		};
	});
}

/** The reviews of each session that is known, in the order of the sessions. */
const bySession = (reviews: readonly Review[]): [number, Review[]][] =>
	[...Map.groupBy(reviews, ({ session }) => session)]
		.filter((entry): entry is [number, Review[]] => entry[0] !== null)
		.sort(([one], [other]) => one - other);
