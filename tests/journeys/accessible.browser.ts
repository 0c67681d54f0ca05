import { expect, test } from '../support/app.ts';
import { findings } from './axe.ts';
import { choose, needsDocuments, observations, openWorkedExample } from './documents.ts';

const pages = [
	'/?asOf=2026-11-22',
	'/?asOf=2023-12-01',
	'/cycles/CMW/AZE/3?asOf=2024-02-01',
	'/cycles/CMW/AZE/3?asOf=2026-11-22',
	'/cycles/CMW/FRA/1',
	'/documents',
	'/log',
	'/exchange',
	'/device',
	'/reminders',
	'/reminders/settings',
	'/reminders/device',
	'/nowhere'
];

for (const colorScheme of ['light', 'dark'] as const)
	test.describe(`in ${colorScheme}`, () => {
		test.use({ colorScheme });

		test('axe finds nothing before there is anything to show', async ({ page }) => {
			for (const path of ['/', '/log', '/documents', '/exchange', '/device', '/reminders']) {
				await page.goto(path);
				await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
				expect(await findings(page), path).toEqual([]);
			}
		});

		test('axe finds nothing on any page', async ({ page, faults }) => {
			faults.expect(/Not found/);
			test.setTimeout(120_000);
			await openWorkedExample(page);
			for (const path of pages) {
				await page.goto(path);
				await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
				expect(await findings(page), path).toEqual([]);
			}
		});

		test('axe finds nothing with every fold of a cycle open, and a form', async ({ page }) => {
			await openWorkedExample(page);
			await page.goto('/cycles/CMW/AZE/3?asOf=2026-11-22');
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await expect(page.getByRole('button', { name: 'Save the calendar file' })).toBeVisible();
			await page.evaluate(() =>
				document.querySelectorAll('details').forEach((details) => (details.open = true))
			);
			await page.getByRole('button', { name: 'Follow-up assessed' }).click();
			expect(await findings(page)).toEqual([]);
		});

		test('axe finds nothing while a document is looked over', async ({ page }) => {
			needsDocuments();
			await choose(page, observations);
			expect(await findings(page)).toEqual([]);
		});
	});
