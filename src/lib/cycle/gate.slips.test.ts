import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { Duty } from './deadline.ts';
import { canBeForced, passGate, type GateContext, type Proposal } from './gate.ts';
import { envelope, minimalData } from './testing/facts.ts';

let ids = 0;
const context: GateContext = {
	today: '2026-11-22',
	now: '2026-11-22T08:00:00.000Z',
	by: 'A desk',
	replica: '00000000-0000-7000-8000-000000000000',
	newId: () => `00000000-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`
};
const propose = (type: string, on: string, more: Partial<Proposal> = {}): Proposal =>
	({ stream: 'CMW/AZE/3', type, on, data: minimalData(type), source: null, ...more }) as Proposal;
const about = (type: string, on: string, duty: Duty, due: IsoDate = '2027-01-01') =>
	propose(type, on, { data: minimalData(type, { duty, due }) });

const adoption = propose('ConcludingObservationsAdopted', '2021-10-08');
const request = propose('FollowUpRequested', '2021-10-08');
const reportRequest = (numbers = [4]) =>
	propose('NextReportRequested', '2021-10-08', {
		data: { ...minimalData('NextReportRequested', { due: '2026-11-01' }), numbers }
	});

/** Records proposals one by one. The last of them may be refused; this is what came of it. */
function tell(proposals: Proposal[], from: Envelope[] = []) {
	const recorded = [...from];
	for (const proposal of proposals.slice(0, -1)) {
		const passed = passGate([proposal], recorded, context);
		if (!passed.ok) throw new Error(JSON.stringify(passed.error));
		recorded.push(...(passed.value.events as Envelope[]));
	}
	const last = passGate(proposals.slice(-1), recorded, context);
	return last.ok ? 'passed' : last.error;
}
/** What the log holds when proposals went through. */
const logOf = (proposals: Proposal[], anyway = false): Envelope[] => {
	const passed = passGate(proposals, [], { ...context, anyway });
	if (!passed.ok) throw new Error(JSON.stringify(passed.error));
	return passed.value.events as Envelope[];
};

test('what may be recorded anyway is what may be so all the same, and never what cannot be read', () => {
	expect(
		[
			'notAccepted',
			'unsettles',
			'movedThatDay',
			'anotherReport',
			'beforeTheTreaty',
			'dueBeforeAsked',
			'extendsNothing'
		].filter((kind) => !canBeForced({ kind }))
	).toEqual([]);
	expect(
		['badDate', 'inTheFuture', 'badData', 'unknownBody', 'nothingToCorrect', 'alreadyRecorded'].map((kind) =>
			canBeForced({ kind })
		)
	).toEqual([false, false, false, false, false, false]);
});

describe('a day where none belongs is at fault for that, and is not read as a day that has not come', () => {
	test.each([
		['in a fact', propose('ConcludingObservationsAdopted', '2021-10-08', { data: { on: '2030-01-01' } })],
		[
			'in a fact that speaks like a correction',
			propose('ConcludingObservationsAdopted', '2021-10-08', {
				data: { on: '2030-01-01', action: 'replace' }
			})
		],
		[
			'in a withdrawal',
			propose('RecordCorrected', '2026-11-22', {
				data: { action: 'withdraw', reason: 'x', on: '2030-01-01' },
				corrects: '00000000-0000-7000-8000-000000000001'
			})
		]
	])('%s', (_title, proposal) => {
		expect(tell([proposal])).toMatchObject({ kind: 'badData' });
	});
});

describe('a second date for a duty on one day is most likely a slip', () => {
	const owed = [adoption, request, reportRequest()];

	test.each([
		['DeadlineMoved', 'DeadlineMoved'],
		['DeadlineMoved', 'ExtensionGranted'],
		['ExtensionGranted', 'DeadlineMoved'],
		['ExtensionGranted', 'ExtensionGranted']
	])('%s, then %s', (first, second) => {
		const dates = [
			about(first, '2023-01-01', 'nextReport', '2027-01-01'),
			about(second, '2023-01-01', 'nextReport', '2027-02-01')
		];
		expect(tell([...owed, ...dates])).toMatchObject({ kind: 'movedThatDay', event: { type: first } });
	});

	test.each([
		['the first of a day', [about('DeadlineMoved', '2023-01-01', 'nextReport')]],
		[
			'one on another day',
			[
				about('DeadlineMoved', '2023-01-01', 'nextReport', '2027-01-01'),
				about('DeadlineMoved', '2023-01-02', 'nextReport', '2027-02-01')
			]
		],
		[
			'one for another duty',
			[
				about('DeadlineMoved', '2023-01-01', 'followUp', '2027-01-01'),
				about('DeadlineMoved', '2023-01-01', 'nextReport', '2027-01-01')
			]
		],
		[
			'one granted on the day it was asked for',
			[
				about('ExtensionRequested', '2023-01-01', 'nextReport'),
				about('ExtensionGranted', '2023-01-01', 'nextReport')
			]
		],
		[
			'a reminder on the day',
			[about('DeadlineMoved', '2023-01-01', 'nextReport'), about('ReminderSent', '2023-01-01', 'nextReport')]
		]
	])('%s is none', (_title, facts) => expect(tell([...owed, ...facts])).toBe('passed'));
});

describe('a day that is most likely mistyped', () => {
	const owed = [adoption, request, reportRequest()];

	test('is one on which the treaty bound nobody yet', () => {
		expect(tell([propose('ConcludingObservationsAdopted', '1021-10-08')])).toMatchObject({
			kind: 'beforeTheTreaty',
			on: '1021-10-08',
			since: '2003-07-01'
		});
		expect(tell([propose('TreatyEnteredIntoForce', '2003-07-01', { stream: 'CMW/AZE/1' })])).toBe('passed');
	});

	test.each([
		['FollowUpRequested', '2021-10-08'],
		['NextReportRequested', '2021-10-08'],
		['DeadlineMoved', '2023-01-01'],
		['ListOfIssuesPriorToReportingAdopted', '2019-01-01']
	])('is one by which it is due before it is asked for: %s', (type, on) => {
		const asking = about(type, on, 'nextReport', '2012-11-01');
		expect(tell([adoption, ...(type === 'DeadlineMoved' ? [reportRequest()] : []), asking])).toMatchObject({
			kind: 'dueBeforeAsked',
			on,
			due: '2012-11-01'
		});
	});

	test('is one of an extension that gives no more time', () => {
		const extended = (due: IsoDate) => [...owed, about('ExtensionGranted', '2023-01-01', 'nextReport', due)];
		expect(tell(extended('2026-11-01'))).toMatchObject({ kind: 'extendsNothing', was: '2026-11-01' });
		expect(tell(extended('2026-11-02'))).toBe('passed');
	});

	test('is found in what a correction puts in the place of another, too', () => {
		const recorded = logOf([adoption, reportRequest()]);
		const { id } = recorded.find(({ type }) => type === 'NextReportRequested')!;
		const corrected = (due: IsoDate) =>
			propose('RecordCorrected', '2026-11-22', {
				data: {
					action: 'replace',
					reason: 'misread',
					on: '2021-10-08',
					data: minimalData('NextReportRequested', { due }),
					source: null
				},
				corrects: id
			});
		expect(tell([corrected('2020-11-01')], recorded)).toMatchObject({ kind: 'dueBeforeAsked' });
		expect(tell([corrected('2027-11-01')], recorded)).toBe('passed');
	});
});

test('a cycle is opened for a State that is known, and one that came from elsewhere goes on', () => {
	const unknown = { ...adoption, stream: 'CMW/XXX/3' };
	expect(tell([unknown])).toMatchObject({ kind: 'unknownState', code: 'XXX' });
	const came = [envelope('ConcludingObservationsAdopted', '2021-10-08', {}, { stream: 'CMW/XXX/3' })];
	expect(tell([{ ...request, stream: 'CMW/XXX/3' }], came)).toBe('passed');
	expect(tell([{ ...adoption, stream: 'CCPR/CHN-HKG/3' }])).toBe('passed');
});

describe('another report than the one owed is most likely a slip', () => {
	const submit = (numbers: number[], stream = 'CMW/AZE/3') =>
		propose('NextReportSubmitted', '2026-11-20', { stream, data: { numbers } });

	test('the one owed is not, though another duty is owed beside it', () => {
		expect(tell([adoption, request, reportRequest(), submit([4])])).toBe('passed');
	});

	test('nor is part of a combined report that is owed', () => {
		expect(tell([adoption, reportRequest([4, 5]), submit([4])])).toBe('passed');
	});

	test('one that combines the next with that of this cycle is', () => {
		expect(tell([adoption, submit([3, 4])])).toMatchObject({ kind: 'anotherReport', given: [3, 4] });
	});

	test('one of the combined reports that this cycle is about is', () => {
		const inCombined = { ...adoption, stream: 'CMW/AZE/2-3' };
		expect(tell([inCombined, submit([3], 'CMW/AZE/2-3')])).toMatchObject({ kind: 'anotherReport' });
		expect(tell([inCombined, submit([4], 'CMW/AZE/2-3')])).toBe('passed');
	});
});

describe('what says something new is let through, be it ever so like what is recorded', () => {
	const owed = [adoption, request];
	const reminder = (on: IsoDate) => about('ReminderSent', on, 'followUp');

	test('the same on another day', () => {
		expect(tell([...owed, reminder('2023-12-01'), reminder('2023-12-02')])).toBe('passed');
		expect(tell([...owed, reminder('2023-12-01'), reminder('2023-12-01')])).toMatchObject({
			kind: 'alreadyRecorded'
		});
	});

	test('another kind of fact with the same data on the same day', () => {
		const [offered, comments] = ['SimplifiedReportingProcedureOffered', 'CommentsReceived'].map((type) =>
			propose(type, '2022-01-01')
		) as [Proposal, Proposal];
		expect(tell([adoption, offered, comments])).toBe('passed');
	});

	const correct = (corrects: string, on: string) =>
		propose('RecordCorrected', '2026-11-22', {
			data: {
				action: 'replace',
				reason: 'misread',
				on,
				data: minimalData('ReminderSent'),
				source: null
			},
			corrects
		});
	const reminded = () => {
		const log = logOf([...owed, reminder('2023-12-01'), reminder('2024-12-01')]);
		const [first, second] = log.filter(({ type }) => type === 'ReminderSent') as [Envelope, Envelope];
		return { log, first, second };
	};

	test('a fact as it was before it was corrected', () => {
		const { log, second } = reminded();
		expect(tell([correct(second.id, '2024-12-05'), reminder('2024-12-01')], log)).toBe('passed');
		expect(tell([correct(second.id, '2024-12-05'), reminder('2024-12-05')], log)).toMatchObject({
			kind: 'alreadyRecorded'
		});
	});

	test('a correction that was taken back', () => {
		const { log, first } = reminded();
		const once = [...log];
		const passed = passGate([correct(first.id, '2023-12-05')], once, context);
		if (passed.ok) once.push(...(passed.value.events as Envelope[]));
		const withdrawal = propose('RecordCorrected', '2026-11-22', {
			data: { action: 'withdraw', reason: 'it was right' },
			corrects: once.at(-1)!.id
		});
		expect(tell([withdrawal, correct(first.id, '2023-12-05')], once)).toBe('passed');
	});

	test('the same correction of another fact; but not that of the first once more', () => {
		const { log, first, second } = reminded();
		expect(tell([correct(first.id, '2023-12-05'), correct(second.id, '2023-12-05')], log)).toBe('passed');
		expect(
			tell(
				[correct(first.id, '2023-12-05'), correct(second.id, '2024-12-05'), correct(first.id, '2023-12-05')],
				log
			)
		).toMatchObject({ kind: 'alreadyRecorded' });
	});
});

describe('in a cycle that has an anomaly already', () => {
	const early = propose('FollowUpReceived', '2021-10-01');
	const odd = () => logOf([adoption, request, early], true);

	test('what fits is let through', () => {
		expect(tell([propose('CommentsReceived', '2022-01-01')], odd())).toBe('passed');
	});

	test('a correction that unsettles is told by what it unsettles, and not by what was odd before', () => {
		const log = odd();
		const withdrawal = propose('RecordCorrected', '2026-11-22', {
			data: { action: 'withdraw', reason: 'another State' },
			corrects: log.find(({ type }) => type === 'ConcludingObservationsAdopted')!.id
		});
		const refusal = tell([withdrawal], log);
		expect(refusal).toMatchObject({ kind: 'unsettles', events: [{ type: 'FollowUpRequested' }] });
	});
});

test('under a version of a procedure that is not known here nothing can be said against a fact', () => {
	const opened = envelope('CycleOpened', '2021-10-08', {
		procedure: { body: 'CMW', version: 99 },
		reportNumbers: [3]
	});
	expect(tell([about('DeadlineMoved', '2023-01-01', 'followUp')], [opened])).toBe('passed');
});
