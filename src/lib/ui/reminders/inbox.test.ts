import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import type { OwedToCommittee } from '#lib/cycle/timeline/owed.ts';
import type { Channel } from '#lib/reminders/entry.ts';
import type { InboxEntry } from '#lib/reminders/ledger.ts';
import { byDay, changeable, isReminder, pressing, saidOnly, standingSeen } from './inbox.ts';

/** Without the spaces that keep a line from breaking. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

const owed = (id: string, due: IsoDate, more: Partial<OwedToCommittee> = {}): OwedToCommittee => ({
	id,
	stream: 'CMW/AZE/3',
	duty: 'followUp',
	units: [],
	reportNumbers: [],
	openedBy: { on: '2021-10-08' },
	dates: [{ due, certainty: 'exact', basis: 'stated', from: '2021-10-08' }],
	ending: null,
	...more
});

interface Given {
	key: string;
	obligation?: string;
	due?: IsoDate;
	at?: string;
	channel?: Channel;
	read?: boolean;
	standing?: InboxEntry['standing'];
	snoozed?: boolean;
}

const one = ({
	key,
	obligation = 'a',
	due = '2026-12-01',
	at = '2026-11-22T08:00:00.000Z',
	channel = 'page',
	read = false,
	standing = 'open',
	snoozed = false
}: Given): InboxEntry => ({
	entry: {
		key,
		at,
		channel,
		shown: true,
		read,
		told: {
			kind: 'reminder',
			key,
			obligation,
			stream: 'CMW/AZE/3',
			duty: 'followUp',
			due,
			on: '2026-11-20',
			occasion: { kind: 'before', lead: 'P14D' }
		}
	},
	standing,
	snooze: snoozed ? { obligation, due, until: '2026-11-30', at } : null
});

const known = new Map(
	[owed('a', '2026-12-01'), owed('b', '2026-11-01')].map((each) => [each.id, each] as const)
);
const owedById = (id: string) => known.get(id);
const today = '2026-11-22';

test('what this page recorded was not said', () => {
	const inbox = [one({ key: '1' }), one({ key: '3', channel: 'here' }), one({ key: '4', channel: 'digest' })];
	expect(saidOnly(inbox).map(({ entry }) => entry.key)).toEqual(['1', '4']);
});

test('days stand in the order of what was said on them', () => {
	const inbox = [
		one({ key: '1', at: '2026-11-22T09:00:00.000Z' }),
		one({ key: '2', at: '2026-11-22T08:00:00.000Z' }),
		one({ key: '3', at: '2026-11-20T08:00:00.000Z' })
	];
	const days = byDay(inbox, (instant) => instant.slice(0, 10) as IsoDate);
	expect(days.map(({ on, entries }) => [on, entries.length])).toEqual([
		['2026-11-22', 2],
		['2026-11-20', 1]
	]);
});

describe('the most pressing', () => {
	test('is what is due first, of what is open and nobody has read', () => {
		const inbox = [one({ key: '1' }), one({ key: '2', obligation: 'b', due: '2026-11-01' })];
		expect(pressing(inbox, owedById, today)?.obligation.id).toBe('b');
	});

	test.each([
		{ read: true },
		{ snoozed: true },
		{ standing: 'met' as const },
		{ standing: 'moved' as const }
	])('is nothing that is %j', (given) =>
		expect(pressing([one({ key: '1', ...given })], owedById, today)).toBeUndefined()
	);
});

test('only the newest reminder of what is open can be put off', () => {
	const inbox = [
		one({ key: 'new' }),
		one({ key: 'old' }),
		one({ key: 'met', obligation: 'b', standing: 'met' }),
		one({ key: 'of another', obligation: 'c' })
	];
	expect([...changeable(inbox)]).toEqual(['new', 'of another']);
});

describe('how it stands now', () => {
	const seen = (given: InboxEntry) => {
		if (!isReminder(given)) throw new Error('not a reminder');
		const { group, words } = standingSeen(given, owedById, today);
		return [group, plain(words)];
	};

	test('is said of what is open by its distance', () => {
		expect(seen(one({ key: '1', obligation: 'b' }))).toEqual(['overdue', '21 days overdue']);
	});
	test('is said of what was moved by its new day', () => {
		expect(seen(one({ key: '1', standing: 'moved' }))).toEqual([null, 'moved: now due 1 December 2026']);
	});
	test('is said of what the record knows no longer', () => {
		expect(seen(one({ key: '1', obligation: 'unknown' }))).toEqual([null, 'no longer owed']);
	});
});
