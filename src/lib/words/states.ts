import type { StatePath } from '#lib/cycle/statechart/chart.ts';
import { m } from './catalogue/messages.js';
import { list } from './dates.ts';

/** The name and the explanation of every innermost state of every procedure. */
const states: Readonly<Record<StatePath, { label: () => string; explanation: () => string }>> = {
	'beforeReview.reportAwaited': {
		label: m.state_before_review_report_awaited,
		explanation: m.state_before_review_report_awaited_explained
	},
	'beforeReview.listOfIssuesPriorToReporting.deadline.running': {
		label: m.state_before_review_list_of_issues_prior_to_reporting_deadline_running,
		explanation: m.state_before_review_list_of_issues_prior_to_reporting_deadline_running_explained
	},
	'beforeReview.listOfIssuesPriorToReporting.deadline.overdue': {
		label: m.state_before_review_list_of_issues_prior_to_reporting_deadline_overdue,
		explanation: m.state_before_review_list_of_issues_prior_to_reporting_deadline_overdue_explained
	},
	'beforeReview.listOfIssuesPriorToReporting.extension.notRequested': {
		label: m.state_before_review_list_of_issues_prior_to_reporting_extension_not_requested,
		explanation: m.state_before_review_list_of_issues_prior_to_reporting_extension_not_requested_explained
	},
	'beforeReview.listOfIssuesPriorToReporting.extension.requested': {
		label: m.state_before_review_list_of_issues_prior_to_reporting_extension_requested,
		explanation: m.state_before_review_list_of_issues_prior_to_reporting_extension_requested_explained
	},
	'beforeReview.reportSubmittedAsReplies': {
		label: m.state_before_review_report_submitted_as_replies,
		explanation: m.state_before_review_report_submitted_as_replies_explained
	},
	'beforeReview.reportSubmitted': {
		label: m.state_before_review_report_submitted,
		explanation: m.state_before_review_report_submitted_explained
	},
	'beforeReview.listOfIssues.deadline.running': {
		label: m.state_before_review_list_of_issues_deadline_running,
		explanation: m.state_before_review_list_of_issues_deadline_running_explained
	},
	'beforeReview.listOfIssues.deadline.overdue': {
		label: m.state_before_review_list_of_issues_deadline_overdue,
		explanation: m.state_before_review_list_of_issues_deadline_overdue_explained
	},
	'beforeReview.listOfIssues.extension.notRequested': {
		label: m.state_before_review_list_of_issues_extension_not_requested,
		explanation: m.state_before_review_list_of_issues_extension_not_requested_explained
	},
	'beforeReview.listOfIssues.extension.requested': {
		label: m.state_before_review_list_of_issues_extension_requested,
		explanation: m.state_before_review_list_of_issues_extension_requested_explained
	},
	'beforeReview.repliesReceived': {
		label: m.state_before_review_replies_received,
		explanation: m.state_before_review_replies_received_explained
	},
	dialogueHeld: { label: m.state_dialogue_held, explanation: m.state_dialogue_held_explained },
	'afterAdoption.followUp.notRequested': {
		label: m.state_after_adoption_follow_up_not_requested,
		explanation: m.state_after_adoption_follow_up_not_requested_explained
	},
	'afterAdoption.followUp.awaited.deadline.running': {
		label: m.state_after_adoption_follow_up_awaited_deadline_running,
		explanation: m.state_after_adoption_follow_up_awaited_deadline_running_explained
	},
	'afterAdoption.followUp.awaited.deadline.overdue': {
		label: m.state_after_adoption_follow_up_awaited_deadline_overdue,
		explanation: m.state_after_adoption_follow_up_awaited_deadline_overdue_explained
	},
	'afterAdoption.followUp.awaited.extension.notRequested': {
		label: m.state_after_adoption_follow_up_awaited_extension_not_requested,
		explanation: m.state_after_adoption_follow_up_awaited_extension_not_requested_explained
	},
	'afterAdoption.followUp.awaited.extension.requested': {
		label: m.state_after_adoption_follow_up_awaited_extension_requested,
		explanation: m.state_after_adoption_follow_up_awaited_extension_requested_explained
	},
	'afterAdoption.followUp.received': {
		label: m.state_after_adoption_follow_up_received,
		explanation: m.state_after_adoption_follow_up_received_explained
	},
	'afterAdoption.followUp.assessed': {
		label: m.state_after_adoption_follow_up_assessed,
		explanation: m.state_after_adoption_follow_up_assessed_explained
	},
	'afterAdoption.followUp.closed': {
		label: m.state_after_adoption_follow_up_closed,
		explanation: m.state_after_adoption_follow_up_closed_explained
	},
	'afterAdoption.nextReport.notRequested': {
		label: m.state_after_adoption_next_report_not_requested,
		explanation: m.state_after_adoption_next_report_not_requested_explained
	},
	'afterAdoption.nextReport.awaited.deadline.running': {
		label: m.state_after_adoption_next_report_awaited_deadline_running,
		explanation: m.state_after_adoption_next_report_awaited_deadline_running_explained
	},
	'afterAdoption.nextReport.awaited.deadline.overdue': {
		label: m.state_after_adoption_next_report_awaited_deadline_overdue,
		explanation: m.state_after_adoption_next_report_awaited_deadline_overdue_explained
	},
	'afterAdoption.nextReport.awaited.extension.notRequested': {
		label: m.state_after_adoption_next_report_awaited_extension_not_requested,
		explanation: m.state_after_adoption_next_report_awaited_extension_not_requested_explained
	},
	'afterAdoption.nextReport.awaited.extension.requested': {
		label: m.state_after_adoption_next_report_awaited_extension_requested,
		explanation: m.state_after_adoption_next_report_awaited_extension_requested_explained
	},
	'afterAdoption.nextReport.submitted': {
		label: m.state_after_adoption_next_report_submitted,
		explanation: m.state_after_adoption_next_report_submitted_explained
	}
};

const regions: Readonly<Record<string, () => string>> = {
	beforeReview: m.region_before_review,
	afterAdoption: m.region_after_adoption,
	followUp: m.region_follow_up,
	nextReport: m.region_next_report,
	awaited: m.region_awaited,
	deadline: m.region_deadline,
	extension: m.region_extension,
	listOfIssues: m.region_list_of_issues,
	listOfIssuesPriorToReporting: m.region_list_of_issues_prior_to_reporting
};

/** The short name of a state: "Follow-up overdue". Its path where it has no words, so that nothing hides. */
export const stateLabel = (path: StatePath): string => states[path]?.label() ?? path;

/** What being in a state means, as a sentence. */
export const stateExplanation = (path: StatePath): string => states[path]?.explanation() ?? path;

/** The name of a region, or of a state that holds others: the last part of its path says which. */
export const regionLabel = (path: StatePath): string =>
	regions[path.split('.').at(-1) ?? '']?.() ?? m.region_cycle();

/** Several states in a row. That no extension is asked for goes without saying beside another state. */
export function statesLabel(paths: readonly StatePath[]): string {
	const telling = paths.filter((path) => !path.endsWith('.extension.notRequested'));
	return list((telling.length ? telling : paths).map(stateLabel));
}
