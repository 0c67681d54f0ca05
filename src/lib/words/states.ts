import type { StatePath } from '#lib/cycle/statechart/chart.ts';
import { m } from './catalogue/messages.js';
import { list } from './dates.ts';
import { isReview } from './review.ts';

/** The name of every innermost state of every procedure. */
const labels: Readonly<Record<StatePath, () => string>> = {
	'beforeReview.initialReport.deadline.running': m.state_before_review_initial_report_deadline_running,
	'beforeReview.initialReport.deadline.overdue': m.state_before_review_initial_report_deadline_overdue,
	'beforeReview.initialReport.extension.notRequested':
		m.state_before_review_initial_report_extension_not_requested,
	'beforeReview.initialReport.extension.requested': m.state_before_review_initial_report_extension_requested,
	'beforeReview.reportAwaited': m.state_before_review_report_awaited,
	'beforeReview.noticeOfReview.deadline.running': m.state_before_review_notice_of_review_deadline_running,
	'beforeReview.noticeOfReview.deadline.overdue': m.state_before_review_notice_of_review_deadline_overdue,
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
	'afterAdoption.nextReport.submitted': m.state_after_adoption_next_report_submitted,
	'afterAdoption.nextReport.foldedIn': m.state_after_adoption_next_report_folded_in,
	'afterAdoption.additionalInformation.notRequested':
		m.state_after_adoption_additional_information_not_requested,
	'afterAdoption.additionalInformation.awaited.deadline.running':
		m.state_after_adoption_additional_information_awaited_deadline_running,
	'afterAdoption.additionalInformation.awaited.deadline.overdue':
		m.state_after_adoption_additional_information_awaited_deadline_overdue,
	'afterAdoption.additionalInformation.awaited.extension.notRequested':
		m.state_after_adoption_additional_information_awaited_extension_not_requested,
	'afterAdoption.additionalInformation.awaited.extension.requested':
		m.state_after_adoption_additional_information_awaited_extension_requested,
	'afterAdoption.additionalInformation.received': m.state_after_adoption_additional_information_received,
	'visit.notCarriedOut': m.state_visit_not_carried_out,
	'visit.carriedOut': m.state_visit_carried_out,
	'visit.reportTransmitted.deadline.running': m.state_visit_report_transmitted_deadline_running,
	'visit.reportTransmitted.deadline.overdue': m.state_visit_report_transmitted_deadline_overdue,
	'visit.reportTransmitted.extension.notRequested': m.state_visit_report_transmitted_extension_not_requested,
	'visit.reportTransmitted.extension.requested': m.state_visit_report_transmitted_extension_requested,
	'visit.replyReceived': m.state_visit_reply_received,
	'preventiveMechanism.notDue': m.state_preventive_mechanism_not_due,
	'preventiveMechanism.awaited.deadline.running': m.state_preventive_mechanism_awaited_deadline_running,
	'preventiveMechanism.awaited.deadline.overdue': m.state_preventive_mechanism_awaited_deadline_overdue,
	'preventiveMechanism.awaited.extension.notRequested':
		m.state_preventive_mechanism_awaited_extension_not_requested,
	'preventiveMechanism.awaited.extension.requested': m.state_preventive_mechanism_awaited_extension_requested,
	'preventiveMechanism.designated': m.state_preventive_mechanism_designated
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
	listOfIssuesPriorToReporting: m.region_list_of_issues_prior_to_reporting,
	initialReport: m.region_initial_report,
	noticeOfReview: m.region_notice_of_review,
	additionalInformation: m.region_additional_information,
	visit: m.region_visit,
	reportTransmitted: m.region_report_transmitted,
	preventiveMechanism: m.region_preventive_mechanism
};

/** What the Universal Periodic Review calls otherwise. */
const labelsOfReview: Readonly<Record<StatePath, () => string>> = {
	dialogueHeld: m.state_review_held,
	'afterAdoption.nextReport.notRequested': m.state_review_next_not_requested
};

/**
 * The short name of a state: "Follow-up overdue". Its path where it has no words, so that nothing hides.
 * @param body whose words are meant, where they differ
 */
export const stateLabel = (path: StatePath, body?: string): string =>
	(isReview(body) ? labelsOfReview[path]?.() : undefined) ?? labels[path]?.() ?? path;

/** The name of a region, or of a state that holds others: the last part of its path says which. */
export const regionLabel = (path: StatePath): string =>
	regions[path.split('.').at(-1) ?? '']?.() ?? m.region_cycle();

/** Several states in a row. That no extension is asked for goes without saying beside another state. */
export function statesLabel(paths: readonly StatePath[]): string {
	const telling = paths.filter((path) => !path.endsWith('.extension.notRequested'));
	return list((telling.length ? telling : paths).map((path) => stateLabel(path)));
}
