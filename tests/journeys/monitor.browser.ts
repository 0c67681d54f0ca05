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

/** Reports that have come to one committee and wait, from a table that a colleague might send. */
async function submitReports(page: Page): Promise<void> {
	const lines = ['NRU', 'PLW', 'TUV'].map((state) => `${state},CRPD,9,2025-03-03`);
	await page.goto('/exchange/statuses');
	await page.locator('input[type=file]').setInputFiles({
		name: 'reports.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from(['State,Body,Report,Submitted', ...lines].join('\n'))
	});
	await page.getByRole('button', { name: 'See what would be recorded' }).click();
	await page.getByRole('button', { name: /^Record/ }).click();
	await expect(page.getByText('6 events were recorded in 3 cycles.')).toBeVisible();
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
		await expect(lead(page)).toContainText(/ (is|are) .*\s(years?|months?|days?) overdue\.$/);
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

	test('puts the reviews that wait on the programme of a session; one undo takes all of them off', async ({
		page
	}) => {
		await submitReports(page);
		await page.goto('/monitor?as=rows&of=reviews&body=CRPD&stage=list');
		const waiting = await rowsOf(page);
		expect(waiting).toBeGreaterThanOrEqual(3);
		const scheduled = '/monitor?as=rows&of=reviews&body=CRPD&stage=scheduled&session=777';
		const several = page.getByRole('region', { name: 'Record for all that are chosen' });
		await page.getByRole('button', { name: /^Choose all these/ }).click();
		await expect(several).toContainText(`${waiting} chosen`);
		const what = several.getByLabel('What happened');
		await expect(what.getByRole('option', { name: 'A reminder was sent' })).toHaveCount(0);
		await what.selectOption('The review was put on the programme of a session');
		expect(await findings(page)).toEqual([]);
		const look = several.getByRole('button', { name: 'Look over what will be recorded' });
		await look.click();
		await expect(several).toContainText('Give the number of the session in figures');
		await several.getByLabel('Number of the session').fill('777');
		await several.getByLabel('Its first day').fill('26 October 2027');
		await several.getByLabel('Its last day').fill('2027-10-01');
		await look.click();
		await expect(several).toContainText('would end on 1 October 2027, before it begins on 26 October 2027');
		await several.getByLabel('Its last day').fill('2027-11-20');
		await look.click();
		await several.getByRole('button', { name: `Record ${waiting} events` }).press('Enter');
		await expect(page.getByText(`${waiting} events were recorded.`)).toBeAttached();
		await expect(page.getByText('Session 777').first()).toBeVisible();

		await page.getByRole('link', { name: 'Sessions' }).click();
		await expect(page.getByRole('region', { name: 'To be considered, by session' })).toContainText(
			`Session 777 from 26 October 2027: ${waiting} States`
		);
		await page.keyboard.press('Control+z');
		await expect(page.getByText('Session 777')).toHaveCount(0);
		await page.keyboard.press('Control+Shift+z');
		await expect(page.getByText('Session 777').first()).toBeVisible();
		await page.goto(scheduled);
		expect(await rowsOf(page)).toBe(waiting);
	});

	test('a review that was held cannot be scheduled, is left out, and the others are', async ({ page }) => {
		await submitReports(page);
		await page.goto('/monitor?as=rows&of=reviews&body=CRPD');
		const all = await rowsOf(page);
		await page.getByRole('button', { name: /^Choose all these/ }).click();
		const several = page.getByRole('region', { name: 'Record for all that are chosen' });
		await several
			.getByLabel('What happened')
			.selectOption('The review was put on the programme of a session');
		await several.getByLabel('Number of the session').fill('777');
		await several.getByRole('button', { name: 'Look over what will be recorded' }).click();
		const leave = several.getByRole('button', { name: /^Leave these/ });
		const refused = numberIn(await leave.innerText());
		await expect(several.getByRole('listitem')).toHaveCount(refused);
		await leave.click();
		await several.getByRole('button', { name: `Record ${all - refused} events` }).click();
		await expect(page.getByText(`${all - refused} events were recorded.`)).toBeAttached();
	});

	test('a review is scheduled without the report that is owed, in the cycle of that report', async ({
		page
	}) => {
		await page.goto('/monitor?as=rows&body=CCPR&duty=nextReport&group=overdue');
		await page
			.getByRole('checkbox', { name: /^Choose / })
			.first()
			.check();
		const several = page.getByRole('region', { name: 'Record for all that are chosen' });
		await several
			.getByLabel('What happened')
			.selectOption('The review was put on the programme of a session');
		await several.getByLabel('Number of the session').fill('777');
		await several.getByRole('button', { name: 'Look over what will be recorded' }).click();
		await several.getByRole('button', { name: 'Record 1 event' }).click();
		await expect(page.getByText('1 event was recorded.')).toBeAttached();
		await page.goto('/monitor?as=rows&of=reviews&body=CCPR&session=777');
		await expect(table(page)).toContainText('Session 777');
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
