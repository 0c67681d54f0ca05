import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { openWorkedExample } from './documents.ts';

const due = (page: Page) => page.getByRole('region', { name: 'What is owed' });

/** Records that a State was told it will be reviewed; the treaty alone says by when a report must come. */
async function giveNotice(page: Page, state: string): Promise<void> {
	await page.goto(`/cycles/CRPD/${state}/1`);
	await page.getByRole('button', { name: /Notice of review without a report given/ }).click();
	await page.getByLabel('Day it happened').fill('2025-01-15');
	await page.getByLabel('How it is given').selectOption({ label: 'No date' });
	await page
		.getByRole('button', { name: /^Record/ })
		.last()
		.click();
	await expect(due(page)).toBeVisible();
}

/** Fills in that a State has six months after the notice, from 2025 on, and tries it. */
async function trySixMonths(page: Page): Promise<void> {
	await page
		.getByLabel('Rule', { exact: true })
		.selectOption({ label: 'Report due after notice of a review without one' });
	await page.getByLabel('New length of time, in months').fill('6');
	await page.getByLabel('From this day on').fill('2025-01-01');
	await page.getByLabel('Source (document and paragraph)').fill('A decision of the Committee');
	await page.getByLabel('Reason, as it will stand in the record').fill('decided by the Committee');
	await page.getByRole('button', { name: 'Try it' }).click();
}

async function expectNothingFromAxe(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
}

test('a changed rule is tried, taken in all cycles of a body, and undone in all of them', async ({
	page
}) => {
	await giveNotice(page, 'AZE');
	await giveNotice(page, 'ALB');
	await page.goto('/procedures/CRPD');
	await expect(page.getByRole('main')).toContainText('Recorded: 2 cycles under version 1.');
	await trySixMonths(page);

	const found = page.getByRole('region', { name: /^What it would change/ });
	await expect(found).toContainText('This changes 2 deadlines in 2 cycles.');
	await expect(page.getByRole('heading', { name: /^What it would change/ })).toBeFocused();
	await expect(found.getByRole('row', { name: /Azerbaijan/ })).toContainText(
		/15\s+April 2025.*15\s+July 2025/
	);
	await found.getByLabel('Narrow by State, report or duty').fill('albania');
	await expect(found).toContainText('1 of 2 deadlines');
	await expect(found.getByRole('row')).toHaveCount(2);
	await expectNothingFromAxe(page);

	await found.getByRole('button', { name: 'Take it: record it in 2 cycles' }).click();
	await expect(page.getByText('Recorded in 2 cycles. It can be undone.')).toBeFocused();
	await expect(page.getByRole('main')).toContainText('2 of them run under amended rules.');
	await expect(page.getByRole('row', { name: /6 months/ })).toContainText('not checked against the text');

	await page.getByRole('link', { name: 'All procedures' }).click();
	await expect(page.getByRole('row', { name: /Persons with Disabilities/ })).toContainText('version 1');
	await page.keyboard.press('Control+z');
	await expect(page.getByText('the rules changed in 2 cycles')).toBeVisible();
	await expect(page.getByRole('row', { name: /Persons with Disabilities/ })).toContainText('none');
});

test('a cycle tells the changed rule in its reasons and its history, and a new cycle opens under it', async ({
	page
}) => {
	await giveNotice(page, 'AZE');
	await page.goto('/procedures/CRPD');
	await trySixMonths(page);
	await page.getByRole('button', { name: 'Take it: record it in 1 cycle' }).click();
	await expect(page.getByText('Recorded in 1 cycle.')).toBeVisible();

	await page.goto('/cycles/CRPD/AZE/1');
	await expect(due(page)).toContainText(/15\s+July 2025/);
	await expect(page.getByRole('region', { name: 'History' })).toContainText(
		'Rules changed: decided by the Committee.'
	);
	await expect(due(page)).toContainText('A decision of the Committee');
	await expectNothingFromAxe(page);

	await giveNotice(page, 'ALB');
	await expect(due(page)).toContainText(/15\s+July 2025/);
	await expect(page.getByRole('region', { name: 'History' })).toContainText('A decision of the Committee');
});

test('nothing is tried before every field is right, and what is stated in a document stays', async ({
	page
}) => {
	await openWorkedExample(page);
	await page.goto('/procedures');
	await expect(page.getByRole('heading', { name: 'Procedures' })).toBeVisible();
	await expectNothingFromAxe(page);
	await page.getByRole('link', { name: 'Committee on Migrant Workers' }).click();
	await page.getByRole('button', { name: 'Try it' }).click();
	await expect(page.getByLabel('New length of time, in months')).toBeFocused();
	await expect(page.getByRole('heading', { name: /^What it would change/ })).toHaveCount(0);

	await page
		.getByLabel('Rule', { exact: true })
		.selectOption({ label: 'Follow-up information due after the adoption' });
	await page.getByLabel('New length of time, in months').fill('18');
	await page.getByLabel('From this day on').fill('2021-01-01');
	await page.getByLabel('Source (document and paragraph)').fill('A decision of the Committee');
	await page.getByLabel('Reason, as it will stand in the record').fill('decided');
	await page.getByRole('button', { name: 'Try it' }).click();
	const found = page.getByRole('region', { name: /^What it would change/ });
	await expect(found).toContainText('This changes no deadline.');
	await expect(found).toContainText('the date stated in a document stays');
	await found.getByRole('button', { name: 'Leave it' }).click();
	await expect(found).toHaveCount(0);
	await expect(page.getByRole('heading', { name: 'A rule has changed' })).toBeFocused();
});

test('a scale whose marks were not read says so and names none', async ({ page }) => {
	await page.goto('/procedures/CAT');
	const grades = page.getByRole('region', { name: 'Grades of follow-up' });
	await expect(grades).toContainText('The marks of this scale were not read');
	await expect(grades).toContainText('not checked against the text');
	await expect(grades.getByRole('listitem')).toHaveCount(0);
});

test('what was read of a rule, and since when it holds, is told apart', async ({ page }) => {
	await page.goto('/procedures/CRPD');
	const followUp = page.getByRole('row', { name: /^Follow-up information due after the adoption/ });
	await expect(followUp).toHaveText([
		/asked for without a date.*13\sSeptember\s2018.*read there.*since or until when, not checked/s,
		/12\smonths.*12\sSeptember\s2018.*read there.*since or until when, not checked/s
	]);
	const initial = page.getByRole('row', { name: /^Initial report due/ });
	await expect(initial).toContainText('read there');
	await expect(initial).not.toContainText('not checked');
	await expectNothingFromAxe(page);
	await page.goto('/procedures/CCPR');
	await expect(initial).toContainText('not checked against the text');
});

test('looking back, the rules are shown and nothing can be changed', async ({ page }) => {
	await page.goto('/procedures/CRPD?asKnownAt=2025-01-01');
	await expect(page.getByRole('heading', { name: 'The rules' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Try it' })).toHaveCount(0);
});
