import { describe, expect, test } from 'vitest';
import type { Owed } from '#lib/cycle/timeline/owed.ts';
import type { Occasion, Reminder, Transition } from '#lib/reminders/reminder.ts';
import {
	digestBody,
	digestTitle,
	leadWords,
	occasionWords,
	policySentence,
	reminderBody,
	reminderSentence,
	reminderTitle,
	transitionSentence,
	transitionTitle
} from './reminders.ts';

/** Without the spaces that keep a line from breaking. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** A report that was met long since, and whose day had moved: what was said of it stays as it was said. */
const report: Owed = {
	id: 'CMW/AZE/3#nextReport-1',
	stream: 'CMW/AZE/3',
	duty: 'nextReport',
	units: [],
	reportNumbers: [4],
	openedBy: { on: '2021-10-08' },
	dates: [{ due: '2027-03-01', certainty: 'exact', basis: 'agreed', from: '2026-11-05' }],
	ending: { how: 'met', on: '2026-11-10' }
};

const reminder = (on: Reminder['on'], occasion: Occasion): Reminder => ({
	key: `${report.id}~2026-11-01~x`,
	obligation: report.id,
	stream: report.stream,
	duty: report.duty,
	due: '2026-11-01',
	on,
	occasion
});
const monthBefore = reminder('2026-10-01', { kind: 'before', lead: 'P1M' });
const overdue = reminder('2026-12-07', { kind: 'overdue', days: 36, step: 2, to: 'the Deputy Minister' });

describe('a reminder', () => {
	test('says how far off it is first, for a title may be cut', () => {
		expect(reminderTitle(monthBefore, report)).toBe('In 31 days: Azerbaijan’s fourth periodic report to CMW');
		expect(reminderTitle(overdue, report)).toBe(
			'36 days overdue: Azerbaijan’s fourth periodic report to CMW'
		);
		expect(reminderTitle(monthBefore, report, '2026-11-01')).toMatch(/^Due today: /);
	});

	test('speaks of the day that was in force when it was said, as of the day it is said', () => {
		expect(plain(reminderSentence(monthBefore, report, '2026-10-12'))).toBe(
			'Azerbaijan’s fourth periodic report to CMW is due in 20 days, on 1 November 2026.'
		);
	});

	test('says whom to bring it to, and what to do', () => {
		expect(plain(reminderBody(overdue, report))).toMatch(
			/^Due 1 November 2026\. Bring it to the Deputy Minister\. .+/
		);
		expect(reminderSentence(overdue, report)).toMatch(/36 days overdue\. Bring it to the Deputy Minister\.$/);
	});

	test('names what the record knows no longer by its cycle', () => {
		expect(plain(reminderSentence(monthBefore, undefined))).toBe(
			'Next report (Azerbaijan before CMW, third periodic report), due 1 November 2026.'
		);
		expect(plain(reminderBody(monthBefore, undefined))).toBe('Due 1 November 2026.');
	});
});

test('a transition is said by its states', () => {
	const assessed: Transition = {
		key: 'x',
		stream: 'CMW/AZE/3',
		states: ['afterAdoption.followUp.assessed'],
		on: '2024-05-02'
	};
	expect(transitionTitle(assessed)).toBe('Follow-up assessed: Azerbaijan before CMW, third periodic report');
	expect(plain(transitionSentence(assessed))).toContain('2 May 2024');
});

test('a digest names three and counts the rest', () => {
	expect(digestTitle(5)).toBe('5 reminders have gathered');
	expect(digestBody(['a', 'b', 'c'])).toBe('a\nb\nc');
	expect(digestBody(['a', 'b', 'c', 'd', 'e'])).toBe('a\nb\nc\nand 2 more');
});

test.each([
	['P12M', '12 months before'],
	['P1W', '1 week before'],
	['P14D', '14 days before'],
	['P0D', 'on the day']
] as const)('the lead %s is "%s"', (lead, words) => expect(leadWords(lead)).toBe(words));

test('an occasion is said in few words', () => {
	expect(occasionWords(monthBefore.occasion)).toBe('1 month before');
	expect(occasionWords(overdue.occasion)).toBe('overdue for 36 days');
	expect(plain(occasionWords({ kind: 'snoozed', until: '2026-12-01' }))).toBe(
		'put off until 1 December 2026'
	);
});

test('a policy is a sentence', () => {
	expect(
		policySentence({
			before: ['P1M', 'P1D', 'P0D'],
			overdueEvery: 7,
			secondStep: { after: 30, every: 1, to: '' }
		})
	).toBe(
		'1 month before, 1 day before, on the day and every 7 days while it is overdue. After 30 days overdue every day.'
	);
	expect(policySentence({ before: [], overdueEvery: null, secondStep: null })).toBe('Nothing is said of it.');
});
