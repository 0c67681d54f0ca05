import type { StatePath } from '#lib/cycle/statechart/chart.ts';
import { m } from './catalogue/messages.js';
import { isReview } from './review.ts';

/** What being in a state means; apart from the names, which the first page needs and these not. */
const explanations: Readonly<Record<StatePath, () => string>> = {
	'beforeReview.initialReport.deadline.running':
		m.state_before_review_initial_report_deadline_running_explained,
	'beforeReview.initialReport.deadline.overdue':
		m.state_before_review_initial_report_deadline_overdue_explained,
	'beforeReview.initialReport.extension.notRequested':
		m.state_before_review_initial_report_extension_not_requested_explained,
	'beforeReview.initialReport.extension.requested':
		m.state_before_review_initial_report_extension_requested_explained,
	'beforeReview.reportAwaited': m.state_before_review_report_awaited_explained,
	'beforeReview.noticeOfReview.deadline.running':
		m.state_before_review_notice_of_review_deadline_running_explained,
	'beforeReview.noticeOfReview.deadline.overdue':
		m.state_before_review_notice_of_review_deadline_overdue_explained,
	'beforeReview.listOfIssuesPriorToReporting.deadline.running':
		m.state_before_review_list_of_issues_prior_to_reporting_deadline_running_explained,
	'beforeReview.listOfIssuesPriorToReporting.deadline.overdue':
		m.state_before_review_list_of_issues_prior_to_reporting_deadline_overdue_explained,
	'beforeReview.listOfIssuesPriorToReporting.extension.notRequested':
		m.state_before_review_list_of_issues_prior_to_reporting_extension_not_requested_explained,
	'beforeReview.listOfIssuesPriorToReporting.extension.requested':
		m.state_before_review_list_of_issues_prior_to_reporting_extension_requested_explained,
	'beforeReview.reportSubmittedAsReplies': m.state_before_review_report_submitted_as_replies_explained,
	'beforeReview.reportSubmitted': m.state_before_review_report_submitted_explained,
	'beforeReview.listOfIssues.deadline.running':
		m.state_before_review_list_of_issues_deadline_running_explained,
	'beforeReview.listOfIssues.deadline.overdue':
		m.state_before_review_list_of_issues_deadline_overdue_explained,
	'beforeReview.listOfIssues.extension.notRequested':
		m.state_before_review_list_of_issues_extension_not_requested_explained,
	'beforeReview.listOfIssues.extension.requested':
		m.state_before_review_list_of_issues_extension_requested_explained,
	'beforeReview.repliesReceived': m.state_before_review_replies_received_explained,
	dialogueHeld: m.state_dialogue_held_explained,
	'afterAdoption.followUp.notRequested': m.state_after_adoption_follow_up_not_requested_explained,
	'afterAdoption.followUp.awaited.deadline.running':
		m.state_after_adoption_follow_up_awaited_deadline_running_explained,
	'afterAdoption.followUp.awaited.deadline.overdue':
		m.state_after_adoption_follow_up_awaited_deadline_overdue_explained,
	'afterAdoption.followUp.awaited.extension.notRequested':
		m.state_after_adoption_follow_up_awaited_extension_not_requested_explained,
	'afterAdoption.followUp.awaited.extension.requested':
		m.state_after_adoption_follow_up_awaited_extension_requested_explained,
	'afterAdoption.followUp.received': m.state_after_adoption_follow_up_received_explained,
	'afterAdoption.followUp.assessed': m.state_after_adoption_follow_up_assessed_explained,
	'afterAdoption.followUp.closed': m.state_after_adoption_follow_up_closed_explained,
	'afterAdoption.nextReport.notRequested': m.state_after_adoption_next_report_not_requested_explained,
	'afterAdoption.nextReport.awaited.deadline.running':
		m.state_after_adoption_next_report_awaited_deadline_running_explained,
	'afterAdoption.nextReport.awaited.deadline.overdue':
		m.state_after_adoption_next_report_awaited_deadline_overdue_explained,
	'afterAdoption.nextReport.awaited.extension.notRequested':
		m.state_after_adoption_next_report_awaited_extension_not_requested_explained,
	'afterAdoption.nextReport.awaited.extension.requested':
		m.state_after_adoption_next_report_awaited_extension_requested_explained,
	'afterAdoption.nextReport.submitted': m.state_after_adoption_next_report_submitted_explained,
	'afterAdoption.nextReport.foldedIn': m.state_after_adoption_next_report_folded_in_explained,
	'afterAdoption.additionalInformation.notRequested':
		m.state_after_adoption_additional_information_not_requested_explained,
	'afterAdoption.additionalInformation.awaited.deadline.running':
		m.state_after_adoption_additional_information_awaited_deadline_running_explained,
	'afterAdoption.additionalInformation.awaited.deadline.overdue':
		m.state_after_adoption_additional_information_awaited_deadline_overdue_explained,
	'afterAdoption.additionalInformation.awaited.extension.notRequested':
		m.state_after_adoption_additional_information_awaited_extension_not_requested_explained,
	'afterAdoption.additionalInformation.awaited.extension.requested':
		m.state_after_adoption_additional_information_awaited_extension_requested_explained,
	'afterAdoption.additionalInformation.received':
		m.state_after_adoption_additional_information_received_explained,
	'visit.notCarriedOut': m.state_visit_not_carried_out_explained,
	'visit.carriedOut': m.state_visit_carried_out_explained,
	'visit.reportTransmitted.deadline.running': m.state_visit_report_transmitted_deadline_running_explained,
	'visit.reportTransmitted.deadline.overdue': m.state_visit_report_transmitted_deadline_overdue_explained,
	'visit.reportTransmitted.extension.notRequested':
		m.state_visit_report_transmitted_extension_not_requested_explained,
	'visit.reportTransmitted.extension.requested':
		m.state_visit_report_transmitted_extension_requested_explained,
	'visit.replyReceived': m.state_visit_reply_received_explained,
	'preventiveMechanism.notDue': m.state_preventive_mechanism_not_due_explained,
	'preventiveMechanism.awaited.deadline.running':
		m.state_preventive_mechanism_awaited_deadline_running_explained,
	'preventiveMechanism.awaited.deadline.overdue':
		m.state_preventive_mechanism_awaited_deadline_overdue_explained,
	'preventiveMechanism.awaited.extension.notRequested':
		m.state_preventive_mechanism_awaited_extension_not_requested_explained,
	'preventiveMechanism.awaited.extension.requested':
		m.state_preventive_mechanism_awaited_extension_requested_explained,
	'preventiveMechanism.designated': m.state_preventive_mechanism_designated_explained
};

/** What the Universal Periodic Review means otherwise. */
const explanationsOfReview: Readonly<Record<StatePath, () => string>> = {
	'beforeReview.reportSubmitted': m.state_review_report_submitted_explained,
	'beforeReview.repliesReceived': m.state_review_replies_received_explained,
	dialogueHeld: m.state_review_held_explained
};

/**
 * What being in a state means, as a sentence. Its path where it has no words, so that nothing hides.
 * @param body whose words are meant, where they differ
 */
export const stateExplanation = (path: StatePath, body?: string): string =>
	(isReview(body) ? explanationsOfReview[path]?.() : undefined) ?? explanations[path]?.() ?? path;
