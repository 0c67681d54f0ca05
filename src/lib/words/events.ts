import { isEventType, type DataOf, type EventType } from '#lib/cycle/events/catalogue.ts';
import type { Deadline, Duty } from '#lib/cycle/deadline.ts';
import type { CountedFrom } from '#lib/cycle/timeline/dueDate.ts';
import type { KnownEvent } from '#lib/cycle/events/read.ts';
import type { ChartEventType } from '#lib/cycle/statechart/definition.ts';
import { m } from './catalogue/messages.js';
import { count, day, intervalWords, list } from './dates.ts';
import { progressName } from './preparation.ts';
import { dutyName, reportName, unitLabel, unitList } from './names.ts';
import { isReview } from './review.ts';

const labels: Readonly<Record<EventType, () => string>> = {
	CycleOpened: m.event_cycle_opened,
	ProcedureChanged: m.procedures_event_changed,
	TreatyEnteredIntoForce: m.event_treaty_entered_into_force,
	NoticeOfReviewGiven: m.event_notice_of_review_given,
	AdditionalInformationRequested: m.event_additional_information_requested,
	ReviewScheduled: m.event_review_scheduled,
	VisitCarriedOut: m.event_visit_carried_out,
	VisitReportTransmitted: m.event_visit_report_transmitted,
	MeetingHeldWithMission: m.event_meeting_held_with_mission,
	AdditionalInformationReceived: m.event_additional_information_received,
	VisitReplyReceived: m.event_visit_reply_received,
	PreventiveMechanismDesignated: m.event_preventive_mechanism_designated,
	SimplifiedReportingProcedureAccepted: m.event_simplified_reporting_procedure_accepted,
	SimplifiedReportingProcedureDeclined: m.event_simplified_reporting_procedure_declined,
	ListOfIssuesPriorToReportingAdopted: m.event_list_of_issues_prior_to_reporting_adopted,
	ReportSubmitted: m.event_report_submitted,
	ListOfIssuesAdopted: m.event_list_of_issues_adopted,
	RepliesToListOfIssuesReceived: m.event_replies_to_list_of_issues_received,
	DialogueHeld: m.event_dialogue_held,
	ConcludingObservationsAdopted: m.event_concluding_observations_adopted,
	RecommendationsMade: m.event_recommendations_made,
	FollowUpRequested: m.event_follow_up_requested,
	InformationForNextReportRequested: m.event_information_for_next_report_requested,
	NextReportRequested: m.event_next_report_requested,
	SimplifiedReportingProcedureOffered: m.event_simplified_reporting_procedure_offered,
	CommentsReceived: m.event_comments_received,
	ConcludingObservationsDisseminated: m.event_concluding_observations_disseminated,
	ReminderSent: m.event_reminder_sent,
	ExtensionRequested: m.event_extension_requested,
	ExtensionGranted: m.event_extension_granted,
	ExtensionRefused: m.event_extension_refused,
	DeadlineMoved: m.event_deadline_moved,
	FollowUpReceived: m.event_follow_up_received,
	FollowUpAssessed: m.event_follow_up_assessed,
	MoreInformationRequested: m.event_more_information_requested,
	FollowUpClosed: m.event_follow_up_closed,
	NextReportSubmitted: m.event_next_report_submitted,
	PreparationPlanned: m.event_preparation_planned,
	PreparationStepDone: m.event_preparation_step_done,
	AnswerPrepared: m.event_answer_prepared,
	RecordCorrected: m.event_record_corrected,
	RecordRedacted: m.event_record_redacted
};

/** What the Universal Periodic Review calls otherwise. */
const labelsOfReview: Readonly<Partial<Record<string, () => string>>> = {
	ReportSubmitted: m.event_review_report_submitted,
	DialogueHeld: m.event_review_held,
	ConcludingObservationsAdopted: m.event_review_outcome_adopted,
	ConcludingObservationsDisseminated: m.event_review_outcome_disseminated
};

/**
 * The name of a kind of event: "Follow-up requested".
 * @param body whose words are meant, where they differ
 */
export function eventLabel(type: string, body?: string): string {
	if (!isEventType(type)) return m.event_unknown({ type });
	return ((isReview(body) && labelsOfReview[type]) || labels[type])();
}

/** The name of what an interval is counted from: a kind of event, or the receipt of a list. */
export const countedFromLabel = (since: CountedFrom, body?: string): string =>
	since === 'ListOfIssuesPriorToReportingReceived' ? m.anchor_list_received() : eventLabel(since, body);

/** The name of what the statechart takes: a kind of event, or the clock, and the duty it is about. */
export function chartEventLabel(chartEvent: ChartEventType, body?: string): string {
	const [type = '', duty] = chartEvent.split('.') as [string, Duty?];
	const event = type === 'DeadlinePassed' ? m.event_deadline_passed() : eventLabel(type, body);
	return duty ? m.event_about_duty({ event, duty: dutyName(duty) }) : event;
}

/** What an event says, in a sentence: its name and its main values, in the words of its cycle's body. */
export function eventSentence(event: Pick<KnownEvent, 'type' | 'data'> & { stream?: string }): string {
	const body = event.stream?.split('/')[0];
	const detail = isEventType(event.type) ? detailOf(event as KnownEvent, body) : undefined;
	const label = eventLabel(event.type, body);
	return detail
		? m.event_sentence_detail({ event: label, detail })
		: m.event_sentence_plain({ event: label });
}

function detailOf(event: KnownEvent, body?: string): string | undefined {
	switch (event.type) {
		case 'CycleOpened':
			return procedureWords(event.data.procedure);
		case 'ProcedureChanged':
			return event.data.reason ?? procedureWords(event.data.procedure);
		case 'TreatyEnteredIntoForce':
		case 'NoticeOfReviewGiven':
		case 'AdditionalInformationRequested':
		case 'VisitReportTransmitted':
			// Where none is stated, the rule says by when.
			return event.data.deadline.kind === 'unstated' ? undefined : deadlineWords(event.data.deadline);
		case 'SimplifiedReportingProcedureOffered':
		case 'SimplifiedReportingProcedureAccepted':
			return clausesIn(event.data);
		case 'ListOfIssuesPriorToReportingAdopted': {
			const { received, repliesDue, symbol } = event.data;
			return received
				? m.detail_received_on({ received: day(received), due: deadlineWords(repliesDue) })
				: symbol;
		}
		case 'ConcludingObservationsDisseminated':
			return event.data.languages;
		case 'VisitCarriedOut':
			return event.data.from && m.detail_visit({ from: day(event.data.from) });
		case 'DialogueHeld': {
			const dates = list(event.data.dates.map(day));
			const meetings = event.data.meetings?.map(String);
			return meetings?.length
				? m.detail_dialogue_meetings({ dates, meetings: list(meetings) })
				: m.detail_dialogue({ dates });
		}
		case 'ReportSubmitted':
		case 'NextReportSubmitted':
			return reportName(event.data.numbers, body);
		case 'RecommendationsMade': {
			const days = event.data.recommendations.length;
			return m.detail_recommendations({ days, number: count(days) });
		}
		case 'FollowUpRequested':
		case 'MoreInformationRequested':
			return m.detail_units_due({
				units: unitList(event.data.units),
				due: deadlineWords(event.data.deadline)
			});
		case 'InformationForNextReportRequested':
			return unitList(event.data.units);
		case 'NextReportRequested':
			return m.detail_report_due({
				report: reportName(event.data.numbers, body),
				due: deadlineWords(event.data.deadline)
			});
		case 'ReminderSent':
			return dutyName(event.data.duty);
		case 'ExtensionRequested':
			return event.data.until
				? m.detail_until({ duty: dutyName(event.data.duty), until: day(event.data.until) })
				: dutyName(event.data.duty);
		case 'ExtensionGranted':
		case 'DeadlineMoved':
			return m.detail_to({
				duty: dutyName(event.data.duty),
				due: deadlineWords(event.data.deadline),
				reason: event.data.reason
			});
		case 'ExtensionRefused':
			return event.data.reason
				? m.detail_reason({ duty: dutyName(event.data.duty), reason: event.data.reason })
				: dutyName(event.data.duty);
		case 'FollowUpReceived': {
			const units = event.data.sections.flatMap((section) => section.units);
			return units.length ? m.detail_received({ units: unitList(units) }) : m.detail_received_none();
		}
		case 'FollowUpAssessed':
			return list(event.data.grades.map(({ unit, grade }) => m.grade_unit({ unit: unitLabel(unit), grade })));
		case 'FollowUpClosed':
			return event.data.reason === 'concluded' ? m.detail_concluded() : m.detail_left_to_next_report();
		case 'PreparationPlanned':
			return m.detail_plan({
				due: day(event.data.due),
				steps: list(
					event.data.steps.map((step) => m.detail_plan_step({ step: step.name, due: day(step.due) }))
				)
			});
		case 'PreparationStepDone':
			return event.data.name;
		case 'AnswerPrepared': {
			const { units, progress, responsible } = event.data;
			const told = { units: unitList(units), progress: progressName(progress) };
			return responsible ? m.detail_answer_with({ ...told, responsible }) : m.detail_answer(told);
		}
		case 'RecordCorrected':
			return event.data.action === 'withdraw'
				? m.detail_withdrawn({ reason: event.data.reason })
				: m.detail_replaced({ reason: event.data.reason });
		case 'RecordRedacted':
			return event.data.reason;
		default:
			return 'symbol' in event.data ? event.data.symbol : undefined;
	}
}

/** What is said of the simplified procedure beside that it is offered or chosen. */
function clausesIn({
	optOutWithin,
	optOutUntil,
	listAhead,
	repliesWithin
}: DataOf<'SimplifiedReportingProcedureOffered'>): string | undefined {
	const said = [
		...(optOutWithin ? [m.detail_opt_out_within({ interval: intervalWords(optOutWithin) })] : []),
		...(optOutUntil ? [m.detail_opt_out_until({ until: day(optOutUntil) })] : []),
		...(listAhead ? [m.detail_list_ahead({ interval: intervalWords(listAhead) })] : []),
		...(repliesWithin ? [m.detail_replies_within({ interval: intervalWords(repliesWithin) })] : [])
	];
	return said.length ? list(said) : undefined;
}

const procedureWords = ({ version, body }: { version: number; body: string }): string =>
	m.detail_procedure({ version: count(version), body });

/** A deadline as it was set: "due 1 November 2023". */
export function deadlineWords(deadline: Deadline): string {
	switch (deadline.kind) {
		case 'exact':
			return m.due_on({ due: day(deadline.due) });
		case 'provisional':
			return m.due_provisionally({ due: day(deadline.due) });
		case 'relative':
			return m.due_relative({
				interval: intervalWords(deadline.interval),
				anchor: countedFromLabel(deadline.anchor)
			});
		case 'unstated':
			return m.due_undated();
	}
}
