import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import type { Duty } from '../deadline.ts';
import { envelope, minimalData } from '../testing/facts.ts';
import { foldCycle, type Timeline } from './fold.ts';

const fact = (type: string, on: IsoDate, duty?: Duty) =>
	envelope(type, on, minimalData(type, { due: '2023-11-01', duty }));
const obligations = (body: string, ...events: ReturnType<typeof fact>[]) =>
	(foldCycle(`${body}/AZE/3`, events) as Timeline).obligations;
const adopted = fact('ConcludingObservationsAdopted', '2021-10-08');
const requested = fact('FollowUpRequested', '2021-10-08');
const reported = fact('ReportSubmitted', '2018-01-01');
const list = fact('ListOfIssuesAdopted', '2018-09-14');
const priorList = fact('ListOfIssuesPriorToReportingAdopted', '2018-09-14');

describe('what is owed', () => {
	test('begins with what was asked, one date, and nothing that happened to it', () => {
		expect(obligations('CMW', adopted, requested)).toMatchObject([
			{
				id: 'CMW/AZE/3#followUp-1',
				duty: 'followUp',
				units: ['16'],
				reportNumbers: [],
				openedBy: { id: requested.id },
				dates: [{ due: '2023-11-01' }],
				reminders: [],
				changes: [],
				ending: null
			}
		]);
	});

	test('is counted by duty', () => {
		const nextReport = fact('NextReportRequested', '2021-10-08');
		expect(obligations('CMW', priorList, adopted, requested, nextReport)).toMatchObject([
			{ id: 'CMW/AZE/3#replies-1', units: [], reportNumbers: [] },
			{ id: 'CMW/AZE/3#followUp-1', reportNumbers: [] },
			{ id: 'CMW/AZE/3#nextReport-1', units: [], reportNumbers: [4] }
		]);
	});
});

describe('what ends it', () => {
	test.each([
		['replies', 'met', 'CMW', [priorList, fact('ReportSubmitted', '2019-01-01')]],
		['replies', 'met', 'CMW', [reported, list, fact('RepliesToListOfIssuesReceived', '2019-01-01')]],
		['replies', 'overtaken', 'CMW', [priorList, fact('SimplifiedReportingProcedureDeclined', '2019-01-01')]],
		['replies', 'overtaken', 'CMW', [reported, list, fact('DialogueHeld', '2019-01-01')]],
		['replies', 'overtaken', 'CMW', [reported, list, fact('ConcludingObservationsAdopted', '2019-01-01')]],
		['followUp', 'met', 'CMW', [adopted, requested, fact('FollowUpReceived', '2023-10-01')]],
		['followUp', 'closed', 'CMW', [adopted, requested, fact('FollowUpClosed', '2023-10-01')]],
		// The grade for no cooperation.
		['followUp', 'closed', 'CCPR', [adopted, requested, fact('FollowUpAssessed', '2024-06-01')]],
		[
			'nextReport',
			'met',
			'CMW',
			[adopted, fact('NextReportRequested', '2021-10-08'), fact('NextReportSubmitted', '2023-10-01')]
		]
	])('%s are %s: %s, %#', (duty, how, body, events) => {
		const last = events.at(-1)!;
		expect(obligations(body, ...events)).toMatchObject([
			{ duty, ending: { how, on: last.on, by: { id: last.id } } }
		]);
	});

	test('leaves other duties as they are', () => {
		const nextReport = fact('NextReportRequested', '2021-10-08');
		const received = fact('FollowUpReceived', '2023-10-01');
		expect(obligations('CMW', adopted, requested, nextReport, received)).toMatchObject([
			{ duty: 'followUp', ending: { how: 'met' } },
			{ duty: 'nextReport', ending: null }
		]);
	});
});

describe('what happens to it on the way', () => {
	const nextReport = fact('NextReportRequested', '2021-10-08');
	const ids = (events: readonly { id: string }[]) => events.map(({ id }) => id);

	test('is kept in its order: reminders by themselves, and all that was done about the date', () => {
		const reminders = [fact('ReminderSent', '2023-12-01'), fact('ReminderSent', '2024-01-01')];
		const changes = [
			fact('ExtensionRequested', '2022-01-01'),
			fact('ExtensionRefused', '2022-02-01'),
			fact('ExtensionGranted', '2022-03-01'),
			fact('DeadlineMoved', '2022-04-01')
		];
		const [followUp, other] = obligations(
			'CMW',
			adopted,
			requested,
			nextReport,
			...changes,
			...reminders
		) as [Timeline['obligations'][number], Timeline['obligations'][number]];
		expect(ids(followUp.reminders)).toEqual(ids(reminders));
		expect(ids(followUp.changes)).toEqual(ids(changes));
		expect(ids(followUp.dates.map(({ setBy }) => setBy))).toEqual(ids([requested, ...changes.slice(2)]));
		expect(other).toMatchObject({ duty: 'nextReport', reminders: [], changes: [] });
		expect(other.dates).toHaveLength(1);
	});

	test('does not touch a round that is over', () => {
		const [first, second] = obligations(
			'CMW',
			adopted,
			requested,
			fact('FollowUpReceived', '2023-10-01'),
			fact('FollowUpAssessed', '2024-01-01'),
			fact('MoreInformationRequested', '2024-01-01'),
			fact('ReminderSent', '2024-02-01'),
			fact('ExtensionRequested', '2024-03-01')
		);
		expect(first).toMatchObject({ reminders: [], changes: [] });
		expect(second).toMatchObject({ reminders: [{ on: '2024-02-01' }], changes: [{ on: '2024-03-01' }] });
	});
});
