import { expect, test } from '../support/app.ts';
import {
	atAnyTime,
	besideTheApp,
	entriesIn,
	install,
	openAllowed,
	putAll,
	WorkerFromOutside
} from './device.ts';

type Values = [string, Record<string, unknown> | null];

// A browser that shows nothing but a picture asks for its own sign.
test.beforeEach(({ faults }) => faults.expect(/favicon\.ico/));

const scene = test.extend<{
	badge: () => Promise<number>;
	worker: WorkerFromOutside;
	anHourLater: () => Promise<void>;
}>({
	/** The number on the icon of the app, which is installed. */
	badge: async ({ page, context, keptOffline }, use) => {
		await openAllowed(page, context);
		await keptOffline();
		await use(await install(context, page));
	},
	/** The worker of an app that owes one thing, of which nothing was said yet. */
	worker: async ({ page, context, site, badge: _installed }, use) => {
		const worker = await WorkerFromOutside.of(context, page, site.url);
		await besideTheApp(page);
		await page.evaluate(putAll, ['ledger', null] as Values);
		await page.evaluate(putAll, ['device', { reminders: atAnyTime }] as Values);
		await use(worker);
	},
	/** The clock cannot be moved from here; what was put down is moved back instead. */
	anHourLater: async ({ page, worker }, use) =>
		use(async () => {
			const earlier = entriesIn(await worker.ledger()).map((entry) => {
				const at = new Date(Date.parse(entry.at) - 3_600_000).toISOString();
				return [entry.key, { ...entry, at }] as const;
			});
			await page.evaluate(putAll, ['ledger', Object.fromEntries(earlier)] as Values);
		})
});

/** Has the worker stop short of something, or right after it; runs in the worker, and goes with it. */
function stopAt(point: 'beforeNotification' | 'afterNotification' | 'beforeBadge'): void {
	const forEver = new Promise<never>(() => {});
	const { registration } = self as unknown as { registration: ServiceWorkerRegistration };
	const show = registration.showNotification.bind(registration);
	if (point === 'beforeNotification') registration.showNotification = () => forEver;
	if (point === 'afterNotification')
		registration.showNotification = async (...given) => {
			await show(...given);
			await forEver;
		};
	if (point === 'beforeBadge') navigator.setAppBadge = () => forEver;
}

const unread = async (worker: WorkerFromOutside) =>
	entriesIn(await worker.ledger()).filter(({ channel }) => channel === 'notification');

scene(
	'killed between ledger and notification: told an hour later, and once',
	async ({ worker, anHourLater }) => {
		await (await worker.running()).evaluate(stopAt, 'beforeNotification' as const);
		await worker.wake();
		await expect.poll(() => unread(worker)).toMatchObject([{ shown: false }]);
		await worker.kill();
		expect(await worker.notifications()).toEqual([]);

		await worker.look();
		expect(await worker.notifications(), 'within the hour').toEqual([]);
		await anHourLater();
		await worker.look();
		expect(await worker.notifications()).toHaveLength(1);
		await worker.dismissAll();
		await worker.look();
		expect(await worker.notifications(), 'a second time').toEqual([]);
	}
);

scene(
	'killed with the notification shown and not put down: not told twice',
	async ({ worker, anHourLater }) => {
		await (await worker.running()).evaluate(stopAt, 'afterNotification' as const);
		await worker.wake();
		await expect.poll(() => worker.notifications()).toHaveLength(1);
		expect(await unread(worker)).toMatchObject([{ shown: false }]);
		await worker.kill();

		await worker.look();
		await anHourLater();
		// It hangs there still: that is seen, and put down.
		await worker.look();
		expect(await worker.notifications()).toHaveLength(1);
		expect(await unread(worker)).toMatchObject([{ shown: true }]);
	}
);

scene(
	'killed between notification and badge: told once, and the badge set at the next look',
	async ({ worker, badge }) => {
		await (await worker.running()).evaluate(stopAt, 'beforeBadge' as const);
		await worker.wake();
		await expect.poll(() => unread(worker)).toMatchObject([{ shown: true }]);
		await worker.kill();
		await worker.dismissAll();

		await worker.look();
		expect(await worker.notifications()).toEqual([]);
		await expect.poll(badge).toBe(1);
	}
);
