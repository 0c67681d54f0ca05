import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { needsDocuments, observations, reply } from './documents.ts';
import { press, tabTo } from './keys.ts';

test.beforeEach(needsDocuments);

/** Chooses a file, accepts fact after fact with Enter, and records them. */
async function readByKeyboard(page: Page, file: string): Promise<void> {
	const chooser = page.waitForEvent('filechooser');
	await press(page, page.getByRole('button', { name: 'Choose documents' }));
	await (await chooser).setFiles(file);
	const accept = page.getByRole('button', { name: 'Accept', exact: true });
	await accept.first().waitFor();
	for (let left = await accept.count(); left > 0; left -= 1) {
		await tabTo(page, accept.first());
		await page.keyboard.press('Enter');
		await expect(accept).toHaveCount(left - 1);
	}
	await press(page, page.getByRole('button', { name: /^Record \d+ events?$/ }));
	await expect(page.getByText(/\d+ events? (was|were) recorded/)).toBeVisible();
}

test('the whole journey goes by keyboard', async ({ page }) => {
	await page.goto('/');
	await press(page, page.getByRole('main').getByRole('link', { name: 'Read a document' }));
	await readByKeyboard(page, observations);
	await press(page, page.getByRole('button', { name: 'Read another document' }));
	await readByKeyboard(page, reply);

	await press(page, page.getByRole('link', { name: 'What is due' }));
	await press(page, page.getByRole('textbox', { name: /another day/ }));
	await page.keyboard.press('Control+A');
	await page.keyboard.type('2026-11-22');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('21 days overdue');

	await press(
		page,
		page.getByRole('main').getByRole('link', { name: 'Fourth periodic report', exact: true })
	);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('third periodic report');
	const record = page.getByRole('region', { name: 'Record what happened' });
	await press(page, record.getByRole('button', { name: /Reminder sent: next report/ }));
	await tabTo(page, record.getByLabel('Day it happened'));
	await page.keyboard.press('Control+A');
	await page.keyboard.type('2026-11-10');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('region', { name: 'History' })).toContainText('Reminder sent');
});
