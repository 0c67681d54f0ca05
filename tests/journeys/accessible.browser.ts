import { expect, test } from '../support/app.ts';
import { findings } from './axe.ts';
import { choose, needsDocuments, observations, openWorkedExample } from './documents.ts';

const pages = [
	'/?asOf=2026-11-22',
	'/?asOf=2023-12-01',
	'/cycles/CMW/AZE/3?asOf=2024-02-01',
	'/cycles/CMW/AZE/3?asOf=2026-11-22',
	'/cycles/CMW/FRA/1',
	'/monitor?asOf=2026-11-22',
	'/monitor?as=ranking&asOf=2026-11-22',
	'/monitor?as=late&asOf=2026-11-22',
	'/monitor?as=long&asOf=2026-11-22',
	'/monitor?as=sessions&asOf=2026-11-22',
	'/monitor?as=statistics&asOf=2026-11-22',
	'/states',
	'/states/AZE',
	'/states/AZE?asOf=2024-02-01',
	'/states/AZE/treaties',
	'/states/AZE/note',
	'/procedures',
	'/procedures/CMW',
	'/documents',
	'/log',
	'/exchange',
	'/exchange/statuses',
	'/device',
	'/reminders',
	'/reminders/settings',
	'/reminders/device',
	'/nowhere'
];

const emptyPages = [
	'/',
	'/monitor',
	'/states',
	'/states/AZE',
	'/states/AZE/treaties',
	'/procedures/SPT',
	'/exchange/statuses',
	'/cycles/SPT/AZE/1',
	'/log',
	'/documents',
	'/exchange',
	'/device',
	'/reminders'
];

for (const colorScheme of ['light', 'dark'] as const)
	test.describe(`in ${colorScheme}`, () => {
		test.use({ colorScheme });

		test('axe finds nothing before there is anything to show', async ({ page }) => {
			for (const path of emptyPages) {
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
