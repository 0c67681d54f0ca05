import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { shiftDate } from '#lib/calendar/interval.ts';
import { genevaToday } from '#lib/calendar/today.ts';
import { openLog, type Log } from '#lib/log/index.ts';
import { defaultPreferences } from '#lib/reminders/presets.ts';
import { workedExample } from '#lib/workspace/workedExample.ts';
import { keepPreferences, readLedger, readRun } from '#lib/workspace/reminding/keeping.ts';
import { Signal } from '#lib/workspace/reminding/signal.ts';
import { clicked, remind } from './reminders.ts';
import { sendTest } from './testReminder.ts';

const scope = 'https://servanda.invalid/app/';
vi.mock('./files.ts', () => ({ scope: 'https://servanda.invalid/app/' }));

const nextReport = { obligation: 'CMW/AZE/3#nextReport-1', due: '2026-11-01' };
const today = '2026-11-23';

interface Hanging {
	tag: string;
	title: string;
	data: unknown;
	close: () => void;
}

let log: Log;
let hanging: Hanging[];
let permission: NotificationPermission;
let badges: number[];
/** What happened to pages, in order. */
let steps: string[];
let pages: { url: string; focus: () => Promise<{ navigate: (address: string) => Promise<unknown> }> }[];
let takesNotifications: boolean;

/** @param leads whether it can be led to another address */
const aPage = (url: string, { focuses = true, leads = true } = {}) => ({
	url,
	async focus() {
		steps.push(`focus ${url}`);
		if (!focuses) throw new DOMException('no', 'InvalidAccessError');
		return {
			async navigate(address: string) {
				if (!leads) throw new TypeError('another worker’s');
				steps.push(`navigate ${address}`);
				return {};
			}
		};
	}
});

const aNotification = (data: unknown) => {
	const close = vi.fn();
	return { notification: { close, data } as unknown as Notification, close };
};

const ledgerNow = async () => {
	const ledger = await readLedger(log);
	if (!ledger.ok) throw new Error(ledger.error.kind);
	return ledger.value;
};

beforeEach(async () => {
	vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${today}T09:00:00.000Z`) });
	globalThis.indexedDB = new IDBFactory();
	const opened = await openLog();
	if (!opened.ok) throw new Error(opened.error.kind);
	log = opened.value;
	[hanging, badges, steps, pages] = [[], [], [], []];
	[permission, takesNotifications] = ['granted', true];
	vi.stubGlobal('self', {
		registration: {
			async showNotification(title: string, { tag, data }: { tag: string; data: unknown }) {
				if (!takesNotifications) throw new TypeError('not allowed');
				const one = {
					tag,
					title,
					data,
					close: () => void (hanging = hanging.filter((other) => other !== one))
				};
				hanging.push(one);
			},
			getNotifications: async ({ tag }: { tag: string }) => hanging.filter((one) => one.tag === tag)
		},
		clients: {
			matchAll: async () => pages,
			openWindow: async (address: string) => void steps.push(`open ${address}`)
		}
	});
	vi.stubGlobal('Notification', {
		get permission() {
			return permission;
		}
	});
	vi.stubGlobal('navigator', {
		setAppBadge: async (count: number) => void badges.push(count),
		clearAppBadge: async () => void badges.push(0)
	});
	await keepPreferences(log, { ...defaultPreferences, quietHours: null, nonWorkingWeekdays: [] });
});
afterEach(() => {
	log.close();
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

const withExample = () => log.append({ events: workedExample, expected: 0, origin: 'workedExample' });

describe('woken with no page open', () => {
	test('it says what is due, once, and sets the badge', async () => {
		await withExample();
		await remind();
		expect(hanging).toMatchObject([{ data: { path: 'cycles/CMW/AZE/3#owed', snoozes: [nextReport] } }]);
		expect(badges).toEqual([1]);
		const [said] = (await ledgerNow()).entries.values();
		expect(said).toMatchObject({ channel: 'notification', shown: true, key: hanging[0]!.tag });
		hanging = [];
		await remind();
		expect(hanging).toEqual([]);
		expect(await readRun(log, 'worker')).toMatchObject({ value: { said: 0 } });
	});

	test('it says nothing where it may not, and sets the badge all the same', async () => {
		await withExample();
		permission = 'denied';
		await remind();
		expect([hanging, badges]).toEqual([[], [1]]);
		expect((await ledgerNow()).entries.size).toBe(0);
	});

	test('it says nothing in quiet hours', async () => {
		await withExample();
		await keepPreferences(log, { ...defaultPreferences, quietHours: { from: '00:00', to: '23:59' } });
		await remind();
		expect(hanging).toEqual([]);
	});

	test('it tells the pages that the ledger has changed', async () => {
		await withExample();
		const heard = vi.fn();
		const page = new Signal(heard);
		await remind();
		await vi.waitFor(() => expect(heard).toHaveBeenCalled());
		page.close();
	});

	test('what cannot be read or written fails, so that the browser notes it', async () => {
		await withExample();
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		await expect(remind()).rejects.toThrow('storageFull');
		expect(hanging).toEqual([]);
		vi.stubGlobal('indexedDB', undefined);
		await expect(remind()).rejects.toThrow();
	});
});

describe('a click', () => {
	const carried = { path: 'cycles/CMW/AZE/3', snoozes: [nextReport] };
	const address = `${scope}cycles/CMW/AZE/3`;

	test('shows the open page and leads it there', async () => {
		pages = [aPage('https://servanda.invalid/another/'), aPage(`${scope}log`)];
		const { notification, close } = aNotification(carried);
		await clicked(notification, '');
		expect(steps).toEqual([`focus ${scope}log`, `navigate ${address}`]);
		expect(close).toHaveBeenCalled();
	});

	test('opens a page where none is open', async () => {
		await clicked(aNotification(carried).notification, 'open');
		expect(steps).toEqual([`open ${address}`]);
	});

	test.each([{ focuses: false }, { leads: false }])(
		'opens one where the open one is not to be led: %j',
		async (how) => {
			pages = [aPage(scope, how)];
			await clicked(aNotification(carried).notification, '');
			expect(steps.at(-1)).toBe(`open ${address}`);
		}
	);

	test('puts all it carries off to tomorrow, and shows no page', async () => {
		await withExample();
		const { notification, close } = aNotification(carried);
		await clicked(notification, 'snooze');
		const { snoozes } = await ledgerNow();
		const until = shiftDate(genevaToday(), 'P1D');
		expect([...snoozes.values()]).toEqual([{ ...nextReport, until, at: `${today}T09:00:00.000Z` }]);
		expect(until).toBe('2026-11-24');
		expect([steps, close.mock.calls.length]).toEqual([[], 1]);
		await remind();
		expect(hanging).toEqual([]);
		vi.setSystemTime(new Date('2026-11-24T09:00:00.000Z'));
		await remind();
		expect(hanging).toHaveLength(1);
	});

	test('that could not put it off leaves the notification where it is', async () => {
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		const { notification, close } = aNotification(carried);
		await expect(clicked(notification, 'snooze')).rejects.toThrow('storageFull');
		expect(close).not.toHaveBeenCalled();
	});

	test.each(['', 'snooze'])('on one of another making only takes it down (%j)', async (action) => {
		const { notification, close } = aNotification({ url: 'https://elsewhere.invalid/' });
		await clicked(notification, action);
		expect([steps, close.mock.calls.length]).toEqual([[], 1]);
		expect((await ledgerNow()).snoozes.size).toBe(0);
	});
});

describe('a test of the reminders', () => {
	test('goes the whole way, as often as it is asked for, and leaves nothing in the inbox', async () => {
		const showing = vi.spyOn(self.registration, 'showNotification');
		expect(await sendTest()).toEqual({ kind: 'shown' });
		expect(await sendTest()).toEqual({ kind: 'shown' });
		expect(showing).toHaveBeenCalledTimes(2);
		expect(hanging).toMatchObject([{ tag: 'test', data: { path: 'reminders/device', snoozes: [] } }]);
		const kept = await log.ledger.all();
		expect(kept.ok && kept.value.get('test')).toBe(`${today}T09:00:00.000Z`);
		expect((await ledgerNow()).entries.size).toBe(0);
		await withExample();
		await remind();
		expect(hanging).toHaveLength(2);
	});

	test('says how far it came', async () => {
		takesNotifications = false;
		expect(await sendTest()).toEqual({ kind: 'notShown', why: 'refusedBySystem' });
		permission = 'default';
		expect(await sendTest()).toEqual({ kind: 'notShown', why: 'noPermission' });
		permission = 'granted';
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		expect(await sendTest()).toEqual({ kind: 'notShown', why: 'notWritten' });
		expect(hanging).toEqual([]);
	});
});
