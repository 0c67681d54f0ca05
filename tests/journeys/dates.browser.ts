import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { needsDocuments, observations, readAndRecord, reply } from './documents.ts';

test.beforeEach(needsDocuments);

const zones = ['Europe/Zurich', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu'];
const cycle = '/cycles/CMW/AZE/3';

/** A group of the desk: "Overdue", "Soon". */
const group = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });

for (const timezoneId of zones)
	for (const withoutNativeTemporal of [false, true])
		test.describe(`in ${timezoneId}, with ${withoutNativeTemporal ? 'the polyfill of' : 'native'} Temporal`, () => {
			test.use({ timezoneId, withoutNativeTemporal });

			test('the two documents give every date, on every day', async ({ page }) => {
				await readAndRecord(page, observations);
				await readAndRecord(page, reply);
				expect(await page.evaluate(() => 'Temporal' in globalThis)).toBe(true);

				await page.goto('/?asOf=2023-11-01');
				await expect(page.getByRole('heading', { level: 1 })).toContainText('due today');
				await expect(group(page, 'Soon')).toContainText('Follow-up information');
				await expect(group(page, 'Soon')).toContainText('due today');
				await expect(group(page, 'Overdue')).toHaveCount(0);

				await page.goto('/?asOf=2023-12-01');
				await expect(group(page, 'Overdue')).toContainText('Follow-up information');
				await expect(group(page, 'Overdue')).toContainText('30 days overdue');

				await page.goto('/?asOf=2024-02-01');
				await expect(group(page, 'Met')).toContainText('received 17 January 2024, 77 days late');
				await page.goto(`${cycle}?asOf=2024-02-01`);
				await expect(page.getByRole('option', { name: /^Follow-up received: now/ })).toBeVisible();

				await page.goto('/?asOf=2026-11-01');
				await expect(group(page, 'Soon')).toContainText('Fourth periodic report');
				await expect(group(page, 'Soon')).toContainText('due today');
				await expect(group(page, 'Overdue')).toHaveCount(0);

				await page.goto('/?asOf=2026-11-22');
				await expect(page.getByRole('heading', { level: 1 })).toHaveText(
					'Azerbaijan’s fourth periodic report to CMW is 21 days overdue.'
				);
			});
		});

test('the coverage names 62 (c), and shows which units have two deadlines', async ({ page }) => {
	await readAndRecord(page, observations);
	await readAndRecord(page, reply);
	await page.goto(`${cycle}?asOf=2024-02-01`);
	const coverage = page.getByRole('region', { name: 'Asked and answered' });
	await expect(coverage).toContainText('One lettered unit is not answered: 62 (c).');
	const twice = coverage.getByRole('row').filter({ hasText: /follow-up.*next report/ });
	await expect(twice.getByRole('rowheader')).toHaveText(['16 (b)', '60 (d)', '62 (c)']);
	await expect(coverage.getByRole('row', { name: /^16, opening words/ })).toContainText('not on its own');
});
