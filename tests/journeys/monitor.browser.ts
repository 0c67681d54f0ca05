import '#lib/calendar/temporalAtOnce.ts';
import type { Page } from '@playwright/test';
import { writeBundle } from '#lib/exchange/bundle/write.ts';
import { expect, test } from '../support/app.ts';
import { findings } from './axe.ts';
import { headsOf, worldOf } from '../world/world.ts';

const day = 'asOf=2026-11-01';

/** A small invented world as a file that a colleague might send. */
async function aWorld(): Promise<Buffer> {
	const events = worldOf({ cycles: 400, events: 6700 });
	const bundle = await writeBundle({ events, scope: { kind: 'everything' }, heads: headsOf(events) });
	return Buffer.from(await bundle.arrayBuffer());
}

async function openWorld(page: Page): Promise<void> {
	await page.goto('/exchange');
	await page
		.locator('input[type=file]')
		.first()
		.setInputFiles({ name: 'world.jsonl', mimeType: 'application/jsonl', buffer: await aWorld() });
	await page.getByRole('button', { name: /^Take in/ }).click();
	await expect(page.getByText(/6,700 events were added/)).toBeVisible();
}

const lead = (page: Page) => page.getByRole('heading', { level: 1 });
const total = (page: Page) => page.getByRole('link', { name: /dut(y|ies) of .* (is|are) overdue$/ });
const numberIn = (text: string): number => Number(/[\d,]+/.exec(text)![0].replaceAll(',', ''));
const table = (page: Page) => page.getByRole('table').first();

/** How many rows the table in sight has; it makes only those that can be seen. */
const rowsOf = async (page: Page): Promise<number> =>
	Number(await table(page).getAttribute('aria-rowcount')) - 1;

test.describe('the monitor', () => {
	test.beforeEach(async ({ page }) => {
		await openWorld(page);
		await page.goto(`/monitor?${day}`);
	});

	test('says first what is most overdue, and its number opens as many rows', async ({ page }) => {
		await expect(lead(page)).toContainText(/\s(is|are)\s.*\s(years?|months?|days?)\soverdue\.$/);
		const overdue = numberIn(await total(page).innerText());
		await total(page).click();
		await expect(page.getByRole('button', { name: /^Choose all these/ })).toBeVisible();
		expect(await rowsOf(page)).toBe(overdue);
		await page.goBack();
		await expect(page.getByRole('application')).toBeVisible();
	});

	test('is walked and opened by keyboard, and says each cell', async ({ page }) => {
		const picture = page.getByRole('application');
		await picture.focus();
		const said = picture.locator('xpath=following-sibling::p[1]');
		await expect(said).toContainText(' before CCPR: ');
		await page.keyboard.press('ArrowDown');
		await expect(said).toContainText(' before CESCR: ');
		const first = await said.innerText();
		await page.keyboard.press('ArrowRight');
		await expect(said).not.toHaveText(first);
		await page.keyboard.press('ArrowLeft');
		await expect(said).toHaveText(first);
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/as=rows/);
		await expect(table(page)).toBeVisible();
		expect(await rowsOf(page)).toBeGreaterThan(0);
	});

	test('tells only of what narrows what it shows, and keeps the rest for where it does', async ({ page }) => {
		await page.goto(`/monitor?as=rows&of=reviews&session=30&stage=held&body=CERD,CERD,XYZ&${day}`);
		const narrowing = page.getByRole('search', { name: 'Narrow what is shown' });
		const told = narrowing.getByRole('button', { name: /^Remove: / });
		await expect(narrowing).toContainText('Session 30');
		await page.getByRole('link', { name: 'Late and non-reporting' }).click();
		await expect(narrowing).not.toContainText('Session 30');
		await expect(told).toHaveCount(1);
		const late = numberIn(await total(page).innerText());
		expect(await rowsOf(page)).toBe(late);
		await page.goBack();
		await expect(narrowing).toContainText('Session 30');
		await page.goto(`/monitor?state=nowhere&${day}`);
		await expect(lead(page)).toHaveText('Nothing that is recorded is like this on 1 November 2026.');
	});

	test('is narrowed in its address, and the slider moves all of it', async ({ page }) => {
		await page.getByLabel('State', { exact: true }).fill('an');
		await expect(page).toHaveURL(/state=an/);
		const told = page.getByRole('main').locator('header');
		const narrowed = await told.innerText();
		await page.getByText('Narrow further').click();
		await page.getByRole('checkbox', { name: 'CCPR' }).check();
		await expect(page).toHaveURL(/body=CCPR/);
		await expect(told).not.toHaveText(narrowed, { useInnerText: true });
		const link = page.url();
		await page.getByRole('button', { name: 'Show everything' }).click();
		await expect(page).not.toHaveURL(/body=/);
		await page.goto(link);
		await expect(page.getByRole('button', { name: 'Remove: CCPR' })).toBeVisible();

		await page.goto(`/monitor?${day}`);
		const then = await lead(page).innerText();
		const slider = page.getByRole('slider');
		await slider.focus();
		for (let press = 0; press < 4; press += 1) await page.keyboard.press('PageDown');
		await expect(lead(page)).not.toHaveText(then);
		await expect(page).not.toHaveURL(new RegExp(day));
	});

	test('keeps a view under a name', async ({ page }) => {
		await page.goto(`/monitor?${day}&as=ranking&rank=body`);
		await page.getByText('Saved views').click();
		await page.getByLabel('Name of this view').fill('Bodies');
		await page.getByRole('button', { name: 'Save this view' }).click();
		await expect(page.getByText('The view Bodies is saved on this device.')).toBeVisible();
		await page.goto(`/monitor?${day}`);
		await page.getByText('Saved views').click();
		await page.getByRole('link', { name: 'Bodies', exact: true }).click();
		await expect(page.getByRole('columnheader', { name: 'Body' })).toBeVisible();
	});

	test('records a reminder for several at once, and one undo takes all of them back', async ({ page }) => {
		await page.goto('/monitor?as=late');
		const first = page.getByRole('row').nth(1);
		const before = await first.innerText();
		const boxes = page.getByRole('checkbox', { name: /^Choose / });
		await boxes.nth(0).check();
		await boxes.nth(2).click({ modifiers: ['Shift'] });
		const several = page.getByRole('region', { name: 'Record for all that are chosen' });
		await expect(several).toContainText('3 chosen');
		await several.getByRole('button', { name: 'Look over what will be recorded' }).click();
		await several.getByRole('button', { name: 'Record 3 events' }).click();
		await expect(page.getByText('3 events were recorded.')).toBeAttached();
		await expect(several).toBeHidden();
		await expect(first).not.toHaveText(before, { useInnerText: true });
		await page.keyboard.press('Control+z');
		await expect(first).toHaveText(before, { useInnerText: true });
	});

	test('says of each that the gate refuses why, and records the others', async ({ page }) => {
		await page.goto(`/monitor?${day}&as=late`);
		await page.getByRole('button', { name: /^Choose all these/ }).click();
		const several = page.getByRole('region', { name: 'Record for all that are chosen' });
		await several.getByLabel('What happened').selectOption('The list of issues was adopted');
		await several.getByRole('button', { name: 'Look over what will be recorded' }).click();
		await expect(several).toContainText('cannot be recorded');
		await expect(several.getByRole('listitem').first()).toContainText(' before ');
		await several.getByRole('button', { name: 'Choose none' }).click();
		await expect(several).toBeHidden();
	});

	test('has nothing that axe finds, in any of its sections', async ({ page }) => {
		test.setTimeout(90_000);
		for (const section of ['', '&as=ranking', '&as=late', '&as=long', '&as=sessions', '&as=statistics']) {
			await page.goto(`/monitor?${day}${section}`);
			await expect(lead(page)).toContainText('overdue');
			await expect(page.getByRole(section ? 'table' : 'application').first()).toBeVisible();
			expect(await findings(page), section).toEqual([]);
		}
		await page.goto(`/monitor?${day}`);
		await page.getByText('Narrow further').click();
		await page.getByText('The same as a table').click();
		await expect(table(page)).toBeVisible();
		expect(await findings(page), 'as a table').toEqual([]);
	});
});

test('before anything is recorded it says how to begin', async ({ page }) => {
	await page.goto('/monitor');
	await expect(lead(page)).toHaveText('Nothing is kept here yet.');
	expect(await findings(page)).toEqual([]);
});
