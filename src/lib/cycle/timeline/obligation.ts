import type { IsoDate } from '#lib/calendar/date.ts';
import type { Procedure } from '#lib/procedures/procedure.ts';
import type { Deadline, Duty } from '../deadline.ts';
import type { EffectiveEvent } from '../events/read.ts';
import { resolveDueDate, type DueDate } from './dueDate.ts';
import type { OwedToCommittee } from './owed.ts';

/** How a duty came to an end, and by which fact. */
export interface Ending {
	how: 'met' | 'overtaken' | 'closed';
	on: IsoDate;
	by: EffectiveEvent;
}

/** Something a State owes a committee, with everything that ever happened to its date. */
export interface Obligation extends OwedToCommittee {
	openedBy: EffectiveEvent;
	dates: readonly DueDate[];
	reminders: readonly EffectiveEvent[];
	/** Extensions asked for, granted, refused, and dates the committee moved by itself. */
	changes: readonly EffectiveEvent[];
	ending: Ending | null;
}

/**
 * A State that opts out under a list of issues prior to reporting owes no replies to it. Where the list had taken the
 * place of the initial report, that is owed again, by its old day. To another list the choice says nothing.
 */
function declineList(fact: EffectiveEvent, obligations: readonly Obligation[]): readonly Obligation[] {
	const isList = ({ type }: EffectiveEvent) => type === 'ListOfIssuesPriorToReportingAdopted';
	const isDeclined = ({ duty, openedBy, ending }: Obligation) =>
		duty === 'replies' && !ending && isList(openedBy);
	if (!obligations.some(isDeclined)) return obligations;
	const left = obligations.map((one): Obligation =>
		isDeclined(one) ? { ...one, ending: { how: 'overtaken', on: fact.on, by: fact } } : one
	);
	const former = obligations.findLast(({ duty }) => duty === 'initialReport');
	if (!former?.ending || !isList(former.ending.by)) return left;
	const round = obligations.filter(({ duty }) => duty === 'initialReport').length + 1;
	return [
		...left,
		{
			...former,
			id: `${fact.stream}#initialReport-${round}`,
			openedBy: fact,
			dates: [{ ...former.dates.at(-1)!, from: fact.on }],
			reminders: [],
			changes: [],
			ending: null
		}
	];
}

/** How long a fact that the statechart took changes what is owed. Gives a new list; the old one stays as it was. */
export function applyToObligations(
	obligations: readonly Obligation[],
	fact: EffectiveEvent,
	facts: readonly EffectiveEvent[],
	procedure: Procedure
): readonly Obligation[] {
	const open = (
		duty: Duty,
		deadline: Deadline,
		owed: Partial<Pick<Obligation, 'units' | 'reportNumbers'>>,
		others: readonly Obligation[] = obligations
	) => {
		const round = obligations.filter((one) => one.duty === duty).length + 1;
		const opened: Obligation = {
			id: `${fact.stream}#${duty}-${round}`,
			stream: fact.stream,
			duty,
			units: [],
			reportNumbers: [],
			...owed,
			openedBy: fact,
			dates: [resolveDueDate(duty, deadline, fact, facts, procedure)],
			reminders: [],
			changes: [],
			ending: null
		};
		return [...others, opened];
	};
	const change = (duty: Duty, changed: (pending: Obligation) => Partial<Obligation>) =>
		obligations.map((one) => (one.duty === duty && !one.ending ? { ...one, ...changed(one) } : one));
	const end = (how: Ending['how'], ...duties: readonly Duty[]) =>
		obligations.map((one) =>
			duties.includes(one.duty) && !one.ending ? { ...one, ending: { how, on: fact.on, by: fact } } : one
		);
	const moveDate = (duty: Duty, deadline: Deadline) =>
		change(duty, ({ dates, changes }) => ({
			dates: [...dates, resolveDueDate(duty, deadline, fact, facts, procedure)],
			changes: [...changes, fact]
		}));

	switch (fact.type) {
		case 'TreatyEnteredIntoForce':
			return open(procedure.reporting ? 'initialReport' : 'preventiveMechanism', fact.data.deadline, {});
		case 'NoticeOfReviewGiven':
			// Under the simplified procedure it is the replies that have not come.
			return open('reportUnderNotice', fact.data.deadline, {}, end('overtaken', 'initialReport', 'replies'));
		case 'ListOfIssuesPriorToReportingAdopted':
			// The replies to it will be the report.
			return open(
				'replies',
				fact.data.repliesDue,
				{},
				end('overtaken', 'initialReport', 'reportUnderNotice')
			);
		case 'ListOfIssuesAdopted':
			return open('replies', fact.data.repliesDue, {});
		case 'ReportSubmitted':
			return end('met', 'initialReport', 'reportUnderNotice', 'replies');
		case 'RepliesToListOfIssuesReceived':
			return end('met', 'replies');
		case 'SimplifiedReportingProcedureDeclined':
			return declineList(fact, obligations);
		case 'DialogueHeld':
		case 'ConcludingObservationsAdopted':
			return end('overtaken', 'initialReport', 'reportUnderNotice', 'replies');
		case 'FollowUpRequested':
		case 'MoreInformationRequested':
			return open('followUp', fact.data.deadline, { units: fact.data.units });
		case 'NextReportRequested':
			return open('nextReport', fact.data.deadline, { reportNumbers: fact.data.numbers });
		case 'ReminderSent':
			return change(fact.data.duty, ({ reminders }) => ({ reminders: [...reminders, fact] }));
		case 'ExtensionRequested':
		case 'ExtensionRefused':
			return change(fact.data.duty, ({ changes }) => ({ changes: [...changes, fact] }));
		case 'ExtensionGranted':
		case 'DeadlineMoved':
			return moveDate(fact.data.duty, fact.data.deadline);
		case 'FollowUpReceived':
			return end('met', 'followUp');
		case 'FollowUpAssessed':
		case 'FollowUpClosed':
			return end('closed', 'followUp');
		case 'NextReportSubmitted':
			return end('met', 'nextReport');
		case 'AdditionalInformationRequested':
			return open('additionalInformation', fact.data.deadline, {});
		case 'AdditionalInformationReceived':
			return end('met', 'additionalInformation');
		case 'VisitReportTransmitted':
			return open('visitReply', fact.data.deadline, {});
		case 'VisitReplyReceived':
			return end('met', 'visitReply');
		case 'PreventiveMechanismDesignated':
			return end('met', 'preventiveMechanism');
		default:
			return obligations;
	}
}
