import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import {
	atAnyTime,
	install,
	besideTheApp,
	entriesIn,
	nextReport,
	openAllowed,
	putAll,
	readAll,
	WorkerFromOutside
} from './device.ts';

/** Everything stands as if nothing had ever been said, with no page of the app open and the cable pulled. */
async function closed(page: Page): Promise<void> {
	await besideTheApp(page);
	await page.evaluate(putAll, ['ledger', null] as [string, null]);
	await page.evaluate(putAll, ['device', { reminders: atAnyTime }] as [string, Record<string, unknown>]);
	await page.goto('about:blank');
}

// A browser that shows nothing but a picture asks for its own sign.
test.beforeEach(({ faults }) => faults.expect(/favicon\.ico/));

const itsKey = new RegExp(`^${nextReport.obligation}~${nextReport.due}~`);

test('installed, without a network and with no page open, it says what is due, once, and sets the badge', async ({
	page,
	context,
	site,
	keptOffline
}) => {
	await openAllowed(page, context);
	await keptOffline();
	const badge = await install(context, page);
	const worker = await WorkerFromOutside.of(context, page, site.url);
	await closed(page);
	await site.stop();

	await worker.look();
	const shown = await worker.notifications();
	expect(shown).toEqual([
		{
			tag: expect.stringMatching(itsKey),
			title: expect.stringMatching(/^\d[\d,]* days? overdue: Azerbaijan’s fourth periodic report to CMW$/),
			body: expect.stringContaining('1 November 2026'.replace(' ', '\u00a0'))
		}
	]);
	const said = entriesIn(await worker.ledger()).filter(({ channel }) => channel === 'notification');
	expect(said).toMatchObject([{ key: shown[0]!.tag, shown: true }]);
	expect(await badge()).toBe(1);

	await worker.dismissAll();
	const ledger = await worker.ledger();
	await worker.look();
	expect(await worker.notifications()).toEqual([]);
	expect(await worker.ledger()).toEqual(ledger);
	expect(await badge()).toBe(1);
});

test('it keeps to quiet hours', async ({ page, context, site, keptOffline }) => {
	await openAllowed(page, context);
	await keptOffline();
	const worker = await WorkerFromOutside.of(context, page, site.url);
	await closed(page);
	const blank = await context.newPage();
	await besideTheApp(blank);
	const quietHours = await blank.evaluate(aroundNow);
	await blank.evaluate(putAll, ['device', { reminders: { ...atAnyTime, quietHours } }] as [
		string,
		Record<string, unknown>
	]);
	await worker.look();
	expect(await worker.notifications()).toEqual([]);
	expect(entriesIn(await worker.ledger())).toEqual([]);
	await blank.evaluate(putAll, ['device', { reminders: atAnyTime }] as [string, Record<string, unknown>]);
	await worker.look();
	expect(await worker.notifications()).toHaveLength(1);
});

/** Quiet hours that hold now and a while before and after, on the clock of the page. */
function aroundNow(): { from: string; to: string } {
	const hour = new Date().getHours();
	const clock = (at: number) => `${`${(at + 24) % 24}`.padStart(2, '0')}:00`;
	return { from: clock(hour - 2), to: clock(hour + 3) };
}

test('“tomorrow” on the notification puts it off', async ({ page, context, site, keptOffline }) => {
	await openAllowed(page, context);
	await keptOffline();
	const worker = await WorkerFromOutside.of(context, page, site.url);
	await closed(page);
	await worker.look();
	const click = async (action: string) => {
		const running = await worker.running();
		await running.evaluate(async (action) => {
			const scope = self as unknown as { registration: ServiceWorkerRegistration } & EventTarget;
			const [notification] = await scope.registration.getNotifications();
			const Click = (globalThis as unknown as { NotificationEvent: typeof Event }).NotificationEvent;
			scope.dispatchEvent(new Click('notificationclick', { notification, action } as EventInit));
		}, action);
	};
	await click('snooze');
	await expect
		.poll(async () => (await worker.ledger())[`snooze ${nextReport.obligation}`])
		.toMatchObject({ ...nextReport, until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
	expect(await worker.notifications()).toEqual([]);
	// Put off, it is not said before its day.
	await worker.look();
	expect(await worker.notifications()).toEqual([]);
});

test('in the settings one sees that it went the whole way', async ({ page, context, keptOffline }) => {
	await openAllowed(page, context);
	await keptOffline();
	const answer = await page.evaluate(async () => {
		const { active } = await navigator.serviceWorker.ready;
		const { port1, port2 } = new MessageChannel();
		const answered = new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)));
		active!.postMessage({ type: 'testReminder' }, [port2]);
		return answered;
	});
	expect(answer).toEqual({ kind: 'shown' });
	expect(await page.evaluate(readAll, 'ledger')).toHaveProperty('test');
});
