import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { openWorkedExample } from './documents.ts';

/** Records the submission of the fourth report, and waits until the page says that it is saved. */
async function submitNextReport(page: Page): Promise<void> {
	await page.goto('/cycles/CMW/AZE/3');
	const record = page.getByRole('region', { name: 'Record what happened' });
	await record.getByRole('button', { name: 'Next report submitted' }).click();
	await record.getByLabel('Day it happened').fill('2026-11-20');
	await record
		.getByRole('button', { name: /^Record/ })
		.last()
		.click();
	await expect(page.getByRole('region', { name: 'History' })).toContainText('Next report submitted');
}

test('the worked example is one click away, says so, and can be removed', async ({ page }) => {
	await openWorkedExample(page);
	await page.getByRole('button', { name: 'Remove the worked example' }).click();
	await expect(page.getByRole('button', { name: 'Open the worked example' })).toBeVisible();
	await page.goto('/log');
	await expect(page.getByRole('table')).toHaveCount(0);
});

test('the bell tells what changed since the last visit, once', async ({ page, context }) => {
	await openWorkedExample(page);
	const bell = (of = page) => of.getByRole('button', { name: /since your last visit/ });
	await expect(bell()).toHaveAccessibleName(/Nothing has changed/);

	await submitNextReport(page);

	// Another look, in another tab, some time later.
	const later = await context.newPage();
	await later.goto('/');
	await bell(later).click();
	const news = later.getByRole('region', { name: /since your last visit/ });
	await expect(news).toContainText('Azerbaijan before CMW, third periodic report: Next report submitted');
	await expect(news).toContainText('fourth periodic report: Report submitted');
	await later.keyboard.press('Escape');
	await expect(bell(later)).toBeFocused();
	await expect(bell(later)).toHaveAccessibleName(/Nothing has changed/);
	await later.reload();
	await expect(bell(later)).toHaveAccessibleName(/Nothing has changed/);
});

test('the next report, once submitted, opens the next cycle', async ({ page }) => {
	await openWorkedExample(page);
	await submitNextReport(page);
	await page.goto('/cycles/CMW/AZE/4');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('fourth periodic report');
	await expect(page.getByRole('option', { name: /^Report submitted: now/ })).toBeVisible();
	await page.goto('/');
	await expect(page.getByRole('region', { name: /^Met/ })).toContainText(
		'received 20 November 2026, 19 days late'
	);
});

test('a correction keeps what was recorded, and taking the correction back restores the date', async ({
	page
}) => {
	await openWorkedExample(page);
	await page.goto('/cycles/CMW/AZE/3?asOf=2024-02-01');
	const history = page.getByRole('region', { name: 'History' });
	const received = history
		.getByRole('listitem')
		.filter({ hasText: 'Follow-up information received' })
		.first();
	await received.getByRole('button', { name: /^Correct/ }).click();
	await received.getByLabel('Put right what is wrong in it').check();
	await received.getByLabel('Day it happened').fill('2024-01-16');
	await received.getByLabel('Reason').fill('the stamp says the sixteenth');
	await received.getByRole('button', { name: 'Record the correction' }).click();
	const owed = page.getByRole('region', { name: 'What is owed' });
	await expect(owed).toContainText('76 days late');

	await received.getByRole('button', { name: /^Undo this correction/ }).click();
	await expect(owed).toContainText('77 days late');
	await expect(received).toContainText('undone');
});

test('the browser is asked to keep the log, and its answer is shown', async ({ page }) => {
	await page.goto('/device');
	await page.getByRole('button', { name: 'Ask the browser to keep it' }).click();
	await expect(page.getByRole('main')).toContainText(/keeps the log until|did not promise to keep/);
});

test('a day that does not exist in the address is told, and today is shown', async ({ page }) => {
	await openWorkedExample(page);
	await page.goto('/?asOf=2026-06-31');
	await expect(page.getByText('“2026-06-31” does not exist: that month has 30 days.')).toBeVisible();
});
