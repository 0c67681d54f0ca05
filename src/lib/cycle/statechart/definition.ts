import type { Procedure, ReportingProcedure } from '#lib/procedures/procedure.ts';
import type { Duty } from '../deadline.ts';
import type { FactType } from '../events/catalogue.ts';
import { awaited, awaitedWithoutExtension } from './awaited.ts';
import { visits } from './visits.ts';

/** Facts that concern one duty of several: which one is part of the name the statechart knows them by. */
export const factsAboutADuty = [
	'ReminderSent',
	'ExtensionRequested',
	'ExtensionGranted',
	'ExtensionRefused',
	'DeadlineMoved'
] as const satisfies readonly FactType[];
type FactAboutADuty = (typeof factsAboutADuty)[number];

/** What the statechart is sent: a fact, a fact about one duty, or the clock on the day after a deadline. */
export type ChartEventType =
	Exclude<FactType, FactAboutADuty> | `${FactAboutADuty}.${Duty}` | `DeadlinePassed.${Duty}`;

/** One transition: where it leads, or `stay` for a fact that is taken note of and moves nothing. */
type Transition = { target: string | readonly string[] } | 'stay';

/** A statechart as plain data: what the engine is given, what the picture is drawn from, what the tests walk. */
export interface StateDefinition {
	id?: string;
	initial?: string;
	parallel?: true;
	final?: true;
	on?: Partial<Record<ChartEventType, Transition>>;
	states?: Readonly<Record<string, StateDefinition>>;
}

/**
 * The cycle of one procedure: of reporting, from the entry into force or the list of issues prior to reporting to
 * the submission of the next report; or of visiting. States are named for what is so, events for what happened.
 */
export function defineCycle(procedure: Procedure): StateDefinition {
	if (!procedure.reporting) return visits();
	return {
		initial: 'beforeReview',
		states: {
			beforeReview: beforeReview(procedure, procedure.reporting),
			dialogueHeld: {
				on: {
					...choiceOfProcedure(procedure),
					ConcludingObservationsAdopted: { target: '#afterAdoption' }
				}
			},
			afterAdoption: afterAdoption(procedure, procedure.reporting)
		}
	};
}

/**
 * The simplified procedure is offered and chosen in letters and in concluding observations, while a report is awaited
 * or long before.
 */
const choiceOfProcedure = ({ simplifiedReporting }: Procedure): StateDefinition['on'] =>
	simplifiedReporting
		? {
				SimplifiedReportingProcedureOffered: 'stay',
				SimplifiedReportingProcedureAccepted: 'stay',
				SimplifiedReportingProcedureDeclined: 'stay'
			}
		: {};

/**
 * A record often begins in the middle, with the document somebody has, so the dialogue and the adoption are
 * taken from every state before them: what came earlier may simply not have been recorded.
 */
function beforeReview(procedure: Procedure, { initialReportWithin }: ReportingProcedure): StateDefinition {
	const { simplifiedReporting, reportAfterNotice } = procedure;
	/** What ends the wait for a report, whatever the State waits under. */
	const submission: StateDefinition['on'] = {
		ReportSubmitted: { target: 'reportSubmitted' },
		...(simplifiedReporting && {
			ListOfIssuesPriorToReportingAdopted: { target: 'listOfIssuesPriorToReporting' }
		})
	};
	const notice: StateDefinition['on'] = reportAfterNotice
		? { NoticeOfReviewGiven: { target: 'noticeOfReview' } }
		: {};
	const noReport: StateDefinition['on'] = { ...submission, ...notice };
	return {
		initial: 'reportAwaited',
		on: {
			...choiceOfProcedure(procedure),
			ReviewScheduled: 'stay',
			DialogueHeld: { target: 'dialogueHeld' },
			ConcludingObservationsAdopted: { target: '#afterAdoption' }
		},
		states: {
			// In this order the picture has the ways to wait for a report beneath one another.
			...(reportAfterNotice && {
				noticeOfReview: awaitedWithoutExtension('noticeOfReview', 'reportUnderNotice', submission)
			}),
			...(initialReportWithin && { initialReport: awaited('initialReport', 'initialReport', noReport) }),
			reportAwaited: {
				on: {
					...noReport,
					...(initialReportWithin && { TreatyEnteredIntoForce: { target: 'initialReport' } })
				}
			},
			...(simplifiedReporting && {
				listOfIssuesPriorToReporting: awaited('listOfIssuesPriorToReporting', 'replies', {
					// Under the simplified procedure the replies are the report, and no second list follows.
					ReportSubmitted: { target: 'reportSubmittedAsReplies' },
					SimplifiedReportingProcedureDeclined: {
						target: initialReportWithin ? 'initialReport' : 'reportAwaited'
					},
					...notice
				}),
				reportSubmittedAsReplies: {}
			}),
			reportSubmitted: { on: { ListOfIssuesAdopted: { target: 'listOfIssues' } } },
			listOfIssues: awaited('listOfIssues', 'replies', {
				RepliesToListOfIssuesReceived: { target: 'repliesReceived' }
			}),
			repliesReceived: {}
		}
	};
}

function afterAdoption(procedure: Procedure, reporting: ReportingProcedure): StateDefinition {
	const { followUp: followUpProcedure } = procedure;
	const hasNextReport = !reporting.foldedInto && !reporting.additionalInformationEvery;
	return {
		id: 'afterAdoption',
		parallel: true,
		on: {
			RecommendationsMade: 'stay',
			CommentsReceived: 'stay',
			ConcludingObservationsDisseminated: 'stay',
			...(hasNextReport && { InformationForNextReportRequested: 'stay' }),
			...choiceOfProcedure(procedure)
		},
		states: {
			...(followUpProcedure && { followUp: followUp(followUpProcedure.assessedWithoutAnswer.value) }),
			...(reporting.additionalInformationEvery && { additionalInformation: additionalInformation() }),
			...(reporting.foldedInto && {
				nextReport: { initial: 'foldedIn', states: { foldedIn: { final: true } } }
			}),
			...(hasNextReport && { nextReport: nextReport() })
		}
	};
}

function nextReport(): StateDefinition {
	return {
		initial: 'notRequested',
		states: {
			notRequested: {
				on: {
					NextReportRequested: { target: 'awaited' },
					NextReportSubmitted: { target: 'submitted' }
				}
			},
			awaited: awaited('nextReport', 'nextReport', { NextReportSubmitted: { target: 'submitted' } }),
			submitted: { final: true }
		}
	};
}

/** Where there are no periodic reports, the committee may ask again and again. */
function additionalInformation(): StateDefinition {
	return {
		initial: 'notRequested',
		states: {
			notRequested: { on: { AdditionalInformationRequested: { target: 'awaited' } } },
			awaited: awaited('additionalInformation', 'additionalInformation', {
				AdditionalInformationReceived: { target: 'received' }
			}),
			received: { on: { AdditionalInformationRequested: { target: 'awaited' } } }
		}
	};
}

function followUp(assessedWithoutAnswer: boolean): StateDefinition {
	return {
		initial: 'notRequested',
		states: {
			notRequested: { on: { FollowUpRequested: { target: 'awaited' } } },
			awaited: awaited(
				'followUp',
				'followUp',
				{
					FollowUpReceived: { target: 'received' },
					FollowUpClosed: { target: 'closed' },
					MeetingHeldWithMission: 'stay'
				},
				assessedWithoutAnswer ? { FollowUpAssessed: { target: '#followUpAssessed' } } : {}
			),
			received: {
				on: {
					FollowUpReceived: 'stay',
					FollowUpAssessed: { target: 'assessed' },
					FollowUpClosed: { target: 'closed' }
				}
			},
			assessed: {
				id: 'followUpAssessed',
				on: {
					FollowUpReceived: { target: 'received' },
					FollowUpAssessed: 'stay',
					MoreInformationRequested: { target: 'awaited' },
					FollowUpClosed: { target: 'closed' }
				}
			},
			closed: { final: true }
		}
	};
}
