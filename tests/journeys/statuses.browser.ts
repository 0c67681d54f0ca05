import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { findings } from './axe.ts';
import { openWorkedExample } from './documents.ts';

const table = [
	'Country,Committee,Report,Date of adoption,Next report due,Remarks',
	'Azerbaijan,CMW,3,08/10/2021,01/11/2026,as in the worked example',
	'Côte d’Ivoire,CRPD,1,05/09/2022,04/10/2026,=1+1',
	'France,CAT,7,2019-05-10,1 May 2023,',
	'France,CAT,7,2019-05-10,1 May 2023,',
	'Atlantis,CAT,1,2019-05-10,,',
	'France,XYZ,1,2019-05-10,,',
	'France,CERD,22,2019-02-31,,'
].join('\r\n');

const choose = (page: Page, name: string, buffer: Buffer): Promise<void> =>
	page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });

test('a table is read, looked at line by line, and recorded; what is refused comes out again', async ({
	page
}) => {
	await openWorkedExample(page);
	await page.goto('/exchange/statuses');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	expect(await findings(page)).toEqual([]);
	await choose(page, 'statuses.csv', Buffer.from(table));

	await expect(page.getByRole('heading', { name: 'What the columns mean' })).toBeFocused();
	await expect(page.getByLabel('What “Country” means')).toHaveValue('state');
	await expect(page.getByLabel('What “Date of adoption” means')).toHaveValue('adopted');
	await expect(page.getByLabel('What “Remarks” means')).toHaveValue('');
	await expect(page.getByText('Some dates can be read in two ways')).toBeVisible();
	const look = page.getByRole('button', { name: 'See what would be recorded' });
	await expect(look).toBeDisabled();
	await page.getByLabel('Order of dates in “Date of adoption”').selectOption('dayMonth');
	await page.getByLabel('Order of dates in “Next report due”').selectOption('dayMonth');
	expect(await findings(page)).toEqual([]);
	await look.press('Enter');

	await expect(page.getByRole('heading', { name: 'What would be recorded' })).toBeFocused();
	const row = (line: number) =>
		page.getByRole('row').filter({ has: page.getByRole('cell', { name: `${line}`, exact: true }) });
	await expect(row(2)).toContainText('Already so');
	await expect(row(3)).toContainText('New cycle, 3 events');
	await expect(row(5)).toContainText('Says what line 4 says');
	await expect(row(6)).toContainText('“Atlantis” is no State that is known here');
	await expect(row(7)).toContainText('“XYZ” is no treaty body');
	await expect(row(8)).toContainText('that month has 28 days');
	expect(await findings(page)).toEqual([]);
	await page.getByLabel('Show', { exact: true }).selectOption({ label: 'refused (3)' });
	await expect(page.getByRole('row')).toHaveCount(4);

	const saving = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save the refused lines as CSV' }).click();
	const download = await saving;
	expect(download.suggestedFilename()).toBe('statuses-refused.csv');
	expect(readFileSync(await download.path(), 'utf8')).toMatch(
		/^\ufeffCountry,.*,Line,Reason\r\nAtlantis,CAT,1,2019-05-10,,,6,/
	);

	await page.getByRole('button', { name: 'Record 6 events in 2 cycles' }).press('Enter');
	await expect(page.getByText('6 events were recorded in 2 cycles.')).toBeFocused();
	await expect(page.getByText('3 lines were refused.')).toBeVisible();
	expect(await findings(page)).toEqual([]);

	await choose(page, 'statuses.csv', Buffer.from(table));
	// The columns are remembered, with the order of their dates.
	await page.getByRole('button', { name: 'See what would be recorded' }).click();
	await expect(page.getByText('Nothing would be recorded.')).toBeVisible();
	await expect(row(3)).toContainText('Already so');
	await page.goto('/cycles/CRPD/CIV/1?asOf=2026-11-22');
	await expect(page.getByRole('main')).toContainText('49 days overdue');
});

test('what is recorded otherwise is left, or put right when a person says so', async ({ page }) => {
	await openWorkedExample(page);
	await page.goto('/exchange/statuses');
	await choose(page, 'one.csv', Buffer.from('State;Body;Report;Next report due\nAZE;CMW;3;2027-11-01\n'));
	await page.getByRole('button', { name: 'See what would be recorded' }).click();
	await expect(page.getByText('recorded 1 November 2026, stated 1 November 2027')).toBeVisible();
	await expect(page.getByRole('button', { name: /^Record/ })).toHaveCount(0);
	await page.getByLabel(/Also put right the 1 line/).check();
	await page.getByRole('button', { name: 'Record 1 event in 1 cycle' }).click();
	await expect(page.getByText('1 event was recorded in 1 cycle.')).toBeVisible();
	await page.goto('/cycles/CMW/AZE/3?asOf=2026-11-22');
	await expect(page.getByRole('main')).toContainText('1 November 2027');
});

test('a file that does not say how it is written is read as a person sees it right', async ({ page }) => {
	await page.goto('/exchange/statuses');
	const latin = Buffer.from('State;Body;Report;Adopted\nCôte d\u0092Ivoire;CRPD;1;2022-09-05\n', 'latin1');
	await choose(page, 'old.csv', latin);
	await expect(page.getByRole('heading', { name: 'How is this file written?' })).toBeFocused();
	expect(await findings(page)).toEqual([]);
	await page.getByLabel('Western European (Windows-1252)').check();
	await page.getByRole('button', { name: 'Read it so' }).click();
	await expect(page.getByRole('cell', { name: 'Côte d’Ivoire' })).toBeVisible();
	await page.getByRole('button', { name: 'Leave it' }).click();

	await choose(page, 'book.csv', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
	await expect(page.getByText('This is a workbook')).toBeVisible();
	await expect(page.getByText('book.csv was not taken. Nothing was recorded.')).toBeVisible();
});

test('a recorded table is taken back by one press, and redone by one, however much it holds', async ({
	page
}) => {
	const states = 'AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD'.split(' ');
	const lines = [3, 4, 5].flatMap((report) =>
		states.map((state) => `${state},CAT,${report},${2003 + 4 * report}-05-10,${2007 + 4 * report}-05-10`)
	);
	await page.goto('/exchange/statuses');
	await choose(
		page,
		'many.csv',
		Buffer.from(['State,Body,Report,Adopted,Next report due', ...lines].join('\n'))
	);
	await page.getByRole('button', { name: 'See what would be recorded' }).click();
	await page.getByRole('button', { name: /^Record \d+ events in 42 cycles$/ }).click();
	await expect(page.getByText(/^✓ \d+ events were recorded in 42 cycles\.$/)).toBeFocused();

	const told = page.getByRole('status').filter({ hasText: 'Undone' });
	const due = page.getByRole('main').getByRole('listitem');
	await page.getByRole('link', { name: 'See what is due' }).click();
	await expect(due.first()).toBeVisible();
	await page.keyboard.press('Control+z');
	await expect(told).toContainText(/Undone: \d+ events recorded together in 42 cycles\./);
	expect(await findings(page)).toEqual([]);
	await expect(page.getByRole('main')).not.toContainText('Azerbaijan');
	await page.keyboard.press('Control+Shift+z');
	await expect(page.getByText(/^Redone: \d+ events/)).toBeVisible();
	await expect(page.getByRole('main')).toContainText('Azerbaijan');
});

test('a table that was just recorded is taken back by a button too', async ({ page }) => {
	await page.goto('/exchange/statuses');
	await choose(
		page,
		'one.csv',
		Buffer.from('State;Body;Report;Adopted;Next report due\nAZE;CMW;3;2021-10-08;2026-11-01\n')
	);
	await page.getByRole('button', { name: 'See what would be recorded' }).click();
	await page.getByRole('button', { name: /^Record 3 events/ }).click();
	await page.getByRole('button', { name: 'Take all of it back' }).press('Enter');
	await expect(page.getByText(/^Undone: 2 events recorded together in Azerbaijan before CMW/)).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
	await page.goto('/cycles/CMW/AZE/3');
	await expect(page.getByRole('main')).toContainText('undone');
});
