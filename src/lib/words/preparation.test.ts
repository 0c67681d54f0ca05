import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { stateDeskOn } from '#lib/cycle/preparation/desk.ts';
import { envelope } from '#lib/cycle/testing/facts.ts';
import { foldCycle, type Timeline } from '#lib/cycle/timeline/fold.ts';
import { nextStep, obligationSentence, obligationTitle } from './obligation.ts';
import { planWords } from './plan.ts';
import { usualTemplates } from './preparation.ts';
import { noteText, statusNote } from './statusNote.ts';
import { why } from './why.ts';

/** Without the spaces that keep a line from breaking. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

const report = 'CMW/AZE/3#nextReport-1';
const timeline = foldCycle('CMW/AZE/3', [
	envelope('ConcludingObservationsAdopted', '2021-10-08', {}),
	envelope('FollowUpRequested', '2021-10-08', {
		units: ['16'],
		deadline: { kind: 'exact', due: '2023-11-01', basis: 'stated' }
	}),
	envelope('InformationForNextReportRequested', '2021-10-08', { units: ['16(b)', '60(d)'] }),
	envelope('NextReportRequested', '2021-10-08', {
		numbers: [4],
		deadline: { kind: 'exact', due: '2026-11-01', basis: 'stated' }
	}),
	envelope('PreparationPlanned', '2026-01-12', {
		for: report,
		due: '2026-11-01',
		steps: [
			{ id: 'draft', name: 'Draft', due: '2026-03-02' },
			{ id: 'consult', name: 'Consult', responsible: 'Ministry of Justice', due: '2026-05-04' }
		]
	}),
	envelope('PreparationStepDone', '2026-03-05', { for: report, step: 'draft', name: 'Draft' }),
	envelope('AnswerPrepared', '2026-03-05', { for: report, units: ['60(d)'], progress: 'drafted' })
]) as Timeline;
const deskOn = (asOf: IsoDate) => stateDeskOn([timeline], asOf);
const step = (name: string, asOf: IsoDate) =>
	deskOn(asOf)
		.open.flatMap(({ plan }) => plan?.steps ?? [])
		.find((one) => one.name === name)!;

describe('a step', () => {
	test('is told with what it is for, and with whom it lies', () => {
		const seen = step('Consult', '2026-05-16');
		expect(plain(obligationSentence(seen))).toBe(
			'“Consult” for Azerbaijan’s fourth periodic report to CMW is 12 days overdue.'
		);
		expect(obligationTitle(seen.obligation)).toBe('Consult: Fourth periodic report');
		expect(nextStep(seen)).toBe('Responsible: Ministry of Justice.');
		expect(plain(why(seen.obligation.dates[0]!)[0]!)).toBe(
			'The date 4 May 2026 was set by the plan made on 12 January 2026.'
		);
	});

	test('that is done was not received', () =>
		expect(plain(obligationSentence(step('Draft', '2026-05-16')))).toBe(
			'“Draft” for Azerbaijan’s fourth periodic report to CMW: done 5 March 2026, 3 days late.'
		));
});

test('a plan says how far it is and what comes next', () => {
	const plan = (asOf: IsoDate) => plain(planWords(deskOn(asOf).open.find((one) => one.plan)!.plan!));
	expect(plan('2026-05-16')).toBe(
		'1 of 2 steps done. Next: Consult by 4 May 2026, Ministry of Justice, 12 days overdue.'
	);
	expect(plan('2026-02-28')).toBe('0 of 2 steps done. Next: Draft by 2 March 2026, in 2 days.');
});

test('what a committee is owed leads the desk before a step that presses as much, and a step that presses more leads it', () => {
	expect(deskOn('2026-05-16').leading?.obligation.duty).toBe('followUp');
	const answered = foldCycle('CMW/AZE/3', [
		...timeline.facts,
		...timeline.preparation.events,
		envelope('FollowUpReceived', '2024-01-17', { sections: [] })
	]) as Timeline;
	expect(stateDeskOn([answered], '2026-05-16').leading?.obligation.duty).toBe('preparationStep');
});

test('a template begins with the usual steps', () =>
	expect(usualTemplates().report.map(({ name, weeks }) => [name, weeks])).toEqual([
		['Collect information', 26],
		['Draft', 18],
		['Consult', 12],
		['Approve', 6],
		['Translate', 4],
		['Submit', 1]
	]));

const told = { state: 'AZE', asOf: '2026-05-16', knownAt: null, read: 1, failed: 0 } as const;

test('the status note tells what is overdue, what comes within the year, and how it is being prepared', () => {
	const note = statusNote(deskOn('2026-05-16'), told);
	expect(noteText(note)).toBe(
		[
			'Status of treaty-body reporting: Azerbaijan',
			'As of 16 May 2026',
			'',
			'OVERDUE',
			'',
			'Committee on Migrant Workers',
			'- Azerbaijan’s follow-up information to CMW is 927 days overdue.',
			'  No plan yet.',
			'  Answers: 1 not begun.',
			'',
			'DUE WITHIN TWELVE MONTHS',
			'',
			'Committee on Migrant Workers',
			'- Azerbaijan’s fourth periodic report to CMW is due in 169 days, on 1 November 2026.',
			'  Preparation: 1 of 2 steps done. Next: Consult by 4 May 2026, Ministry of Justice, 12 days overdue.',
			'  Answers: 1 not begun and 1 drafted.',
			'',
			'DUE LATER, OR WITHOUT A DATE',
			'',
			'Nothing.',
			'',
			'As recorded in Servanda, which is not a United Nations product. The record may be incomplete.',
			''
		].join('\n')
	);
});

test('a status note of which nothing can be told claims nothing, and says what is left out', () => {
	const nothing = { open: [], register: [] };
	expect(noteText(statusNote(nothing, { ...told, read: 0 }))).toBe(
		[
			'Status of treaty-body reporting: Azerbaijan',
			'As of 16 May 2026',
			'',
			'Nothing is recorded of Azerbaijan here, so this note cannot say what is due.',
			'',
			'As recorded in Servanda, which is not a United Nations product. The record may be incomplete.',
			''
		].join('\n')
	);
	const { gaps, sections } = statusNote(deskOn('2026-05-16'), { ...told, failed: 2 });
	expect(gaps).toEqual(['2 cycles cannot be read and are left out here.']);
	expect(sections).toHaveLength(3);
});
