import type { Page } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../support/app.ts';
import { openWorkedExample } from './documents.ts';

/*
 * In the worked example what the observations say was recorded on 18 October 2021, and the reply of
 * 17 January 2024 on 7 March 2024.
 */
const cycle = '/cycles/CMW/AZE/3';
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const dayLine = (page: Page) => page.locator('#day-line');

test.beforeEach(({ page }) => openWorkedExample(page));

test('a cycle is shown as it was known earlier, and nothing can be recorded there', async ({ page }) => {
	await page.goto(`${cycle}?asKnownAt=2022-01-01`);
	await expect(dayLine(page)).toContainText('What was known on 1 January 2022.');
	const owed = region(page, 'What is owed');
	await expect(owed).toContainText('days overdue');
	await expect(owed).not.toContainText('received');
	await expect(region(page, 'History')).not.toContainText('Follow-up information received');
	await expect(page.getByRole('button', { name: /Undo this|^Correct|^Record/ })).toHaveCount(0);

	await region(page, 'Record what happened')
		.getByRole('link', { name: 'Go to what is known now, to record' })
		.click();
	await expect(owed).toContainText('received 17 January 2024, 77 days late');
	await expect(
		page.getByRole('button', { name: /^Undo this: Follow-up information received/ })
	).toBeVisible();
	await expect(dayLine(page)).toBeEmpty();
});

test('what was not known then has no page of its own yet', async ({ page }) => {
	await page.goto(`${cycle}?asKnownAt=2021-10-01`);
	await expect(page.getByRole('main')).toContainText('Nothing was known of this cycle on 1 October 2021');
	await expect(page.getByRole('button', { name: /^Record/ })).toHaveCount(0);
	await page.goto('/log?asKnownAt=2022-01-01');
	await expect(page.getByRole('table')).toContainText('Follow-up requested');
	await expect(page.getByRole('table')).not.toContainText('Follow-up information received');
	await expect(page.getByText('8 of 9 events')).toBeVisible();
});

test('the instant is typed by keyboard, kept by every link, and let go of', async ({ page }) => {
	await page.goto('/?asOf=2023-12-01');
	await page.getByRole('button', { name: /^Look at what was known earlier/ }).focus();
	await page.keyboard.press('Enter');
	const panel = page.getByRole('region', { name: 'What was known earlier' });
	await panel.getByLabel('Known on').focus();
	await page.keyboard.type('2022-01-01');
	await page.keyboard.press('Enter');
	await expect(panel).toBeHidden();
	await expect(dayLine(page)).toContainText('1 December 2023, with what was known on 1 January 2022.');
	await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Log' }).click();
	await expect(page).toHaveURL(/asOf=2023-12-01&asKnownAt=2022-01-01/);
	await dayLine(page).getByRole('link', { name: 'Back to today' }).click();
	await expect(dayLine(page)).toContainText('What was known on 1 January 2022.');
	await dayLine(page).getByRole('link', { name: 'Back to what is known now' }).click();
	await expect(page).toHaveURL(/\/log$/);
});

test('an instant that is none is told, and what is known now is shown', async ({ page }) => {
	await page.goto(`${cycle}?asKnownAt=2022-02-31`);
	await expect(dayLine(page)).toContainText('“2022-02-31” does not exist: that month has 28 days.');
	await expect(dayLine(page)).toContainText('Shown is what is known now.');
	await page.goto(`${cycle}?asKnownAt=2999-01-01`);
	await expect(dayLine(page)).toContainText('1 January 2999 lies ahead');
	await expect(region(page, 'What is owed')).toContainText('77 days late');
});

test('what changed in what is known is told in sentences, with the way to each', async ({ page }) => {
	await page.goto('/log');
	await page.getByRole('link', { name: 'See what changed in what is known.' }).click();
	await expect(page.getByText(/came to be known in between/)).toBeVisible();
	await page.getByLabel('Known on', { exact: true }).fill('2022-01-01');
	await page.keyboard.press('Enter');
	const changed = page.getByRole('main').getByRole('listitem').first();
	await expect(changed).toContainText(
		'Follow-up information on paragraphs 16, 36, 60 and 62: now known as received 17 January 2024, 77 days late.'
	);
	await changed.getByRole('link', { name: 'See it as it was known on 1 January 2022' }).click();
	await expect(dayLine(page)).toContainText('What was known on 1 January 2022.');
	await dayLine(page).getByRole('link', { name: 'What changed since' }).click();
	await expect(page).toHaveURL(/\/knowledge\?from=2022-01-01$/);
	await expect(changed).toContainText('now known as received');

	await page.goto('/knowledge?from=2020-01-01&to=2022-01-01');
	await expect(changed).toContainText('This cycle became known.');
	await expect(changed).toContainText('due 1 November 2023');
	await page.goto('/knowledge?from=2022-01-01&to=2020-01-01');
	await expect(page.getByRole('alert')).toContainText('Turn them round');
});

test('every date that a duty had is told, those that were corrected too', async ({ page }) => {
	await page.goto(cycle);
	const history = region(page, 'History');
	const requested = history.getByRole('listitem').filter({ hasText: 'Follow-up requested' }).first();
	await requested.getByRole('button', { name: /^Correct/ }).click();
	await requested.getByLabel('Put right what is wrong in it').check();
	await requested.getByLabel('Day', { exact: true }).fill('2023-10-01');
	await requested.getByLabel('Reason').fill('misread');
	await requested.getByRole('button', { name: 'Record the correction' }).click();
	const dates = region(page, 'What is owed').getByRole('table', { name: /Every date it had: Follow-up/ });
	await expect(dates.getByRole('row', { name: /due 1 November 2023/ })).toContainText('Corrected: misread');
	await expect(dates.getByRole('row', { name: /due 1 October 2023/ })).toContainText('believed still');
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('Ctrl+Z undoes what was recorded here, Ctrl+Shift+Z redoes it, and nothing is undone in a text field', async ({
	page
}) => {
	await page.goto(cycle);
	const said = page
		.getByRole('status')
		.filter({ has: page.getByRole('button', { name: 'Close this message' }) });
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.keyboard.press('Control+z');
	await expect(said).toContainText('There is nothing to undo');

	await region(page, 'Record what happened').getByRole('button', { name: 'Next report submitted' }).click();
	await page.getByLabel('Day it happened').fill('2026-11-20');
	await page.keyboard.press('Control+z');
	await page.getByLabel('Day it happened').fill('2026-11-20');
	await page.keyboard.press('Enter');
	const history = region(page, 'History');
	const submitted = history.getByRole('listitem').filter({ hasText: 'Next report submitted' }).first();
	await expect(submitted).toBeVisible();
	await expect(said).toHaveCount(0);

	await page.keyboard.press('Control+z');
	await expect(said).toContainText('Undone: Next report submitted, 20 November 2026');
	await expect(submitted).toContainText('taken back');
	await page.keyboard.press('Control+Shift+Z');
	await expect(said).toContainText('Redone: Next report submitted');
	await expect(submitted).not.toContainText('taken back');
	await said.getByRole('button', { name: 'Undo' }).click();
	await expect(submitted).toContainText('taken back');
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await said.getByRole('button', { name: 'Redo' }).click();
	await expect(said).toContainText('Redone');
	await said.getByRole('button', { name: 'Close this message' }).click();
	await expect(said).toHaveCount(0);
});

test('what other facts lean on is not undone, and it is said why', async ({ page }) => {
	await page.goto(cycle);
	const requested = region(page, 'History')
		.getByRole('listitem')
		.filter({ hasText: 'Follow-up requested' })
		.first();
	await requested.getByRole('button', { name: /^Undo this/ }).click();
	await expect(page.getByText('Not undone: Follow-up requested')).toBeVisible();
	await expect(
		page.getByText(/without ground .* Follow-up information received \(17\sJanuary 2024\)/)
	).toBeVisible();
	await page.getByRole('link', { name: 'Go to the cycle' }).click();
	await expect(page.getByText('Not undone')).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const)
	test.describe(`in ${colorScheme}`, () => {
		test.use({ colorScheme });

		for (const path of [
			`${cycle}?asKnownAt=2022-01-01`,
			`${cycle}?asKnownAt=2020-01-01`,
			'/knowledge?from=2022-01-01',
			'/knowledge?from=2022-02-31&to=2021-01-01'
		])
			test(`axe finds nothing at ${path}`, async ({ page }) => {
				await page.goto(path);
				await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
				expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
			});

		test('axe finds nothing in the panel of what was known earlier', async ({ page }) => {
			await page.getByRole('button', { name: /^Look at what was known earlier/ }).click();
			expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
		});
	});
