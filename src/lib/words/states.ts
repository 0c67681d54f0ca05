import type { StatePath } from '#lib/cycle/statechart/chart.ts';
import { m } from './catalogue/messages.js';
import { list } from './dates.ts';

/** The name of every innermost state of every procedure. */
const labels: Readonly<Record<StatePath, () => string>> = {
	'beforeReview.reportAwaited': m.state_before_review_report_awaited,
	'beforeReview.listOfIssuesPriorToReporting.deadline.running':
		m.state_before_review_list_of_issues_prior_to_reporting_deadline_running,
	'beforeReview.listOfIssuesPriorToReporting.deadline.overdue':
		m.state_before_review_list_of_issues_prior_to_reporting_deadline_overdue,
	'beforeReview.listOfIssuesPriorToReporting.extension.notRequested':
		m.state_before_review_list_of_issues_prior_to_reporting_extension_not_requested,
	'beforeReview.listOfIssuesPriorToReporting.extension.requested':
		m.state_before_review_list_of_issues_prior_to_reporting_extension_requested,
	'beforeReview.reportSubmittedAsReplies': m.state_before_review_report_submitted_as_replies,
	'beforeReview.reportSubmitted': m.state_before_review_report_submitted,
	'beforeReview.listOfIssues.deadline.running': m.state_before_review_list_of_issues_deadline_running,
	'beforeReview.listOfIssues.deadline.overdue': m.state_before_review_list_of_issues_deadline_overdue,
	'beforeReview.listOfIssues.extension.notRequested':
		m.state_before_review_list_of_issues_extension_not_requested,
	'beforeReview.listOfIssues.extension.requested': m.state_before_review_list_of_issues_extension_requested,
	'beforeReview.repliesReceived': m.state_before_review_replies_received,
	dialogueHeld: m.state_dialogue_held,
	'afterAdoption.followUp.notRequested': m.state_after_adoption_follow_up_not_requested,
	'afterAdoption.followUp.awaited.deadline.running':
		m.state_after_adoption_follow_up_awaited_deadline_running,
	'afterAdoption.followUp.awaited.deadline.overdue':
		m.state_after_adoption_follow_up_awaited_deadline_overdue,
	'afterAdoption.followUp.awaited.extension.notRequested':
		m.state_after_adoption_follow_up_awaited_extension_not_requested,
	'afterAdoption.followUp.awaited.extension.requested':
		m.state_after_adoption_follow_up_awaited_extension_requested,
	'afterAdoption.followUp.received': m.state_after_adoption_follow_up_received,
	'afterAdoption.followUp.assessed': m.state_after_adoption_follow_up_assessed,
	'afterAdoption.followUp.closed': m.state_after_adoption_follow_up_closed,
	'afterAdoption.nextReport.notRequested': m.state_after_adoption_next_report_not_requested,
	'afterAdoption.nextReport.awaited.deadline.running':
		m.state_after_adoption_next_report_awaited_deadline_running,
	'afterAdoption.nextReport.awaited.deadline.overdue':
		m.state_after_adoption_next_report_awaited_deadline_overdue,
	'afterAdoption.nextReport.awaited.extension.notRequested':
		m.state_after_adoption_next_report_awaited_extension_not_requested,
	'afterAdoption.nextReport.awaited.extension.requested':
		m.state_after_adoption_next_report_awaited_extension_requested,
	'afterAdoption.nextReport.submitted': m.state_after_adoption_next_report_submitted
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
export const stateLabel = (path: StatePath): string => labels[path]?.() ?? path;

/** The name of a region, or of a state that holds others: the last part of its path says which. */
export const regionLabel = (path: StatePath): string =>
	regions[path.split('.').at(-1) ?? '']?.() ?? m.region_cycle();

/** Several states in a row. That no extension is asked for goes without saying beside another state. */
export function statesLabel(paths: readonly StatePath[]): string {
	const telling = paths.filter((path) => !path.endsWith('.extension.notRequested'));
	return list((telling.length ? telling : paths).map(stateLabel));
}
