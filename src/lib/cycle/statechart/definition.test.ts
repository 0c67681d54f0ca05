import { describe, expect, test } from 'vitest';
import { ccpr } from '#lib/procedures/ccpr.ts';
import { cmw } from '#lib/procedures/cmw.ts';
import { laterCycle } from '#lib/procedures/laterCycle.ts';
import type { Procedure } from '#lib/procedures/procedure.ts';
import type { Duty } from '../deadline.ts';
import { chartEventOf, machineOf, startChart, type RunningChart } from './chart.ts';
import type { ChartEventType } from './definition.ts';

/** The chart after events, each of which it must take. */
function chartAfter(procedure: Procedure, ...events: ChartEventType[]): RunningChart {
	const chart = startChart(procedure);
	for (const event of events) expect(chart.send(event), event).toBe(true);
	return chart;
}
/** The states it is then in, those that begin with a prefix, without it. */
const statesAfter = (procedure: Procedure, prefix: string, ...events: ChartEventType[]) =>
	chartAfter(procedure, ...events)
		.states()
		.filter((state) => state.startsWith(prefix))
		.map((state) => state.slice(prefix.length));
const freshlyAwaited = ['deadline.running', 'extension.notRequested'];

describe('before the review', () => {
	const before = (...events: ChartEventType[]) => statesAfter(cmw, 'beforeReview.', ...events);

	test('a cycle begins with its report awaited', () => expect(before()).toEqual(['reportAwaited']));

	test.each([
		'SimplifiedReportingProcedureOffered',
		'SimplifiedReportingProcedureAccepted',
		'SimplifiedReportingProcedureDeclined'
	] as const)('while the report is awaited, %s is noted and moves nothing', (event) =>
		expect(before(event)).toEqual(['reportAwaited'])
	);

	test('a list prior to reporting awaits replies, and these are the report', () => {
		expect(before('ListOfIssuesPriorToReportingAdopted')).toEqual(
			freshlyAwaited.map((state) => `listOfIssuesPriorToReporting.${state}`)
		);
		const submitted = ['ListOfIssuesPriorToReportingAdopted', 'ReportSubmitted'] as const;
		expect(before(...submitted)).toEqual(['reportSubmittedAsReplies']);
		expect(chartAfter(cmw, ...submitted).accepted()).not.toContain('ListOfIssuesAdopted');
	});

	test('a State that declines the simplified procedure under its list owes a report again', () => {
		const declined = ['ListOfIssuesPriorToReportingAdopted', 'SimplifiedReportingProcedureDeclined'] as const;
		expect(before(...declined)).toEqual(freshlyAwaited.map((state) => `initialReport.${state}`));
		expect(statesAfter(laterCycle(cmw), 'beforeReview.', ...declined)).toEqual(['reportAwaited']);
	});

	test('a report is followed by a list of issues, and that by replies', () => {
		expect(before('ReportSubmitted')).toEqual(['reportSubmitted']);
		expect(before('ReportSubmitted', 'ListOfIssuesAdopted')).toEqual(
			freshlyAwaited.map((state) => `listOfIssues.${state}`)
		);
		expect(before('ReportSubmitted', 'ListOfIssuesAdopted', 'RepliesToListOfIssuesReceived')).toEqual([
			'repliesReceived'
		]);
	});

	test('a committee without the simplified procedure knows no list prior to reporting', () => {
		const procedure = { ...cmw, simplifiedReporting: null };
		expect(startChart(procedure).send('ListOfIssuesPriorToReportingAdopted')).toBe(false);
		expect(startChart(procedure).send('SimplifiedReportingProcedureAccepted')).toBe(false);
		expect(statesAfter(procedure, 'beforeReview.', 'ReportSubmitted')).toEqual(['reportSubmitted']);
	});
});

test.each([
	'RecommendationsMade',
	'InformationForNextReportRequested',
	'SimplifiedReportingProcedureOffered',
	'SimplifiedReportingProcedureAccepted',
	'SimplifiedReportingProcedureDeclined',
	'CommentsReceived',
	'ConcludingObservationsDisseminated'
] as const)('after the adoption, %s is noted and moves nothing', (event) => {
	const adopted = chartAfter(cmw, 'ConcludingObservationsAdopted').states();
	expect(chartAfter(cmw, 'ConcludingObservationsAdopted', event).states()).toEqual(adopted);
});

describe('the follow-up', () => {
	const requested = ['ConcludingObservationsAdopted', 'FollowUpRequested'] as const;
	const followUp = (...events: ChartEventType[]) =>
		statesAfter(cmw, 'afterAdoption.followUp.', ...requested, ...events);

	test.each<[ChartEventType[], string[]]>([
		[['FollowUpReceived'], ['received']],
		[['FollowUpReceived', 'FollowUpReceived'], ['received']],
		[['FollowUpReceived', 'FollowUpClosed'], ['closed']],
		[['FollowUpReceived', 'FollowUpAssessed'], ['assessed']],
		[['FollowUpReceived', 'FollowUpAssessed', 'FollowUpAssessed'], ['assessed']],
		[['FollowUpReceived', 'FollowUpAssessed', 'FollowUpReceived'], ['received']],
		[['FollowUpReceived', 'FollowUpAssessed', 'FollowUpClosed'], ['closed']],
		[
			['FollowUpReceived', 'FollowUpAssessed', 'MoreInformationRequested'],
			freshlyAwaited.map((state) => `awaited.${state}`)
		],
		[['FollowUpClosed'], ['closed']]
	])('after %j is %j', (events, states) => expect(followUp(...events)).toEqual(states));

	test('is assessed without an answer where the committee does that, once the answer is overdue', () => {
		const overdue = [...requested, 'DeadlinePassed.followUp'] as const;
		expect(chartAfter(ccpr, ...requested).send('FollowUpAssessed')).toBe(false);
		expect(statesAfter(ccpr, 'afterAdoption.followUp.', ...overdue, 'FollowUpAssessed')).toEqual([
			'assessed'
		]);
		expect(chartAfter(cmw, ...overdue).send('FollowUpAssessed')).toBe(false);
	});

	test('is not there where the committee asks for none', () => {
		const procedure = { ...cmw, followUp: null };
		expect(chartAfter(procedure, 'ConcludingObservationsAdopted').states()).toEqual([
			'afterAdoption.nextReport.notRequested'
		]);
	});
});

test('the next report may come though no request for it was recorded', () => {
	expect(
		statesAfter(cmw, 'afterAdoption.nextReport', 'ConcludingObservationsAdopted', 'NextReportSubmitted')
	).toEqual(['.submitted']);
});

describe.each<[Duty, string, ChartEventType[]]>([
	[
		'replies',
		'beforeReview.listOfIssuesPriorToReporting',
		['ListOfIssuesPriorToReportingAdopted'] as ChartEventType[]
	],
	['replies', 'beforeReview.listOfIssues', ['ReportSubmitted', 'ListOfIssuesAdopted']],
	['followUp', 'afterAdoption.followUp.awaited', ['ConcludingObservationsAdopted', 'FollowUpRequested']],
	['nextReport', 'afterAdoption.nextReport.awaited', ['ConcludingObservationsAdopted', 'NextReportRequested']]
])('while %s are owed in %s', (duty, state, opening) => {
	const passed = `DeadlinePassed.${duty}` as const;
	const moved = `DeadlineMoved.${duty}` as const;
	const [asked, granted, refused] = [
		`ExtensionRequested.${duty}`,
		`ExtensionGranted.${duty}`,
		`ExtensionRefused.${duty}`
	] as const;

	test.each<[ChartEventType[], deadline: string, extension: string]>([
		[[], 'running', 'notRequested'],
		[[`ReminderSent.${duty}`], 'running', 'notRequested'],
		[[passed], 'overdue', 'notRequested'],
		[[passed, `ReminderSent.${duty}`], 'overdue', 'notRequested'],
		[[moved], 'running', 'notRequested'],
		[[passed, moved], 'running', 'notRequested'],
		[[asked], 'running', 'requested'],
		[[asked, moved], 'running', 'requested'],
		[[asked, passed], 'overdue', 'requested'],
		[[asked, granted], 'running', 'notRequested'],
		[[asked, passed, granted], 'running', 'notRequested'],
		[[asked, passed, refused], 'overdue', 'notRequested'],
		// The request itself may not have been recorded.
		[[granted], 'running', 'notRequested'],
		[[passed, granted], 'running', 'notRequested'],
		[[passed, refused], 'overdue', 'notRequested']
	])('after %j the deadline is %s and an extension %s', (events, deadline, extension) => {
		expect(statesAfter(cmw, `${state}.`, ...opening, ...events)).toEqual([
			`deadline.${deadline}`,
			`extension.${extension}`
		]);
	});

	test('neither the clock strikes twice nor is an extension asked for twice', () => {
		expect(chartAfter(cmw, ...opening, passed).send(passed)).toBe(false);
		expect(chartAfter(cmw, ...opening, asked).send(asked)).toBe(false);
	});
});

describe('the chart of a procedure', () => {
	test('is compiled once', () => expect(machineOf(cmw)).toBe(machineOf(cmw)));

	test('has no name for what the record says of itself', () => {
		expect(chartEventOf({ type: 'CycleOpened', data: {} as never })).toBeUndefined();
		expect(chartEventOf({ type: 'RecordCorrected', data: {} as never })).toBeUndefined();
	});
});
