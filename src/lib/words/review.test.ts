import { describe, expect, it } from 'vitest';
import { eventLabel, eventSentence } from './events.ts';
import { cycleShortOf, reportName } from './names.ts';
import { stateExplanation } from './stateExplanations.ts';
import { stateLabel } from './states.ts';

/** Words of treaty bodies that the Universal Periodic Review and the Subcommittee have no use for. */
const ofACommittee = /\bCommittee\b|concluding observations|periodic report|dialogue/;

describe('the Universal Periodic Review', () => {
	it('is told in its own words', () => {
		expect(cycleShortOf('UPR/NZL/2')).toContain('second national report');
		expect(eventLabel('ConcludingObservationsAdopted', 'UPR')).toBe('Report of the Working Group adopted');
		expect(
			eventSentence({
				stream: 'UPR/NZL/2',
				type: 'NextReportRequested',
				data: { numbers: [3], deadline: { kind: 'unstated' } }
			})
		).toContain('third national report');
	});

	it.each([
		'beforeReview.reportAwaited',
		'beforeReview.reportSubmitted',
		'beforeReview.listOfIssues.extension.requested',
		'beforeReview.repliesReceived',
		'dialogueHeld',
		'afterAdoption.nextReport.notRequested',
		'afterAdoption.nextReport.awaited.deadline.running',
		'afterAdoption.nextReport.awaited.deadline.overdue',
		'afterAdoption.nextReport.awaited.extension.requested',
		'afterAdoption.nextReport.submitted'
	])('knows no committee and no dialogue in %s', (path) => {
		expect(`${stateLabel(path, 'UPR')} ${stateExplanation(path, 'UPR')}`).not.toMatch(ofACommittee);
	});

	it.each([
		'ReportSubmitted',
		'DialogueHeld',
		'ConcludingObservationsAdopted',
		'ConcludingObservationsDisseminated',
		'DeadlineMoved.nextReport'
	])('nor in %s', (type) => expect(eventLabel(type.split('.')[0]!, 'UPR')).not.toMatch(ofACommittee));
});

it('leaves the words of the committees as they are', () => {
	expect(eventLabel('ConcludingObservationsAdopted', 'CAT')).toBe(
		eventLabel('ConcludingObservationsAdopted')
	);
	expect(stateLabel('dialogueHeld', 'CAT')).toBe('Dialogue held');
	expect(reportName([2], 'CAT')).toBe('second periodic report');
});
