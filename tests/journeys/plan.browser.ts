import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { findings } from './axe.ts';
import { openWorkedExample } from './documents.ts';
import { press, tabTo } from './keys.ts';

/** The day of the page; what it records is recorded then. */
const isDay = (page: Page, day: string) => page.clock.setFixedTime(new Date(`${day}T10:00:00Z`));

const plans = (page: Page) => page.getByRole('region', { name: 'Deadlines and plans' });
const stepRow = (page: Page, name: string) =>
	plans(page).getByRole('listitem').filter({ hasText: name }).last();

/** Opens the worked example on 2 March 2026, eight months before the fourth report is due, and plans for it. */
async function planFourthReport(page: Page): Promise<void> {
	await isDay(page, '2026-03-02');
	await openWorkedExample(page);
	await page.goto('/states/AZE');
	await plans(page).getByRole('button', { name: 'Make a plan' }).click();
	await plans(page).getByLabel('Responsible').nth(1).fill('Ministry of Justice');
	await plans(page).getByRole('button', { name: 'Record the plan' }).click();
	await expect(plans(page)).toContainText(
		'0 of 6 steps done. Next: Collect information by 1 May 2026, in 60 days.'
	);
}

test('a plan is worked back from the deadline, and goes by keyboard alone', async ({ page }) => {
	test.setTimeout(120_000);
	await isDay(page, '2026-03-02');
	await openWorkedExample(page);
	await page.goto('/states/AZE');
	await expect(page.getByRole('main')).toContainText(
		'Azerbaijan’s fourth periodic report to CMW is due in 244 days, on 1 November 2026.'
	);
	await press(page, plans(page).getByRole('button', { name: 'Make a plan' }));
	await expect(plans(page).getByLabel('Work back from')).toBeFocused();
	expect(await findings(page)).toEqual([]);

	// The weeks end on Sundays; who works back from them meets Fridays.
	await expect(plans(page).getByLabel('To be done by').first()).toHaveValue('2026-05-01');
	await press(page, plans(page).getByRole('button', { name: 'Leave out step 5' }));
	await press(page, plans(page).getByRole('button', { name: 'Move step 3 up' }));
	await expect(plans(page).getByRole('button', { name: 'Move step 2 up' })).toBeFocused();
	await expect(
		plans(page).getByRole('group', { name: 'Step 2' }).getByLabel('Step', { exact: true })
	).toHaveValue('Consult');
	await tabTo(page, plans(page).getByRole('group', { name: 'Step 5' }).getByLabel('Responsible'));
	await page.keyboard.type('Foreign Ministry');
	await press(page, plans(page).getByRole('button', { name: 'Record the plan' }));
	await expect(plans(page)).toContainText('0 of 5 steps done');
	await expect(plans(page).getByRole('button', { name: 'Change the plan' })).toBeFocused();

	await press(page, plans(page).getByRole('button', { name: 'Done Collect information' }));
	await press(page, plans(page).getByRole('button', { name: 'Record it as done' }));
	await expect(stepRow(page, 'Collect information')).toContainText('done 2 March 2026, in time');
	await expect(plans(page)).toContainText('1 of 5 steps done.');
});

test('a step that is overdue leads the desk and is reminded of, and its reminder leads to the plan', async ({
	page
}) => {
	await planFourthReport(page);
	await isDay(page, '2026-07-20');
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'“Collect information” for Azerbaijan’s fourth periodic report to CMW is 80 days overdue.'
	);
	await page.getByRole('link', { name: 'Open the plan' }).click();
	await expect(stepRow(page, 'Draft')).toContainText('24 days overdue');
	await page.goto('/reminders');
	const reminder = page.getByRole('main').getByRole('link', { name: /^“Draft” for Azerbaijan/ });
	await expect(reminder).toHaveAttribute('href', /\/states\/AZE#plan-CMW-AZE-3-nextReport-1$/);

	await page.goto('/states/AZE');
	const load = page.getByRole('region', { name: 'Workload' });
	await expect(load.getByRole('row').nth(1)).toContainText('Ministry of Justice');
	await load.locator('summary[aria-label="Overdue steps: 1"]').first().click();
	await expect(load.getByRole('link', { name: 'Draft: Fourth periodic report' }).first()).toBeVisible();

	// As of another day it is shown and can be saved, and nothing is recorded.
	await page.goto('/states/AZE?asOf=2026-05-01');
	await expect(stepRow(page, 'Collect information')).toContainText('due today');
	await expect(plans(page).getByRole('button')).toHaveText(['Save the plans as CSV']);
});

test('a deadline that moves moves no plan; the plan is worked back anew when somebody asks', async ({
	page
}) => {
	await planFourthReport(page);
	await page.goto('/cycles/CMW/AZE/3');
	const record = page.getByRole('region', { name: 'Record what happened' });
	await record.getByRole('button', { name: 'Deadline moved: next report' }).click();
	await record.getByLabel('Day it happened').fill('2026-03-02');
	await record.getByLabel('Day', { exact: true }).fill('2027-03-01');
	await record.getByLabel('Reason').fill('agreed in writing');
	await record
		.getByRole('button', { name: /^Record/ })
		.last()
		.click();
	await expect(page.getByRole('region', { name: 'History' })).toContainText('Deadline moved');

	await page.goto('/states/AZE');
	await expect(plans(page)).toContainText(
		'The plan was worked back from 1 November 2026; it is now due 1 March 2027.'
	);
	await expect(stepRow(page, 'Draft')).toContainText('26 June 2026');
	await plans(page).getByRole('button', { name: 'Plan anew what is not done' }).click();
	await expect(plans(page).getByLabel('Work back from')).toHaveValue('2027-03-01');
	await plans(page).getByRole('button', { name: 'Record the plan' }).click();
	await expect(stepRow(page, 'Draft')).toContainText('23 October 2026');
	await expect(plans(page)).not.toContainText('it is now due');

	// One undo takes the second plan back, and the first stands again.
	await page.locator('body').press('Control+z');
	await expect(stepRow(page, 'Draft')).toContainText('26 June 2026');
});

test('how far answers have come is recorded for several at once, and found by ministry', async ({ page }) => {
	await isDay(page, '2026-03-02');
	await openWorkedExample(page);
	await page.goto('/states/AZE');
	const answers = page.getByRole('region', { name: 'Answers' });
	await answers.getByLabel('CMW, 16 (b)').check();
	await answers.getByLabel('CMW, 60 (d)').check();
	await answers.getByLabel('Set what is ticked to').selectOption('drafted');
	await answers.getByLabel('with', { exact: true }).fill('Ministry of Labour');
	await answers.getByRole('button', { name: 'Record 2 answers' }).click();
	await expect(answers).toContainText('2 answers are recorded.');
	await answers.getByRole('searchbox').fill('labour');
	await expect(answers).toContainText('2 of 9 answers');
	await expect(answers.getByRole('rowheader')).toHaveText(['16 (b)', '60 (d)']);
});

test('the steps that new plans begin with are kept on the device', async ({ page }) => {
	await isDay(page, '2026-03-02');
	await openWorkedExample(page);
	await page.goto('/states/AZE');
	await page.getByText('Steps that a new plan begins with').click();
	const report = page.getByRole('group', { name: 'For a report' });
	await report.getByLabel('Weeks before the deadline').first().fill('soon');
	await page.getByRole('button', { name: 'Keep these steps' }).click();
	await expect(report.getByLabel('Weeks before the deadline').first()).toBeFocused();
	await report.getByLabel('Weeks before the deadline').first().fill('30');
	await report.getByLabel('Step', { exact: true }).first().fill('Gather');
	await page.getByRole('button', { name: 'Keep these steps' }).click();
	await expect(page.getByText('Kept. New plans begin with them.')).toBeVisible();

	await page.reload();
	await plans(page).getByRole('button', { name: 'Make a plan' }).click();
	await expect(plans(page).getByLabel('Step', { exact: true }).first()).toHaveValue('Gather');
	await expect(plans(page).getByLabel('To be done by').first()).toHaveValue('2026-04-03');
});

test('the status note says in plain words how the State stands, and is saved as text', async ({ page }) => {
	await planFourthReport(page);
	await page.getByRole('link', { name: 'Status note' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Status of treaty-body reporting: Azerbaijan'
	);
	const saving = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save as text' }).click();
	const saved = await saving;
	expect(saved.suggestedFilename()).toBe('status-note-AZE-2026-03-02.txt');
	const text = await (await saved.createReadStream()).toArray();
	expect(Buffer.concat(text).toString()).toContain(
		[
			'- Azerbaijan’s fourth periodic report to CMW is due in 244 days, on 1 November 2026.',
			'  Preparation: 0 of 6 steps done. Next: Collect information by 1 May 2026, in 60 days.',
			'  Answers: 9 not begun.'
		].join('\n')
	);
	expect(await findings(page)).toEqual([]);
});

test('an address that names no State says so, and one of which nothing is recorded says what to do', async ({
	page
}) => {
	await page.goto('/states/XQZ');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('no State that is known here');
	await page.goto('/states/TUV');
	await expect(page.getByRole('main')).toContainText('Nothing is recorded of Tuvalu yet.');
});

for (const colorScheme of ['light', 'dark'] as const)
	test.describe(`in ${colorScheme}, on a phone`, () => {
		test.use({ colorScheme, viewport: { width: 390, height: 844 } });

		test('axe finds nothing on the desk of a State, and nothing runs out of the page', async ({ page }) => {
			await planFourthReport(page);
			await isDay(page, '2026-07-20');
			await page.goto('/states/AZE');
			await page.getByText('Steps that a new plan begins with').click();
			await stepRow(page, 'Draft').getByRole('button', { name: 'Done' }).click();
			expect(await findings(page)).toEqual([]);
			const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			expect(overflow).toBeLessThanOrEqual(0);
		});
	});
