import type { IsoDate } from '#lib/calendar/date.ts';
import type { Procedure } from '#lib/procedures/procedure.ts';
import type { Deadline, Duty } from '../deadline.ts';
import type { EffectiveEvent } from '../events/read.ts';
import { resolveDueDate, type DueDate } from './dueDate.ts';
import type { Owed } from './owed.ts';

/** How a duty came to an end, and by which fact. */
export interface Ending {
	how: 'met' | 'overtaken' | 'closed';
	on: IsoDate;
	by: EffectiveEvent;
}

/** Something a State owes a committee, with everything that ever happened to its date. */
export interface Obligation extends Owed {
	openedBy: EffectiveEvent;
	dates: readonly DueDate[];
	reminders: readonly EffectiveEvent[];
	/** Extensions asked for, granted, refused, and dates the committee moved by itself. */
	changes: readonly EffectiveEvent[];
	ending: Ending | null;
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
		owed: Partial<Pick<Obligation, 'units' | 'reportNumbers'>>
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
		return [...obligations, opened];
	};
	const change = (duty: Duty, changed: (pending: Obligation) => Partial<Obligation>) =>
		obligations.map((one) => (one.duty === duty && !one.ending ? { ...one, ...changed(one) } : one));
	const end = (duty: Duty, how: Ending['how']) =>
		change(duty, () => ({ ending: { how, on: fact.on, by: fact } }));
	const moveDate = (duty: Duty, deadline: Deadline) =>
		change(duty, ({ dates, changes }) => ({
			dates: [...dates, resolveDueDate(duty, deadline, fact, facts, procedure)],
			changes: [...changes, fact]
		}));

	switch (fact.type) {
		case 'ListOfIssuesPriorToReportingAdopted':
		case 'ListOfIssuesAdopted':
			return open('replies', fact.data.repliesDue, {});
		case 'ReportSubmitted':
		case 'RepliesToListOfIssuesReceived':
			return end('replies', 'met');
		case 'SimplifiedReportingProcedureDeclined':
		case 'DialogueHeld':
		case 'ConcludingObservationsAdopted':
			return end('replies', 'overtaken');
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
			return end('followUp', 'met');
		case 'FollowUpAssessed':
		case 'FollowUpClosed':
			return end('followUp', 'closed');
		case 'NextReportSubmitted':
			return end('nextReport', 'met');
		default:
			return obligations;
	}
}
