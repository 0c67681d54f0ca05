import { expect, test } from 'vitest';
import type { Owed } from '#lib/cycle/timeline/owed.ts';
import type { Entry } from '#lib/reminders/entry.ts';
import { notificationWords, testNotificationWords } from './notifications.ts';

const report: Owed = {
	id: 'CMW/AZE/3#nextReport-1',
	stream: 'CMW/AZE/3',
	duty: 'nextReport',
	units: [],
	reportNumbers: [4],
	openedBy: { on: '2021-10-08' },
	dates: [{ due: '2026-11-01', certainty: 'exact', basis: 'stated', from: '2021-10-08' }],
	ending: null
};
const { id, stream, duty } = report;
const entryOf = (told: Entry['told']): Entry => ({
	key: told.key,
	at: '2026-10-01T09:00:00.000Z',
	channel: 'notification',
	shown: false,
	read: false,
	told
});
const reminder = entryOf({
	kind: 'reminder',
	key: `${id}~2026-11-01~P1M`,
	obligation: id,
	stream,
	duty,
	due: '2026-11-01',
	on: '2026-10-01',
	occasion: { kind: 'before', lead: 'P1M' }
});
const transition = entryOf({
	kind: 'transition',
	key: `${stream}~afterAdoption.followUp.assessed~2026-09-30`,
	stream,
	states: ['afterAdoption.followUp.assessed'],
	on: '2026-09-30'
});
const owedBy = (obligation: string) => (obligation === id ? report : undefined);

/** Without the spaces that keep a line from breaking. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('one reminder says how far off it is today, and by when', () => {
	const { title, body, ...frame } = notificationWords([reminder], owedBy, '2026-10-12');
	expect(title).toBe('In 20 days: Azerbaijan’s fourth periodic report to CMW');
	expect(plain(body)).toMatch(/1 November 2026/);
	expect(frame).toEqual({ open: 'Open', snooze: 'Remind me tomorrow', language: 'en-GB', direction: 'ltr' });
});

test('of what the record knows no longer, the cycle and the duty are named', () => {
	const { title, body } = notificationWords([reminder], () => undefined, '2026-10-12');
	expect(title).toMatch(/^In 20 days: .*Azerbaijan before CMW/);
	expect(plain(body)).toMatch(/1 November 2026/);
});

test('a state says which, of which cycle, and since when', () => {
	const { title, body } = notificationWords([transition], owedBy, '2026-10-12');
	expect(title).toMatch(/Azerbaijan before CMW, third periodic report$/);
	expect(plain(body)).toMatch(/30 September 2026/);
});

test('several are counted, and the first three named', () => {
	const four = [reminder, transition, reminder, reminder];
	const { title, body } = notificationWords(four, owedBy, '2026-10-12');
	expect(title).toMatch(/^4 /);
	expect(body.split('\n')).toHaveLength(4);
	expect(body).toContain('In 20 days: Azerbaijan’s fourth periodic report to CMW');
	expect(notificationWords([reminder, transition], owedBy, '2026-10-12').body.split('\n')).toHaveLength(2);
});

test('one that is sent to see whether it comes says that nothing is due by it', () => {
	expect(testNotificationWords().body).toMatch(/Nothing is due/);
});
