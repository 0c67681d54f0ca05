import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import {
	atAnyTime,
	entriesIn,
	nextReport,
	openAllowed,
	putAll,
	readAll,
	WorkerFromOutside
} from './device.ts';

type Values = [string, Record<string, unknown> | null];

const races = Number(process.env['SERVANDA_RACES'] ?? 100);

/** Counts in a page or in the worker what it has the system show. Nothing but the ledger is to hold it back. */
function countShown(): void {
	const told: string[] = [];
	Object.assign(globalThis, { told });
	const { prototype } = ServiceWorkerRegistration;
	prototype.getNotifications = async () => [];
	prototype.showNotification = async (_title, options) => void told.push(options?.tag ?? '');
}

/** A page that nobody looks at, so that it too has the system say things. */
function hide(): void {
	Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
}

const shownBy = (): string[] => (globalThis as unknown as { told: string[] }).told;

test(`of two tabs and the worker, one says each reminder, in ${races} races`, async ({
	page,
	context,
	site,
	keptOffline
}) => {
	test.setTimeout(300_000);
	await openAllowed(page, context);
	await keptOffline();
	// One reminder two years ahead, so that whatever is put off to a later day comes after it.
	const policy = { before: ['P24M'], overdueEvery: null, secondStep: null };
	const policies = { replies: policy, followUp: policy, nextReport: policy };
	await page.evaluate(putAll, ['device', { reminders: { ...atAnyTime, policies } }] as Values);
	await page.evaluate(putAll, ['ledger', null] as Values);
	const worker = await WorkerFromOutside.of(context, page, site.url);
	const other = await context.newPage();
	for (const tab of [page, other]) {
		await tab.addInitScript(countShown);
		await tab.addInitScript(hide);
		await tab.goto('/');
		await expect(tab.getByRole('main')).toContainText('Azerbaijan');
	}
	await (await worker.running()).evaluate(countShown);
	await page.evaluate(putAll, ['ledger', null] as Values);

	const first = Date.UTC(2024, 10, 3);
	const keys = Array.from({ length: races }, (_, race) => {
		const until = new Date(first + race * 86_400_000).toISOString().slice(0, 10);
		return { until, key: `${nextReport.obligation}~${nextReport.due}~snoozed-${until}` };
	});
	for (const { until, key } of keys) {
		const snooze = { ...nextReport, until, at: '2024-11-01T08:00:00.000Z' };
		await page.evaluate(putAll, ['ledger', { [`snooze ${nextReport.obligation}`]: snooze }] as Values);
		await Promise.all([lookFrom(page), lookFrom(other), worker.wake()]);
		await expect
			.poll(async () => (await page.evaluate(readAll, 'ledger'))[key], { intervals: [5] })
			.toMatchObject({ shown: true });
	}
	// Whoever came too late has come by now.
	await worker.look();
	const running = await worker.running();
	const told = [await page.evaluate(shownBy), await other.evaluate(shownBy), await running.evaluate(shownBy)];
	const times = Map.groupBy(told.flat(), (key) => key);
	expect(keys.filter(({ key }) => times.get(key)?.length !== 1)).toEqual([]);
	expect(entriesIn(await page.evaluate(readAll, 'ledger')).filter(({ shown }) => !shown)).toEqual([]);
	console.log(`  ${races} races, won by: ${told.map(({ length }) => length).join(', ')} (two tabs, worker)`);
	expect(told.filter(({ length }) => length > 0).length, 'more than one has won some').toBeGreaterThan(1);
});

const lookFrom = (tab: Page) => tab.evaluate(() => void window.dispatchEvent(new Event('focus')));
