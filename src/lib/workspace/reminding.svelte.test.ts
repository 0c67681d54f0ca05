import 'fake-indexeddb/auto';
import { untrack } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Proposal } from '#lib/cycle/gate.ts';
import { linked } from '#lib/envelope/chain.ts';
import { newId, newSalt, type NewEvent } from '#lib/envelope/envelope.ts';
import { plainWords } from '#lib/exchange/calendar/testing.ts';
import { openLog, type Log } from '#lib/log/index.ts';
import type { Entry } from '#lib/reminders/entry.ts';
import { defaultPreferences } from '#lib/reminders/presets.ts';
import { keepPreferences, readLedger } from './reminding/keeping.ts';
import { Reminding, type RemindingWords } from './reminding.svelte.ts';
import { inline } from './testing/inline.ts';
import { Workspace } from './workspace.svelte.ts';

const stream = 'CMW/AZE/3';
const proposal = (type: Proposal['type'], on: string, data: Record<string, unknown> = {}): Proposal => ({
	stream,
	type,
	on,
	data,
	source: null
});
const adoption = proposal('ConcludingObservationsAdopted', '2021-10-08');
const followUp = proposal('FollowUpRequested', '2021-10-08', {
	units: ['16'],
	deadline: { kind: 'exact', due: '2023-11-01', basis: 'stated' }
});
const received = proposal('FollowUpReceived', '2022-01-05', { sections: [] });
const arrival = 'CMW/AZE/3~afterAdoption.followUp.received~2022-01-05';

const words: RemindingWords = {
	notifications: async () => (entries) => ({
		title: entries.map(({ key }) => key).join(),
		body: '',
		open: '',
		snooze: '',
		language: 'en',
		direction: 'ltr'
	}),
	calendar: async () => () => plainWords
};

interface Tab {
	workspace: Workspace;
	reminding: Reminding;
	stop: () => void;
}

let log: Log;
let tabs: Tab[];
let visibilityState: DocumentVisibilityState;
let hanging: { title: string; data: unknown }[];

/** A page as the layout makes it: what is known has changed, and it is told. */
async function aTab(): Promise<Tab> {
	const workspace = new Workspace(inline);
	const reminding = new Reminding(workspace, words);
	const unfollow = $effect.root(() => {
		$effect(() => {
			void workspace.outlinesNow;
			untrack(() => void reminding.changed());
		});
	});
	await workspace.open();
	const end = reminding.start();
	const stop = () => {
		unfollow();
		end();
		workspace.close();
	};
	const tab = { workspace, reminding, stop };
	tabs.push(tab);
	await vi.waitFor(() => expect(reminding.runs.page).not.toBeNull());
	return tab;
}

const entries = async (): Promise<Entry[]> => {
	const ledger = await readLedger(log);
	return ledger.ok ? [...ledger.value.entries.values()] : [];
};

/** An event as a colleague's file brings it. */
function brought({ stream, type, on, data }: Proposal) {
	const event = { id: newId(), stream, type, schema: 1, on, data, source: null, by: 'A colleague' };
	const placed = { ...event, recordedAt: '2022-01-06T09:00:00.000Z', replica: newId() } as NewEvent;
	return linked(placed, undefined, newSalt());
}

async function takeIn({ workspace }: Tab, ...events: Proposal[]): Promise<void> {
	const imported = await log.importEvents({ events: events.map(brought) });
	if (!imported.ok) throw new Error(imported.error.kind);
	await workspace.changedElsewhere();
}

const goTo = (instant: string) => vi.setSystemTime(new Date(instant));
/** Long enough for whatever is under way. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 60));
const focus = async () => {
	window.dispatchEvent(new Event('focus'));
	await aWhile();
};

beforeEach(async () => {
	vi.useFakeTimers({ toFake: ['Date'] });
	// A Monday, ten in the morning in Geneva, long before anything is due.
	goTo('2022-01-10T09:00:00.000Z');
	globalThis.indexedDB = new IDBFactory();
	[tabs, hanging, visibilityState] = [[], [], 'visible'];
	const page = new EventTarget();
	Object.defineProperty(page, 'visibilityState', { get: () => visibilityState });
	vi.stubGlobal('document', page);
	vi.stubGlobal('window', new EventTarget());
	vi.stubGlobal('Notification', { permission: 'granted' });
	const registration = {
		getNotifications: async () => [],
		showNotification: async (title: string, { data }: { data: unknown }) => void hanging.push({ title, data })
	};
	vi.stubGlobal('navigator', {
		serviceWorker: { ready: new Promise(() => {}), getRegistration: async () => registration }
	});
	const opened = await openLog();
	if (!opened.ok) throw new Error(opened.error.kind);
	log = opened.value;
});
afterEach(async () => {
	tabs.forEach(({ stop }) => stop());
	await aWhile();
	log.close();
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

describe('what is brought', () => {
	test('changes a cycle that is known: it is told once, in whatever tab, and stands in the inbox of all', async () => {
		const [one, other] = [await aTab(), await aTab()];
		await one.workspace.record([adoption, followUp]);
		await vi.waitFor(() => expect(other.workspace.outlinesNow.size).toBe(1));
		await aWhile();
		await takeIn(one, received);
		await vi.waitFor(() => {
			for (const { reminding } of tabs)
				expect(reminding.inbox.map(({ entry }) => entry.key)).toEqual([arrival]);
		});
		await aWhile();
		expect(tabs.map(({ reminding }) => reminding.said).toSorted()).toEqual([0, 1]);
		expect(tabs.map(({ reminding }) => reminding.unread)).toEqual([1, 1]);
		expect((await entries()).filter(({ key }) => key === arrival)).toMatchObject([
			{ channel: 'page', shown: true, read: false }
		]);
	});

	test('is not told of what this very page recorded', async () => {
		const tab = await aTab();
		await tab.workspace.record([adoption, followUp]);
		await aWhile();
		await tab.workspace.record([received]);
		await vi.waitFor(async () =>
			expect((await entries()).find(({ key }) => key === arrival)).toMatchObject({ channel: 'here' })
		);
		expect([tab.reminding.said, tab.reminding.unread, hanging]).toEqual([0, 0, []]);
	});

	test('is not told of a cycle that nobody here knew', async () => {
		const tab = await aTab();
		await takeIn(tab, adoption, followUp, received);
		await vi.waitFor(() => expect(tab.workspace.outlinesNow.size).toBe(1));
		await aWhile();
		expect([await entries(), tab.reminding.said]).toEqual([[], 0]);
	});

	test('comes as one notification where it is much, and nobody looks', async () => {
		const streams = ['CMW/AZE/3', 'CMW/FRA/3', 'CMW/MEX/3', 'CMW/PER/3'];
		const inEach = (...proposals: Proposal[]) =>
			streams.flatMap((of) => proposals.map((one) => ({ ...one, stream: of })));
		const tab = await aTab();
		await tab.workspace.record(inEach(adoption, followUp));
		await aWhile();
		visibilityState = 'hidden';
		await takeIn(tab, ...inEach(received));
		await vi.waitFor(() => expect(hanging).toHaveLength(1));
		expect(hanging[0]!.title.split(',')).toHaveLength(4);
		expect(hanging[0]!.data).toEqual({ path: 'reminders', snoozes: [] });
		await aWhile();
		expect(hanging).toHaveLength(1);
	});

	test('is told at the next chance where it could not be put down', async () => {
		const tab = await aTab();
		await tab.workspace.record([adoption, followUp]);
		await aWhile();
		const broken = vi
			.spyOn(tab.workspace.ledger!, 'change')
			.mockResolvedValue({ ok: false, error: { kind: 'storageFull' } });
		await takeIn(tab, received);
		await vi.waitFor(() => expect(tab.reminding.failure).toEqual({ kind: 'storageFull' }));
		expect([await entries(), tab.reminding.said]).toEqual([[], 0]);
		broken.mockRestore();
		await focus();
		await vi.waitFor(() => expect(tab.reminding.unread).toBe(1));
		expect([tab.reminding.failure, tab.reminding.said]).toEqual([null, 1]);
	});
});

describe('what is due', () => {
	const report = proposal('NextReportRequested', '2021-10-08', {
		numbers: [4],
		deadline: { kind: 'exact', due: '2022-02-10', basis: 'stated' }
	});

	test('is said on the page by the look that recording brings, and once', async () => {
		const tab = await aTab();
		await tab.workspace.record([adoption, report]);
		await vi.waitFor(() => expect(tab.reminding.said).toBe(1));
		await focus();
		expect([tab.reminding.said, tab.reminding.unread]).toEqual([1, 1]);
		expect(tab.reminding.next).toEqual({ on: '2022-01-27', count: 1 });
	});

	test('is looked for by itself when a day has begun, or after an hour; not at every glance before', async () => {
		const tab = await aTab();
		await tab.workspace.record([adoption, report]);
		await vi.waitFor(() => expect(tab.reminding.unread).toBe(1));
		await aWhile();
		const [reading, lookedAt] = [vi.spyOn(tab.workspace.ledger!, 'all'), tab.reminding.runs.page];
		goTo('2022-01-10T09:59:00.000Z');
		await focus();
		expect(reading).not.toHaveBeenCalled();
		expect(tab.reminding.runs.page).toEqual(lookedAt);
		const looksAgainAt = async (instant: string) => {
			reading.mockClear();
			goTo(instant);
			await focus();
			await vi.waitFor(() => expect(reading).toHaveBeenCalled());
			await aWhile();
		};
		await looksAgainAt('2022-01-10T10:01:00.000Z');
		// The clock was wrong, and is set back.
		await looksAgainAt('2022-01-10T09:30:00.000Z');
		// In Geneva the next day begins at 23:00 in UTC.
		await looksAgainAt('2022-01-26T22:50:00.000Z');
		await looksAgainAt('2022-01-26T23:10:00.000Z');
		await vi.waitFor(() => expect(tab.reminding.said).toBe(2));
	});

	test('waits behind a hidden page until nobody is disturbed any more, though nothing else has changed', async () => {
		const tab = await aTab();
		goTo('2022-01-10T12:00:00.000Z');
		const nonWorkingDays = [{ on: '2022-01-10', name: 'A holiday' }] as const;
		await tab.reminding.savePreferences({ ...defaultPreferences, quietHours: null, nonWorkingDays });
		visibilityState = 'hidden';
		await tab.workspace.record([adoption, report]);
		await aWhile();
		await focus();
		expect([hanging, await entries()]).toEqual([[], []]);
		goTo('2022-01-10T12:30:00.000Z');
		await keepPreferences(log, { ...defaultPreferences, quietHours: null });
		await focus();
		await vi.waitFor(() => expect(hanging).toHaveLength(1));
		expect(tab.reminding.said).toBe(0);
	});

	test('can be put off and taken up again, and is read, in all tabs', async () => {
		const [one, other] = [await aTab(), await aTab()];
		await one.workspace.record([adoption, report]);
		await vi.waitFor(() => expect(other.reminding.unread).toBe(1));
		const { entry } = other.reminding.inbox.find(({ entry }) => !entry.read)!;
		const owed = { obligation: 'CMW/AZE/3#nextReport-1', due: '2022-02-10' } as const;
		expect(await one.reminding.snooze([owed], '2022-01-20')).toEqual({ ok: true, value: undefined });
		await vi.waitFor(() => expect(other.reminding.inbox[0]!.snooze?.until).toBe('2022-01-20'));
		expect(other.reminding.next?.on).toBe('2022-01-20');
		await one.reminding.unsnooze([owed.obligation]);
		await vi.waitFor(() => expect(other.reminding.inbox[0]!.snooze).toBeNull());
		await one.reminding.markRead([entry.key]);
		await vi.waitFor(() => expect(other.reminding.unread).toBe(0));
	});

	test('is what somebody set, in all tabs', async () => {
		const [one, other] = [await aTab(), await aTab()];
		const nothing = { ...defaultPreferences, own: { 'CMW/AZE/3#nextReport-1': null } };
		await one.reminding.savePreferences(nothing);
		await vi.waitFor(() => expect(other.reminding.preferences).toEqual(nothing));
		await one.workspace.record([adoption, report]);
		await aWhile();
		expect(await entries()).toEqual([]);
	});
});

describe('what fails', () => {
	test('is kept for the page to say, and forgotten once a look comes to its end', async () => {
		const tab = await aTab();
		const failure = { kind: 'notRead', reason: 'a bad disk' } as const;
		const broken = vi.spyOn(tab.workspace.ledger!, 'all').mockResolvedValue({ ok: false, error: failure });
		await tab.reminding.look();
		expect(tab.reminding.failure).toEqual(failure);
		// A glance looks again, since the last look came to nothing.
		broken.mockRestore();
		await focus();
		await vi.waitFor(() => expect(tab.reminding.failure).toBeNull());
	});

	test('is told to whoever asked', async () => {
		const tab = await aTab();
		const full = { ok: false, error: { kind: 'storageFull' } } as const;
		vi.spyOn(tab.workspace.ledger!, 'change').mockResolvedValue(full);
		vi.spyOn(tab.workspace.device!, 'set').mockResolvedValue(full);
		const owed = { obligation: 'CMW/AZE/3#nextReport-1', due: '2022-02-10' } as const;
		expect(await tab.reminding.snooze([owed], '2022-01-20')).toEqual(full);
		expect(await tab.reminding.markRead(['key'])).toEqual(full);
		expect(await tab.reminding.savePreferences(defaultPreferences)).toEqual(full);
		expect(tab.reminding.failure).toBeNull();
	});

	test('is not thrown at nobody, whatever breaks, and the next turn comes all the same', async () => {
		const tab = await aTab();
		const rejected = vi.fn();
		process.on('unhandledRejection', rejected);
		const broken = vi.spyOn(tab.workspace.device!, 'get').mockRejectedValue(new Error('no such chunk'));
		await focus();
		await tab.reminding.look();
		expect(tab.reminding.failure).toEqual({ kind: 'remindersFailed', reason: 'Error: no such chunk' });
		expect(await tab.reminding.calendar(null, 'alarms')).toMatchObject({
			ok: false,
			error: { kind: 'remindersFailed' }
		});
		broken.mockRestore();
		await tab.reminding.look();
		expect(tab.reminding.failure).toBeNull();
		expect(rejected).not.toHaveBeenCalled();
		process.off('unhandledRejection', rejected);
	});

	test('before the log is open there is nothing to look at, and nothing failed', async () => {
		const reminding = new Reminding(new Workspace(inline), words);
		await reminding.look();
		await reminding.changed();
		expect([reminding.ready, reminding.failure, reminding.unread, reminding.next]).toEqual([
			false,
			null,
			0,
			null
		]);
		expect(await reminding.markRead([])).toEqual({ ok: false, error: { kind: 'notOpen' } });
		expect(await reminding.calendar(null, 'alarms')).toEqual({ ok: false, error: { kind: 'notOpen' } });
	});
});

test('a calendar is made of everything, of a cycle, of one thing that is owed; of nothing there is none', async () => {
	const tab = await aTab();
	expect(await tab.reminding.calendar(null, 'alarms')).toEqual({ ok: true, value: null });
	await tab.workspace.record([adoption, followUp]);
	const name = async (made: ReturnType<Reminding['calendar']>) => {
		const file = await made;
		return file.ok && file.value?.name;
	};
	expect(await name(tab.reminding.calendar(null, 'alarms'))).toBe('servanda-deadlines.ics');
	expect(await name(tab.reminding.calendar([stream], 'events'))).toBe('servanda-CMW-AZE-3.ics');
	expect(await name(tab.reminding.calendarOfObligation(`${stream}#followUp-1`, 'alarms'))).toBe(
		'servanda-CMW-AZE-3-followUp-1.ics'
	);
});

test('a page that is gone looks no more', async () => {
	const tab = await aTab();
	tab.stop();
	tabs = [];
	const reading = vi.spyOn(tab.workspace.device!, 'get');
	await focus();
	expect(reading).not.toHaveBeenCalled();
});
