import type { IsoDate } from '#lib/calendar/date.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { Amendment } from '#lib/procedures/amendments.ts';
import type { Duty } from '../deadline.ts';

let made = 0;

/** An id of the right form, different each time; the same sequence in every run. */
function nextId(): string {
	made += 1;
	return `00000000-0000-7000-8000-${made.toString(16).padStart(12, '0')}`;
}

/** An event as the log would give it, for tests to fold. */
export function envelope(
	type: string,
	on: IsoDate,
	data: Record<string, unknown>,
	more: Partial<Envelope> = {}
): Envelope {
	return {
		id: nextId(),
		stream: 'CMW/AZE/3',
		type,
		schema: 1,
		on,
		recordedAt: '2026-01-01T00:00:00.000Z',
		by: '',
		replica: '00000000-0000-7000-8000-000000000000',
		source: null,
		data,
		...more
	};
}

/** A rule amended, whatever is not said of it. */
export const amendment = (more: Partial<Amendment> = {}): Amendment => ({
	rule: 'followUpInterval',
	value: 'P18M',
	validFrom: '2021-01-01',
	source: 'CMW/C/99/1, para. 7',
	verified: true,
	...more
});

/** The least data with which an event of a type is valid. */
export function minimalData(
	type: string,
	{ due = '2999-12-31', duty = 'followUp' }: { due?: IsoDate; duty?: Duty | undefined } = {}
): Record<string, unknown> {
	const deadline = { kind: 'exact', due, basis: 'stated' };
	switch (type) {
		case 'ProcedureChanged':
			return { procedure: { body: 'CMW', version: 1 }, amendments: [amendment()], reason: 'decided' };
		case 'ListOfIssuesPriorToReportingAdopted':
		case 'ListOfIssuesAdopted':
			return { repliesDue: deadline };
		case 'TreatyEnteredIntoForce':
		case 'NoticeOfReviewGiven':
		case 'AdditionalInformationRequested':
		case 'VisitReportTransmitted':
			return { deadline };
		case 'ReportSubmitted':
			return { numbers: [3] };
		case 'ReviewScheduled':
			return { session: 39 };
		case 'DialogueHeld':
			return { dates: ['2020-01-01'] };
		case 'RecommendationsMade':
			return { recommendations: [{ paragraph: 16, units: ['16', '16(a)'] }] };
		case 'FollowUpRequested':
		case 'MoreInformationRequested':
			return { units: ['16'], deadline };
		case 'InformationForNextReportRequested':
			return { units: ['16(a)'] };
		case 'NextReportRequested':
			return { numbers: [4], deadline };
		case 'NextReportSubmitted':
			return { numbers: [4] };
		case 'ReminderSent':
		case 'ExtensionRequested':
		case 'ExtensionRefused':
			return { duty };
		case 'ExtensionGranted':
		case 'DeadlineMoved':
			return { duty, deadline, reason: 'agreed in writing' };
		case 'FollowUpReceived':
			return { sections: [{ units: ['16(a)'] }] };
		case 'FollowUpAssessed':
			return { grades: [{ unit: '16(a)', grade: 'B' }] };
		case 'FollowUpClosed':
			return { reason: 'concluded' };
		case 'PreparationPlanned':
			return { for: 'CMW/AZE/3#followUp-1', due, steps: [{ id: 'draft', name: 'Draft', due }] };
		case 'PreparationStepDone':
			return { for: 'CMW/AZE/3#followUp-1', step: 'draft', name: 'Draft' };
		case 'AnswerPrepared':
			return { for: 'CMW/AZE/3#followUp-1', units: ['16'], progress: 'drafted' };
		default:
			return {};
	}
}
