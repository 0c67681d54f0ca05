import { describe, expect, test } from 'vitest';
import { getAdjacencyMap, getShortestPaths } from 'xstate/graph';
import type { IsoDate } from '#lib/calendar/date.ts';
import { shiftDate } from '#lib/calendar/interval.ts';
import { procedures } from '#lib/procedures/index.ts';
import { laterCycle } from '#lib/procedures/laterCycle.ts';
import type { Procedure } from '#lib/procedures/procedure.ts';
import type { Duty } from '../deadline.ts';
import { spellsOn } from '../timeline/views.ts';
import { foldCycle, type Timeline } from '../timeline/fold.ts';
import { envelope, minimalData } from '../testing/facts.ts';
import { allStates, leavesOf, machineOf, startChart } from './chart.ts';
import type { ChartEventType } from './definition.ts';
import { pictureOf, type PictureState } from './picture.ts';

/** The value alone tells states apart: there is no context that could. */
const byValue = { serializeState: (snapshot: { value?: unknown }) => JSON.stringify(snapshot.value) };

const pathsTo = (procedure: Procedure): ChartEventType[][] =>
	getShortestPaths(machineOf(procedure), byValue as object).map(({ steps }) =>
		steps.map(({ event }) => event.type as ChartEventType).filter((type) => !type.startsWith('xstate.'))
	);

/** Every edge there is: the way to each reachable state, and one event more that it takes. */
function edgesOf(procedure: Procedure): ChartEventType[][] {
	return pathsTo(procedure).flatMap((path) => {
		const chart = startChart(procedure);
		for (const type of path) chart.send(type);
		return chart.accepted().map((type) => [...path, type]);
	});
}

const withInner = (states: readonly PictureState[]): PictureState[] =>
	states.flatMap((state) => [state, ...withInner(state.states)]);
const dayOf = (index: number): IsoDate => shiftDate('2020-01-01', `P${index * 10}D`);

/** The duties that one kind of event opens, beside those of lists of issues and of the follow-up. */
const opens: Readonly<Record<string, Duty>> = {
	NoticeOfReviewGiven: 'reportUnderNotice',
	NextReportRequested: 'nextReport',
	AdditionalInformationRequested: 'additionalInformation',
	VisitReportTransmitted: 'visitReply'
};

/** The chart events after which a duty has a date, and which duty. */
function setsDate(type: ChartEventType, { reporting }: Procedure): Duty | undefined {
	if (type === 'TreatyEnteredIntoForce') return reporting ? 'initialReport' : 'preventiveMechanism';
	const [name, duty] = type.split('.');
	if (name === 'ExtensionGranted' || name === 'DeadlineMoved') return duty as Duty;
	if (name?.startsWith('ListOfIssues')) return 'replies';
	if (name === 'FollowUpRequested' || name === 'MoreInformationRequested') return 'followUp';
	return opens[name!];
}

/**
 * A way through the chart told as dated facts. Where the way has the clock strike for a duty, the date set before
 * it is the day before the strike; elsewhere it lies beyond the end.
 */
function foldPath(procedure: Procedure, path: readonly ChartEventType[]): Timeline {
	const facts = path.flatMap((type, index) => {
		const [name, duty] = type.split('.');
		if (name === 'DeadlinePassed') return [];
		const sets = setsDate(type, procedure);
		const rest = path.slice(index + 1);
		const strike = rest.indexOf(`DeadlinePassed.${sets}` as ChartEventType);
		const again = rest.findIndex((later) => setsDate(later, procedure) === sets);
		const strikes = sets && strike >= 0 && (again < 0 || strike < again);
		const due = strikes ? shiftDate(dayOf(index + 1 + strike), 'P1D', 'before') : '2999-12-31';
		return [envelope(name!, dayOf(index), minimalData(name!, { due, duty: duty as Duty }))];
	});
	const number = procedures.includes(procedure) ? 1 : 3;
	return foldCycle(`${procedure.body}/AZE/${number}`, facts) as Timeline;
}

/** The statecharts there are: of first cycles, and of later ones where these are different. */
const charts = procedures.flatMap((procedure) => [
	[procedure.body, procedure] as const,
	...(laterCycle(procedure) === procedure
		? []
		: [[`${procedure.body} later on`, laterCycle(procedure)] as const])
]);

describe.each(charts)('the statechart of %s', (_body, procedure) => {
	test('every state is reachable', () => {
		const reached = new Set(
			getShortestPaths(machineOf(procedure), byValue as object).flatMap(({ state }) => leavesOf(state.value))
		);
		expect([...reached].sort()).toEqual(allStates(procedure).sort());
	});

	test('every state has a way out, or is final', () => {
		const finals = new Set(
			withInner(pictureOf(procedure).states).flatMap(({ kind, path }) => (kind === 'final' ? [path] : []))
		);
		for (const { state, transitions } of Object.values(
			getAdjacencyMap(machineOf(procedure), byValue as object)
		)) {
			const ended = leavesOf(state.value).every((leaf) => finals.has(leaf));
			expect(Object.keys(transitions).length > 0 || ended).toBe(true);
		}
	});

	test('it holds no timer and starts nothing: time is an event', () => {
		const text = JSON.stringify(machineOf(procedure).config);
		expect(text).not.toMatch(/"after"|"invoke"|"always"/);
	});

	test('walked along every edge, the fold of dated facts goes where the chart goes', () => {
		const edges = edgesOf(procedure);
		// Without a follow-up or a next report there is less to walk.
		expect(edges.length).toBeGreaterThan(procedure.followUp ? 300 : 40);
		for (const path of edges) {
			const chart = startChart(procedure);
			for (const type of path) expect(chart.send(type)).toBe(true);
			const timeline = foldPath(procedure, path);
			const last = dayOf(path.length - 1);
			expect(timeline.anomalies, path.join(' > ')).toEqual([]);
			expect(timeline.steps.slice(0, path.length).map(({ on, type }) => `${on} ${type}`)).toEqual(
				path.map((type, index) => `${dayOf(index)} ${type}`)
			);
			expect(
				spellsOn(timeline, last)
					.map(({ state }) => state)
					.sort(),
				path.join(' > ')
			).toEqual(chart.states().sort());
		}
	});
});
