import { awaited } from './awaited.ts';
import type { StateDefinition } from './definition.ts';

/** A body that reads no reports: one visit with the reply to its report, and beside it the State's own mechanism. */
export function visits(): StateDefinition {
	return {
		parallel: true,
		states: {
			visit: {
				initial: 'notCarriedOut',
				states: {
					notCarriedOut: {
						on: {
							VisitCarriedOut: { target: 'carriedOut' },
							// The visit itself may not have been recorded.
							VisitReportTransmitted: { target: 'reportTransmitted' }
						}
					},
					carriedOut: { on: { VisitReportTransmitted: { target: 'reportTransmitted' } } },
					reportTransmitted: awaited('visitReply', 'visitReply', {
						VisitReplyReceived: { target: 'replyReceived' }
					}),
					replyReceived: { final: true }
				}
			},
			preventiveMechanism: {
				initial: 'notDue',
				states: {
					notDue: {
						on: {
							TreatyEnteredIntoForce: { target: 'awaited' },
							PreventiveMechanismDesignated: { target: 'designated' }
						}
					},
					awaited: awaited('preventiveMechanism', 'preventiveMechanism', {
						PreventiveMechanismDesignated: { target: 'designated' }
					}),
					designated: { final: true }
				}
			}
		}
	};
}
