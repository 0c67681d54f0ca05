import { describe, expect, test } from 'vitest';
import { ced } from '#lib/procedures/ced.ts';
import { cmw } from '#lib/procedures/cmw.ts';
import { crc, opac } from '#lib/procedures/crc.ts';
import { crpd } from '#lib/procedures/crpd.ts';
import type { Procedure } from '#lib/procedures/procedure.ts';
import { spt } from '#lib/procedures/spt.ts';
import { startChart } from './chart.ts';
import type { ChartEventType } from './definition.ts';

/** The states after events, each of which the chart must take. */
function statesAfter(procedure: Procedure, ...events: ChartEventType[]): string[] {
	const chart = startChart(procedure);
	for (const event of events) expect(chart.send(event), event).toBe(true);
	return chart.states();
}
const refuses = (procedure: Procedure, ...events: ChartEventType[]) => {
	const chart = startChart(procedure);
	for (const event of events.slice(0, -1)) chart.send(event);
	return !chart.send(events.at(-1)!);
};

describe('the first report', () => {
	test('is owed from the entry into force on, and can become overdue', () => {
		expect(statesAfter(cmw, 'TreatyEnteredIntoForce', 'DeadlinePassed.initialReport')).toEqual([
			'beforeReview.initialReport.deadline.overdue',
			'beforeReview.initialReport.extension.notRequested'
		]);
	});

	test.each<[ChartEventType, string]>([
		['ReportSubmitted', 'beforeReview.reportSubmitted'],
		['DialogueHeld', 'dialogueHeld']
	])('is no longer awaited after %s', (event, state) =>
		expect(statesAfter(cmw, 'TreatyEnteredIntoForce', event)).toEqual([state])
	);
});

describe('a notice of review without a report', () => {
	const running = ['beforeReview.noticeOfReview.deadline.running'];

	test('can come whether or not it is known since when a report is owed', () => {
		expect(statesAfter(crpd, 'NoticeOfReviewGiven')).toEqual(running);
		expect(statesAfter(crpd, 'TreatyEnteredIntoForce', 'NoticeOfReviewGiven')).toEqual(running);
	});

	test('can come where replies were to be the report and have not come', () => {
		const listed = ['ListOfIssuesPriorToReportingAdopted', 'DeadlinePassed.replies'] as const;
		expect(statesAfter(crpd, ...listed, 'NoticeOfReviewGiven')).toEqual(running);
		expect(refuses(cmw, ...listed, 'NoticeOfReviewGiven')).toBe(true);
	});

	test('leaves time for a report, and then for a review without one', () => {
		expect(statesAfter(crpd, 'NoticeOfReviewGiven', 'ReportSubmitted')).toEqual([
			'beforeReview.reportSubmitted'
		]);
		const passed = ['NoticeOfReviewGiven', 'DeadlinePassed.reportUnderNotice'] as const;
		expect(statesAfter(crpd, ...passed, 'DialogueHeld')).toEqual(['dialogueHeld']);
	});

	test('is given only where the procedure has that clock, and nobody extends it', () => {
		expect(refuses(cmw, 'NoticeOfReviewGiven')).toBe(true);
		expect(refuses(crpd, 'NoticeOfReviewGiven', 'ExtensionRequested.reportUnderNotice')).toBe(true);
	});
});

test('additional information can be asked for again and again', () => {
	const asked = ['ConcludingObservationsAdopted', 'AdditionalInformationRequested'] as const;
	const states = statesAfter(
		ced,
		...asked,
		'AdditionalInformationReceived',
		'AdditionalInformationRequested'
	);
	expect(states).toContain('afterAdoption.additionalInformation.awaited.deadline.running');
	expect(refuses(ced, 'ConcludingObservationsAdopted', 'NextReportRequested')).toBe(true);
	expect(refuses(cmw, ...asked)).toBe(true);
});

test('what comes after the first report under a protocol belongs in another body’s reports', () => {
	expect(statesAfter(opac, 'ConcludingObservationsAdopted')).toEqual(['afterAdoption.nextReport.foldedIn']);
	expect(refuses(opac, 'ConcludingObservationsAdopted', 'NextReportRequested')).toBe(true);
	expect(refuses(crc, 'ConcludingObservationsAdopted', 'FollowUpRequested')).toBe(true);
});

test('the committee may meet the mission while the follow-up is awaited', () => {
	const requested = ['ConcludingObservationsAdopted', 'FollowUpRequested'] as const;
	const overdue = [...requested, 'DeadlinePassed.followUp'] as const;
	expect(statesAfter(cmw, ...overdue, 'MeetingHeldWithMission')).toEqual(statesAfter(cmw, ...overdue));
	expect(refuses(cmw, 'ConcludingObservationsAdopted', 'MeetingHeldWithMission')).toBe(true);
});

describe('a body that visits', () => {
	test('begins with neither a visit nor a mechanism', () =>
		expect(statesAfter(spt)).toEqual(['visit.notCarriedOut', 'preventiveMechanism.notDue']));

	test('sends its report and awaits a reply, beside the mechanism', () => {
		expect(
			statesAfter(
				spt,
				'TreatyEnteredIntoForce',
				'VisitCarriedOut',
				'VisitReportTransmitted',
				'DeadlinePassed.visitReply'
			)
		).toEqual([
			'visit.reportTransmitted.deadline.overdue',
			'visit.reportTransmitted.extension.notRequested',
			'preventiveMechanism.awaited.deadline.running',
			'preventiveMechanism.awaited.extension.notRequested'
		]);
	});

	test('comes to its end with the reply and the mechanism', () =>
		expect(
			statesAfter(spt, 'VisitReportTransmitted', 'VisitReplyReceived', 'PreventiveMechanismDesignated').sort()
		).toEqual(['preventiveMechanism.designated', 'visit.replyReceived']));

	test('knows nothing of reports', () => {
		for (const event of ['ReportSubmitted', 'ConcludingObservationsAdopted', 'FollowUpRequested'] as const)
			expect(refuses(spt, event)).toBe(true);
	});
});
