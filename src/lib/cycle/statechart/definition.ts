import type { Procedure } from '#lib/procedures/procedure.ts';
import type { Duty } from '../deadline.ts';
import type { FactType } from '../events/catalogue.ts';

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
 * The reporting cycle of one procedure, from the list of issues prior to reporting to the submission of the
 * next report. States are named for what is so, events for what happened.
 */
export function defineCycle(procedure: Procedure): StateDefinition {
	return {
		initial: 'beforeReview',
		states: {
			beforeReview: beforeReview(procedure),
			dialogueHeld: { on: { ConcludingObservationsAdopted: { target: '#afterAdoption' } } },
			afterAdoption: afterAdoption(procedure)
		}
	};
}

/**
 * A record often begins in the middle, with the document somebody has, so the dialogue and the adoption are
 * taken from every state before them: what came earlier may simply not have been recorded.
 */
function beforeReview(procedure: Procedure): StateDefinition {
	const simplified = procedure.simplifiedReporting
		? {
				reportAwaited: {
					on: {
						ListOfIssuesPriorToReportingAdopted: { target: 'listOfIssuesPriorToReporting' },
						SimplifiedReportingProcedureAccepted: 'stay',
						SimplifiedReportingProcedureDeclined: 'stay',
						ReportSubmitted: { target: 'reportSubmitted' }
					}
				},
				listOfIssuesPriorToReporting: awaited('listOfIssuesPriorToReporting', 'replies', {
					// Under the simplified procedure the replies are the report, and no second list follows.
					ReportSubmitted: { target: 'reportSubmittedAsReplies' },
					SimplifiedReportingProcedureDeclined: { target: 'reportAwaited' }
				}),
				reportSubmittedAsReplies: {}
			}
		: { reportAwaited: { on: { ReportSubmitted: { target: 'reportSubmitted' } } } };
	return {
		initial: 'reportAwaited',
		on: {
			DialogueHeld: { target: 'dialogueHeld' },
			ConcludingObservationsAdopted: { target: '#afterAdoption' }
		},
		states: {
			...simplified,
			reportSubmitted: { on: { ListOfIssuesAdopted: { target: 'listOfIssues' } } },
			listOfIssues: awaited('listOfIssues', 'replies', {
				RepliesToListOfIssuesReceived: { target: 'repliesReceived' }
			}),
			repliesReceived: {}
		}
	} as StateDefinition;
}

function afterAdoption(procedure: Procedure): StateDefinition {
	return {
		id: 'afterAdoption',
		parallel: true,
		on: {
			RecommendationsMade: 'stay',
			InformationForNextReportRequested: 'stay',
			SimplifiedReportingProcedureOffered: 'stay',
			CommentsReceived: 'stay'
		},
		states: {
			...(procedure.followUp && { followUp: followUp(procedure.followUp.assessedWithoutAnswer.value) }),
			nextReport: {
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
			}
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
				{ FollowUpReceived: { target: 'received' }, FollowUpClosed: { target: 'closed' } },
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

/**
 * What every duty has while it is owed: a deadline that runs or is past, and beside it an extension that was
 * asked for or not. Asking moves nothing; granting sets the deadline running again.
 * @param name what the state is called, so that the ids in it are its own
 */
function awaited(
	name: string,
	duty: Duty,
	on: StateDefinition['on'],
	onceOverdue: StateDefinition['on'] = {}
): StateDefinition {
	const [running, none] = [`${name}Running`, `${name}WithoutExtension`];
	return {
		parallel: true,
		on: { ...on, [`ReminderSent.${duty}`]: 'stay' },
		states: {
			deadline: {
				initial: 'running',
				states: {
					running: {
						id: running,
						on: {
							[`DeadlinePassed.${duty}`]: { target: 'overdue' },
							[`DeadlineMoved.${duty}`]: { target: 'running' }
						}
					},
					overdue: { on: { ...onceOverdue, [`DeadlineMoved.${duty}`]: { target: 'running' } } }
				}
			},
			extension: {
				initial: 'notRequested',
				states: {
					notRequested: {
						id: none,
						// The request itself may not have been recorded.
						on: {
							[`ExtensionRequested.${duty}`]: { target: 'requested' },
							[`ExtensionGranted.${duty}`]: { target: [`#${running}`, `#${none}`] },
							[`ExtensionRefused.${duty}`]: 'stay'
						}
					},
					requested: {
						on: {
							[`ExtensionGranted.${duty}`]: { target: [`#${running}`, `#${none}`] },
							[`ExtensionRefused.${duty}`]: { target: 'notRequested' }
						}
					}
				}
			}
		}
	};
}
