import type { BrowserContext, CDPSession, Page, Worker } from '@playwright/test';
import { defaultPreferences } from '#lib/reminders/presets.ts';
import type { Entry, Snooze } from '#lib/reminders/entry.ts';
import type { Preferences } from '#lib/reminders/preferences.ts';
import { expect } from '../support/app.ts';
import { openWorkedExample } from '../journeys/documents.ts';

/** At any hour and on any day, whenever the tests run. */
export const atAnyTime: Preferences = { ...defaultPreferences, quietHours: null, nonWorkingWeekdays: [] };

/** What the worked example owes; it has been overdue since. */
export const nextReport = { obligation: 'CMW/AZE/3#nextReport-1', due: '2026-11-01' } as const;

/** Opens the worked example with notifications allowed, and waits until it was said on the page. */
export async function openAllowed(page: Page, context: BrowserContext): Promise<void> {
	await context.grantPermissions(['notifications']);
	await page.goto('/');
	await openWorkedExample(page);
	await expect.poll(() => page.evaluate(readAll, 'ledger')).not.toEqual({});
}

/** A page of the same origin with nothing of the app in it, to look into the database from. */
export async function besideTheApp(page: Page): Promise<void> {
	await page.goto('/favicon.svg');
}

/** Makes an app of it, as the person does with the browser's own button; gives what the system shows on its icon. */
export async function install(context: BrowserContext, page: Page): Promise<() => Promise<number>> {
	const ofPage = await context.newCDPSession(page);
	const { appId: manifestId } = (await ofPage.send('Page.getAppId')) as { appId: string };
	const system = await context.browser()!.newBrowserCDPSession();
	await system.send('PWA.install', { manifestId, installUrlOrBundleUrl: page.url() });
	return async () => (await system.send('PWA.getOsAppState', { manifestId })).badgeCount;
}

/** Everything in one store of the database, by key. Runs in a page or in the worker. */
export async function readAll(store: string): Promise<Record<string, unknown>> {
	const opening = indexedDB.open('servanda');
	const database = await new Promise<IDBDatabase>((resolve) => {
		opening.onsuccess = () => resolve(opening.result);
	});
	const records = database.transaction(store).objectStore(store);
	const [keys, values] = [records.getAllKeys(), records.getAll()];
	await new Promise((resolve) => (values.onsuccess = resolve));
	database.close();
	return Object.fromEntries(keys.result.map((key, index) => [String(key), values.result[index]]));
}

/** Puts values into a store, by key; `null` takes one out, and no values empty the store. */
export async function putAll([store, values]: [string, Record<string, unknown> | null]): Promise<void> {
	const opening = indexedDB.open('servanda');
	const database = await new Promise<IDBDatabase>((resolve) => {
		opening.onsuccess = () => resolve(opening.result);
	});
	const transaction = database.transaction(store, 'readwrite');
	const records = transaction.objectStore(store);
	if (!values) records.clear();
	for (const [key, value] of Object.entries(values ?? {}))
		if (value === null) records.delete(key);
		else records.put(value, key);
	await new Promise((resolve) => (transaction.oncomplete = resolve));
	database.close();
}

/** What the ledger says was said, and not what was put off. */
export const entriesIn = (ledger: Record<string, unknown>): Entry[] =>
	Object.values(ledger as Record<string, Entry | Snooze>).filter((one): one is Entry => 'told' in one);

/** The worker, from outside: what wakes it, what stops it, and what it shows. */
export class WorkerFromOutside {
	readonly #context: BrowserContext;
	readonly #page: Page;
	readonly #devtools: CDPSession;
	readonly #origin: string;
	#registration = '';
	#status = '';

	private constructor(context: BrowserContext, page: Page, devtools: CDPSession, origin: string) {
		this.#context = context;
		this.#page = page;
		this.#devtools = devtools;
		this.#origin = origin;
	}

	/** @param page stays open: through it the browser is spoken to */
	static async of(context: BrowserContext, page: Page, url: string): Promise<WorkerFromOutside> {
		const devtools = await context.newCDPSession(page);
		const worker = new WorkerFromOutside(context, page, devtools, new URL(url).origin);
		devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
			for (const { registrationId, isDeleted } of registrations)
				if (!isDeleted) worker.#registration = registrationId;
		});
		devtools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
			worker.#status = versions.at(-1)?.runningStatus ?? worker.#status;
		});
		await devtools.send('ServiceWorker.enable');
		await expect.poll(() => worker.#registration).not.toBe('');
		return worker;
	}

	/** What the browser does now and then for an installed app. */
	async wake(): Promise<void> {
		await this.#devtools.send('ServiceWorker.dispatchPeriodicSyncEvent', {
			origin: this.#origin,
			registrationId: this.#registration,
			tag: 'servanda-reminders'
		});
	}

	/** Wakes it, and waits until it has looked to the end. */
	async look(): Promise<void> {
		const before = await this.#lastRun();
		await this.wake();
		await expect.poll(() => this.#lastRun()).not.toEqual(before);
	}

	/** Ends it where it stands, as the system does when it runs out of memory. */
	async kill(): Promise<void> {
		await this.#devtools.send('ServiceWorker.stopAllWorkers');
		await expect.poll(() => this.#status).toBe('stopped');
	}

	/** The worker itself, as long as it has not been killed. */
	async running(): Promise<Worker> {
		const [running] = this.#context.serviceWorkers();
		return running ?? this.#context.waitForEvent('serviceworker');
	}

	async ledger(): Promise<Record<string, unknown>> {
		return (await this.#eyes()).evaluate(readAll, 'ledger');
	}

	/** The notifications that hang there. */
	async notifications(): Promise<{ tag: string; title: string; body: string }[]> {
		return (await this.#eyes()).evaluate(async () => {
			const { registration } = self as unknown as { registration?: ServiceWorkerRegistration };
			const shown = await (registration ?? (await navigator.serviceWorker.ready)).getNotifications();
			return shown.map(({ tag, title, body }) => ({ tag, title, body }));
		});
	}

	/** Takes down what hangs there, as somebody does who has seen it. */
	async dismissAll(): Promise<void> {
		await (
			await this.#eyes()
		).evaluate(async () => {
			const { registration } = self as unknown as { registration?: ServiceWorkerRegistration };
			const shown = await (registration ?? (await navigator.serviceWorker.ready)).getNotifications();
			for (const one of shown) one.close();
		});
	}

	async #lastRun(): Promise<unknown> {
		const device = await (await this.#eyes()).evaluate(readAll, 'device');
		return device['remindersWorker'] ?? null;
	}

	/** What sees the database and the notifications: a page of the origin, or where there is none the worker itself. */
	async #eyes(): Promise<Pick<Page, 'evaluate'>> {
		return this.#page.url().startsWith(this.#origin) ? this.#page : this.running();
	}
}
