import type { Duty } from '#lib/cycle/deadline.ts';
import type { FactType } from '#lib/cycle/events/catalogue.ts';
import type { ChartEventType } from '#lib/cycle/statechart/definition.ts';

/** What a field of the form takes. `sections` is the units that a reply's headings name, on one line; `months` an interval. */
export type FieldKind =
	| 'text'
	| 'date'
	| 'dates'
	| 'number'
	| 'months'
	| 'numbers'
	| 'units'
	| 'sections'
	| 'recommendations'
	| 'reportNumbers'
	| 'deadline'
	| 'grades'
	| 'closingReason';

export interface Field {
	/** The key in the event's data. */
	name: string;
	kind: FieldKind;
	required: boolean;
}

const must = (name: string, kind: FieldKind): Field => ({ name, kind, required: true });
const may = (name: string, kind: FieldKind): Field => ({ name, kind, required: false });

const symbol = may('symbol', 'text');
const units = must('units', 'units');
const deadline = must('deadline', 'deadline');
const numbers = must('numbers', 'reportNumbers');
const clauses = [may('listAhead', 'months'), may('repliesWithin', 'months')];
const listOfIssues = [symbol, may('session', 'number'), must('repliesDue', 'deadline')];

/** The fields of each kind of fact, beside its day and its source, which all have. */
const fields: Readonly<Record<FactType, readonly Field[]>> = {
	TreatyEnteredIntoForce: [deadline],
	NoticeOfReviewGiven: [symbol, deadline],
	SimplifiedReportingProcedureAccepted: clauses,
	SimplifiedReportingProcedureDeclined: [],
	ListOfIssuesPriorToReportingAdopted: [...listOfIssues, may('received', 'date')],
	ReportSubmitted: [numbers, symbol],
	ListOfIssuesAdopted: listOfIssues,
	RepliesToListOfIssuesReceived: [symbol],
	ReviewScheduled: [must('session', 'number'), may('from', 'date'), may('to', 'date')],
	DialogueHeld: [must('dates', 'dates'), may('meetings', 'numbers')],
	ConcludingObservationsAdopted: [symbol, may('meeting', 'number')],
	RecommendationsMade: [must('recommendations', 'recommendations')],
	FollowUpRequested: [units, deadline],
	InformationForNextReportRequested: [units],
	NextReportRequested: [numbers, deadline],
	SimplifiedReportingProcedureOffered: [
		may('optOutWithin', 'months'),
		may('optOutUntil', 'date'),
		...clauses
	],
	CommentsReceived: [symbol],
	ConcludingObservationsDisseminated: [may('languages', 'text')],
	AdditionalInformationRequested: [symbol, deadline],
	VisitCarriedOut: [may('from', 'date')],
	VisitReportTransmitted: [symbol, deadline],
	ReminderSent: [symbol],
	ExtensionRequested: [may('until', 'date'), may('reason', 'text')],
	ExtensionGranted: [deadline, must('reason', 'text')],
	ExtensionRefused: [may('reason', 'text')],
	DeadlineMoved: [deadline, must('reason', 'text')],
	MeetingHeldWithMission: [symbol],
	FollowUpReceived: [symbol, may('distributed', 'date'), may('sections', 'sections')],
	FollowUpAssessed: [symbol, must('grades', 'grades')],
	MoreInformationRequested: [units, deadline],
	FollowUpClosed: [must('reason', 'closingReason')],
	AdditionalInformationReceived: [symbol],
	VisitReplyReceived: [symbol],
	PreventiveMechanismDesignated: [],
	NextReportSubmitted: [numbers, symbol]
};

/** What the form of a kind of event asks for. Housekeeping has no form of its own. */
export const fieldsOf = (type: string): readonly Field[] =>
	Object.hasOwn(fields, type) ? fields[type as FactType] : [];

/** The fact a verb of the statechart records, and the duty it is about, where it is about one. */
export function factOf(type: ChartEventType): { type: FactType; duty: Duty | undefined } {
	const [fact, duty] = type.split('.') as [FactType, Duty?];
	return { type: fact, duty };
}
