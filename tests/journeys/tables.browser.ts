import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import '#lib/calendar/temporalAtOnce.ts';
import { strFromU8, unzipSync } from 'fflate';
import { writeBundle } from '#lib/exchange/bundle/write.ts';
import { expect, test } from '../support/app.ts';
import { headsOf, worldOf } from '../world/world.ts';
import { findings } from './axe.ts';
import { openWorkedExample } from './documents.ts';

/** What a press of a button saves. */
async function saved(page: Page, button: string): Promise<Download> {
	const saving = page.waitForEvent('download');
	await page.getByRole('button', { name: button }).press('Enter');
	return saving;
}

const choose = (page: Page, name: string, buffer: Buffer): Promise<void> =>
	page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'text/csv', buffer });

/** A small invented world, taken in as a file that a colleague might send. */
async function openWorld(page: Page): Promise<void> {
	const events = worldOf({ cycles: 90, events: 1500 });
	const bundle = await writeBundle({ events, scope: { kind: 'everything' }, heads: headsOf(events) });
	await page.goto('/exchange');
	await choose(page, 'world.jsonl', Buffer.from(await bundle.arrayBuffer()));
	await page.getByRole('button', { name: /^Take in/ }).click();
	await expect(page.getByText(/1,500 events were added/)).toBeVisible();
}

test('what is late is saved as a table and as a document, and the table reads in again without a change', async ({
	page
}) => {
	await openWorld(page);
	await page.goto('/monitor?asOf=2026-10-31&as=late');
	const rows = Number(await page.getByRole('table').first().getAttribute('aria-rowcount')) - 1;
	const csv = await saved(page, 'Save as CSV');
	expect(csv.suggestedFilename()).toBe('late-invented-2026-10-31.csv');
	const docx = await saved(page, 'Save as .docx');
	expect(docx.suggestedFilename()).toBe('late-invented-2026-10-31.docx');
	const document = strFromU8(unzipSync(readFileSync(await docx.path()))['word/document.xml']!);
	expect(document).toContain('Late and non-reporting States, as of 31\u00a0October 2026');
	expect(document).toContain('An invented world');
	expect(document.split('<w:tr>')).toHaveLength(rows + 2);
	expect(await findings(page)).toEqual([]);

	await page.goto('/exchange/statuses');
	await choose(page, 'late.csv', readFileSync(await csv.path()));
	await page.getByRole('button', { name: 'See what would be recorded' }).click();
	await expect(page.getByText('Nothing would be recorded.')).toBeVisible();
	await expect(page.getByLabel('Show', { exact: true }).getByRole('option')).toHaveText([
		`all lines (${rows})`,
		`already so (${rows})`
	]);
});

test('the plans of a State are saved, edited, looked at and recorded', async ({ page }) => {
	await page.clock.setFixedTime(new Date('2026-03-02T10:00:00Z'));
	await openWorkedExample(page);
	await page.goto('/states/AZE');
	const plans = page.getByRole('region', { name: 'Deadlines and plans' });
	await plans.getByRole('button', { name: 'Make a plan' }).click();
	await plans.getByRole('button', { name: 'Record the plan' }).click();
	await expect(plans).toContainText('0 of 6 steps done');

	const download = await saved(page, 'Save the plans as CSV');
	expect(download.suggestedFilename()).toBe('plans-AZE-2026-03-02.csv');
	const text = readFileSync(await download.path(), 'utf8');
	await choose(page, 'plans.csv', Buffer.from(text));
	await expect(page.getByRole('heading', { name: 'What plans.csv would change' })).toBeFocused();
	await expect(plans).toContainText('Nothing: the plans are recorded as they stand in the file.');

	// The second step gets somebody who does it, and the first is done.
	const edited = text
		.split('\r\n')
		.map((line) =>
			line.includes(',Draft,')
				? line.replace(',Draft,,', ',Draft,Ministry of Justice,')
				: line.replace(/(,Collect information,,2026-05-01,),/, '$12026-03-01,')
		)
		.join('\r\n');
	await choose(page, 'wrong.csv', Buffer.from(edited.replace('2026-06-26', 'in June')));
	await expect(plans).toContainText('Line 3: “To be done by” is no day');
	expect(await findings(page)).toEqual([]);
	await expect(plans.getByRole('button', { name: /^Record \d/ })).toHaveCount(0);
	await plans.getByRole('button', { name: 'Leave it' }).press('Enter');
	await expect(plans.getByLabel('Read plans from CSV')).toBeFocused();

	await choose(page, 'plans.csv', Buffer.from(edited));
	await expect(plans).toContainText('“Draft”: responsible Ministry of Justice, was nobody named');
	await expect(plans).toContainText('“Collect information”: done 1 March 2026');
	expect(await findings(page)).toEqual([]);
	await plans.getByRole('button', { name: 'Record 2 events' }).press('Enter');
	await expect(plans.getByText('2 events were recorded.')).toBeFocused();
	await expect(plans).toContainText('1 of 6 steps done. Next: Draft by 26 June 2026, Ministry of Justice');
	await choose(page, 'plans.csv', Buffer.from(edited));
	await expect(plans).toContainText('Nothing: the plans are recorded as they stand in the file.');
});
