import { expect, test } from '../support/app.ts';
import { needsDocuments, observations, readAndRecord, reply } from './documents.ts';

test.beforeEach(needsDocuments);

test('with the server gone, a reload, a deep link, recording and reading all work, and all is there again', async ({
	page,
	context,
	site,
	keptOffline
}) => {
	await page.goto('/');
	await keptOffline();
	await site.stop();

	await page.reload();
	await readAndRecord(page, observations);
	await readAndRecord(page, reply);

	await page.goto('/cycles/CMW/AZE/3?asOf=2026-11-22');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('third periodic report');
	const record = page.getByRole('region', { name: 'Record what happened' });
	await record.getByRole('button', { name: /Reminder sent: next report/ }).click();
	await record.getByLabel(/^Day it happened/).fill('2026-11-10');
	await record
		.getByRole('button', { name: /^Record/ })
		.last()
		.click();
	await expect(page.getByRole('region', { name: 'History' })).toContainText('Reminder sent');

	await page.close();
	const reopened = await context.newPage();
	await reopened.goto('/cycles/CMW/AZE/3?asOf=2026-11-22');
	await expect(reopened.getByRole('region', { name: 'History' })).toContainText('Reminder sent');
	await expect(reopened.getByRole('region', { name: 'Asked and answered' })).toContainText('62 (c)');
});

test('a log that the browser has discarded by itself is missed, and where to restore it from is said', async ({
	page
}) => {
	await page.goto('/');
	await page.getByRole('button', { name: 'Open the worked example' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('overdue');
	// Removed by a person, it is not missed.
	await page.getByRole('button', { name: 'Remove the worked example' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('No deadline is kept here yet.');
	await page.getByRole('button', { name: 'Open the worked example' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('overdue');

	await page.evaluate(
		() => new Promise((resolve) => (indexedDB.deleteDatabase('servanda').onsuccess = resolve))
	);
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('This browser has discarded the log.');
	await expect(page.getByRole('alert')).toContainText('it held 9 events');
	await expect(page.getByRole('link', { name: /restore/i })).toBeVisible();
	await page.getByRole('button', { name: 'Open the worked example' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('overdue');
});
