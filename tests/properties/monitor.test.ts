import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { daysBetween } from '#lib/calendar/distance.ts';
import { shiftDate } from '#lib/calendar/interval.ts';
import { outlineStream, type Outline } from '#lib/cycle/outline/outline.ts';
import { duties } from '#lib/cycle/deadline.ts';
import { isOwedToCommittee } from '#lib/cycle/timeline/owed.ts';
import { groups, obligationsOn, type ObligationOnDay } from '#lib/cycle/timeline/views.ts';
import type { Rows } from '#lib/monitor/board.ts';
import { Monitor } from '#lib/monitor/monitor.ts';
import { orders, rank, rankings } from '#lib/monitor/ranking.ts';
import {
	delays,
	everything,
	fromQuery,
	regionOrNone,
	regionsAndNone,
	toQuery,
	years,
	type Figure,
	type Selection
} from '#lib/monitor/selection.ts';
import { gradesOf, inHandOf, receivedOn, unparted } from '#lib/monitor/statistics.ts';
import { anyHistory, recordIn, type Told } from './histories.ts';

const streams = ['CMW/AZE/3', 'CMW/AZE/1', 'CED/TCD/1', 'CRPD/TUV/2', 'CCPR/TCD/4', 'CCPR/VAT/1'];
const names: Readonly<Record<string, string>> = {
	AZE: 'Azerbaijan',
	TCD: 'Chad',
	TUV: 'Tuvalu',
	VAT: 'Holy See'
};
const nameOf = (state: string) => names[state] ?? state;

const anyWorld = fc
	.array(anyHistory, { minLength: 1, maxLength: streams.length })
	.map(
		(histories) =>
			new Map(histories.map((told, place) => [streams[place]!, outlineAs(streams[place]!, told)]))
	);
const anyDay = fc.nat({ max: 6000 }).map((days) => shiftDate('2018-01-01', `P${days}D`));
const some = <Value>(values: readonly Value[]) =>
	fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.constantFrom(...values));
const anySelection: fc.Arbitrary<Selection> = fc.record({
	bodies: fc.subarray(['CMW', 'CED', 'CRPD', 'CCPR'], { maxLength: 2 }),
	regions: fc.oneof(
		{ weight: 3, arbitrary: fc.constant([]) },
		fc.subarray([...regionsAndNone], { maxLength: 3 })
	),
	state: fc.constantFrom('', '', '', 'AZE', 'a', 'zer', 'TCD', 'nowhere'),
	duty: some(duties),
	group: some(groups),
	late: some(years),
	neverReported: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
	delay: some([...delays, 'any' as const]),
	year: some([2019, 2020, 2024]),
	stage: fc.constant(null),
	session: fc.constant(null),
	grade: some(['A', 'B']),
	scale: some(['CED-2022', 'CED-before-2022', 'none'])
});
const anyLook = fc.tuple(anyWorld, anyDay, anySelection);

const all = <Row>(rows: Rows<Row>): readonly Row[] => rows.slice(0, rows.length);
const stateOf = ({ obligation }: ObligationOnDay): string => obligation.stream.split('/')[1]!;

function outlineAs(stream: string, told: readonly Told[]): Outline {
	return outlineStream(
		stream,
		recordIn(told).map((event) => ({ ...event, stream }))
	) as Outline;
}

/** What a selection keeps, reckoned row by row and with nothing prepared. */
function naive(world: ReadonlyMap<string, Outline>, asOf: IsoDate, selection: Selection): ObligationOnDay[] {
	return obligationsOn(world.values(), asOf).filter(({ obligation, standing, group, date }) => {
		const [body = '', state = ''] = obligation.stream.split('/');
		const isNamed =
			selection.state in names
				? state === selection.state
				: nameOf(state).toLowerCase().includes(selection.state);
		const received = standing.kind === 'met' && standing.daysLate !== null ? standing.daysLate : null;
		return (
			isOwedToCommittee(obligation) &&
			(selection.bodies.length === 0 || selection.bodies.includes(body)) &&
			(selection.regions.length === 0 || selection.regions.includes(regionOrNone(state))) &&
			isNamed &&
			(selection.duty === null || selection.duty === obligation.duty) &&
			(selection.group === null || selection.group === group) &&
			(selection.late === null ||
				(group === 'overdue' && shiftDate(date.due!, `P${selection.late}Y`) < asOf)) &&
			(selection.delay === null || (received !== null && isWithin(received, selection.delay))) &&
			(selection.year === null ||
				(received !== null && 'on' in standing && Number(standing.on.slice(0, 4)) === selection.year))
		);
	});
}

const within: Record<(typeof delays)[number], readonly [number, number]> = {
	inTime: [0, 0],
	month: [1, 30],
	quarter: [31, 90],
	halfYear: [91, 180],
	year: [181, 365],
	twoYears: [366, 730],
	fiveYears: [731, 1826],
	more: [1827, Infinity]
};
function isWithin(days: number, delay: (typeof delays)[number] | 'any'): boolean {
	const [least, most] = delay === 'any' ? [0, Infinity] : within[delay];
	return days >= least && days <= most;
}

test('the rows are those that are reckoned one by one, in the same order', () => {
	fc.assert(
		fc.property(anyLook, ([world, day, selection]) => {
			const wanted = { ...selection, neverReported: false };
			expect(all(new Monitor(world, nameOf).board(day, wanted).rows())).toEqual(naive(world, day, wanted));
		}),
		{ numRuns: 400 }
	);
});

test('who never reported is among the overdue, and owes the first report', () => {
	fc.assert(
		fc.property(anyLook, ([world, day]) => {
			const board = new Monitor(world, nameOf).board(day, { ...everything, neverReported: true });
			const overdue = naive(world, day, { ...everything, group: 'overdue' });
			for (const row of all(board.rows())) {
				expect(overdue).toContainEqual(row);
				expect(row.obligation.stream.endsWith('/1')).toBe(true);
			}
			const initial = overdue.filter(({ obligation }) => obligation.duty === 'initialReport');
			for (const row of initial) expect(all(board.rows())).toContainEqual(row);
		}),
		{ numRuns: 200 }
	);
});

test('every number on the monitor is how many rows it opens, and the whole is the sum of its parts', () => {
	fc.assert(
		fc.property(anyLook, ([world, day, selection]) => {
			const monitor = new Monitor(world, nameOf);
			const { parties } = monitor;
			const opens = (figure: Figure) => {
				// As it opens: through the address.
				const query = toQuery(figure.selection);
				const asked = fromQuery((name) => query[name] || null);
				expect(asked).toEqual(figure.selection);
				return monitor.board(day, asked).rows().length;
			};

			const board = monitor.board(day, selection);
			expect(board.count()).toBe(board.rows().length);
			expect(board.first()).toEqual(board.rows().slice(0, 1)[0]);
			const late = all(board.rows()).filter(({ group }) => group === 'overdue');
			expect(board.statesOverdue()).toBe(new Set(late.map(stateOf)).size);
			expect(groups.reduce((sum, group) => sum + board.count(group), 0)).toBe(board.count());
			for (const group of groups)
				expect(board.count(group)).toBe(all(board.rows()).filter((row) => row.group === group).length);

			let overdue = 0;
			parties.states.forEach((state, at) =>
				parties.bodies.forEach((body, place) => {
					const cell = board.cell(at, place);
					const here = { ...selection, state, bodies: [body] };
					if (!cell) return;
					const { group, count } = cell;
					expect(opens({ count, selection: { ...here, group } })).toBe(count);
					const first = monitor.board(day, here).rows().slice(0, 1)[0]!;
					expect([first.obligation, first.group]).toEqual([cell.worst, group]);
					const isOverdue = first.standing.kind === 'overdue';
					expect(cell.due).toBe(isOverdue ? first.date.due : null);
					expect(board.daysLateAt(at, place)).toBe(isOverdue ? daysBetween(first.date.due!, day) : 0);
					if (group === 'overdue') overdue += count;
				})
			);
			expect(overdue).toBe(board.count('overdue'));

			for (const by of rankings)
				for (const order of orders) {
					const ranked = rank(board, parties, selection, by, order);
					for (const { overdue } of ranked) expect(opens(overdue)).toBe(overdue.count);
					expect(ranked.reduce((sum, { overdue }) => sum + overdue.count, 0)).toBe(board.count('overdue'));
				}
		}),
		{ numRuns: 150 }
	);
});

test('every figure of the statistics is how many rows it opens', () => {
	fc.assert(
		fc.property(anyLook, ([world, day, selection]) => {
			const monitor = new Monitor(world, nameOf);
			const { parties, reviews, assessments } = monitor;
			const whole = unparted(selection);
			const { byDelay, byBodyAndYear } = receivedOn(monitor.board(day, whole), parties, whole);
			const received = naive(world, day, { ...whole, delay: 'any' }).length;
			expect(byDelay.reduce((sum, { figure }) => sum + figure.count, 0)).toBe(received);
			expect(byBodyAndYear.reduce((sum, { all }) => sum + all.count, 0)).toBe(received);
			for (const figure of [
				...byDelay.map(({ figure }) => figure),
				...byBodyAndYear.flatMap(({ all, inTime }) => [all, inTime])
			])
				expect(naive(world, day, figure.selection).length).toBe(figure.count);

			const grades = assessments.rows(day, whole);
			const graded = gradesOf(grades, whole).flatMap((one) => one.grades);
			expect(graded.reduce((sum, { figure }) => sum + figure.count, 0)).toBe(grades.length);
			for (const { figure } of graded)
				expect(assessments.rows(day, figure.selection).length).toBe(figure.count);

			const inHand = reviews.rows(day, whole);
			const tables = inHandOf(inHand, parties, whole);
			const staged = tables.flatMap((one) => one.stages);
			expect(staged.reduce((sum, { figure }) => sum + figure.count, 0)).toBe(inHand.length);
			const sessions = tables.flatMap(({ sessions, scheduled }) => [...sessions, ...scheduled]);
			for (const { figure } of [...staged, ...sessions])
				expect(reviews.rows(day, figure.selection).length).toBe(figure.count);
		}),
		{ numRuns: 200 }
	);
});

test('rows in another order are the same rows, sorted, and what is equal keeps its order', () => {
	fc.assert(
		fc.property(anyLook, ([world, day, selection]) => {
			const monitor = new Monitor(world, nameOf);
			const board = monitor.board(day, { ...selection, group: null });
			const urgent = all(board.rows());
			expect(all(board.rows('latest'))).toEqual(urgent.toReversed());
			// The last of the States comes first.
			const ranks = monitor.parties.states.map((_, place) => -place + monitor.parties.states.length);
			const byState = urgent.toSorted((one, other) =>
				stateOf(one) > stateOf(other) ? -1 : stateOf(one) < stateOf(other) ? 1 : 0
			);
			expect(all(board.rows('state', ranks))).toEqual(byState);
			const bodyAt = ({ obligation }: ObligationOnDay) =>
				monitor.parties.bodies.indexOf(obligation.stream.split('/')[0]!);
			const byBody = urgent.toSorted((one, other) => bodyAt(one) - bodyAt(other));
			expect(all(board.rows('body'))).toEqual(byBody);
		}),
		{ numRuns: 100 }
	);
});

test('a selection comes back from the address it was written into', () => {
	fc.assert(
		fc.property(anySelection, (selection) => {
			const query = toQuery(selection);
			expect(fromQuery((name) => query[name] || null)).toEqual(selection);
		})
	);
});
