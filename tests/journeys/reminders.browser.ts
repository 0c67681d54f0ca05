import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { findings } from './axe.ts';
import { openWorkedExample } from './documents.ts';

/** The report of the worked example is overdue since 2 November 2026, and is spoken of from then on. */
const overdue = /Azerbaijan’s fourth periodic report to CMW is [\d,]+ days? overdue\./;

const rows = (page: Page): Locator =>
	page.getByRole('main').getByRole('listitem').filter({ hasText: overdue });

async function openInbox(page: Page): Promise<void> {
	await openWorkedExample(page);
	await page.goto('/reminders');
	await expect(rows(page).first()).toBeVisible();
}

for (const colorScheme of ['light', 'dark'] as const)
	for (const viewport of [
		{ width: 1440, height: 900 },
		{ width: 390, height: 844 }
	])
		test.describe(`in ${colorScheme}, ${viewport.width} wide`, () => {
			test.use({ colorScheme, viewport });

			test('axe finds nothing, and nothing stands out of the page', async ({ page }) => {
				for (const path of ['/reminders', '/reminders/settings', '/reminders/device']) {
					await page.goto(path);
					await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
					expect(await findings(page), `${path}, empty`).toEqual([]);
				}
				await openInbox(page);
				await page.getByRole('button', { name: /^Put off/ }).click();
				await page.getByRole('checkbox').check();
				expect(await findings(page), 'putting off').toEqual([]);
				for (const path of ['/reminders', '/reminders/settings', '/reminders/device']) {
					await page.goto(path);
					await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
					await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
					await page.evaluate(() =>
						document.querySelectorAll('details').forEach((details) => (details.open = true))
					);
					expect(await findings(page), path).toEqual([]);
					const beyond = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
					expect(await page.evaluate(beyond), path).toBe(0);
				}
			});
		});

test.describe('the inbox', () => {
	test('says what would be there, and then the one thing that presses', async ({ page }) => {
		await page.goto('/reminders');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing needs to be said today.');
		await expect(page.getByRole('main')).toContainText('None was given yet.');
		await page.getByRole('link', { name: 'See how reminders reach you' }).click();
		await expect(page).toHaveURL(/\/reminders\/device$/);

		await openInbox(page);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(overdue);
		await expect(rows(page)).toHaveCount(1);
		await expect(rows(page)).toContainText(/New\.\s+\d\d:\d\d, in the open app/);
		await expect(
			page.getByRole('navigation', { name: 'Pages', exact: true }).getByRole('link', { name: 'Reminders' })
		).toHaveAttribute('aria-current', 'page');
	});

	test('leads to what is owed, and what was looked at is read', async ({ page }) => {
		await openInbox(page);
		await rows(page).getByRole('link').click();
		await expect(page).toHaveURL(/\/cycles\/CMW\/AZE\/3#owed$/);
		await page.goto('/reminders');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing needs to be said today.');
		await expect(rows(page)).not.toContainText('New.');
		await expect(page.getByRole('button', { name: /^Mark/ })).toHaveCount(0);
	});

	test('is marked read at once', async ({ page }) => {
		await openInbox(page);
		await page.getByRole('button', { name: /^Mark 1 new one read$/ }).press('Enter');
		await expect(page.getByRole('status').filter({ hasText: '1 reminder is marked read.' })).toHaveCount(1);
		await expect(rows(page)).not.toContainText('New.');
		await page.reload();
		await expect(rows(page)).not.toContainText('New.');
	});

	test('says what was met as met, and offers nothing to put off', async ({ page }) => {
		await openInbox(page);
		await page.goto('/cycles/CMW/AZE/3');
		const record = page.getByRole('region', { name: 'Record what happened' });
		await record.getByRole('button', { name: 'Next report submitted' }).click();
		await record.getByLabel('Day it happened').fill('2026-11-20');
		await record
			.getByRole('button', { name: /^Record/ })
			.last()
			.click();
		await expect(page.getByRole('region', { name: 'History' })).toContainText('Next report submitted');
		await page.goto('/reminders');
		await expect(rows(page)).toContainText(/received 20\sNovember 2026, 19 days late/);
		await expect(page.getByRole('button', { name: /^Put off/ })).toHaveCount(0);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing needs to be said today.');
	});
});

test.describe('a reminder', () => {
	test('is put off until tomorrow by the keyboard alone, and called back; what is owed stays overdue', async ({
		page
	}) => {
		await openInbox(page);
		await page.getByRole('button', { name: /^Put off/ }).press('Enter');
		await page.getByRole('button', { name: 'Tomorrow' }).press('Enter');
		await expect(rows(page)).toContainText(/Put off until \d+\s\w+ \d{4}/);
		await expect(rows(page)).toContainText(/days? overdue/);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing needs to be said today.');
		await page.reload();
		await page.getByRole('button', { name: /^Do not put off/ }).click();
		await expect(rows(page)).not.toContainText('Put off until');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(overdue);
	});

	test('is put off until a day one types; a day that has passed is refused at its input', async ({
		page
	}) => {
		await openInbox(page);
		await page.getByRole('checkbox').check();
		const group = page.getByRole('group', { name: 'Put off 1 reminder until' });
		const until = group.getByRole('textbox');
		for (const [typed, sentence] of [
			['soon', /soon/],
			['2026-11-01', 'That day has begun or passed.']
		] as const) {
			await until.fill(typed);
			await until.press('Enter');
			await expect(page.getByRole('main')).toContainText(sentence);
			await expect(until).toBeFocused();
			await expect(until).toHaveAttribute('aria-invalid', 'true');
		}
		await until.fill('1 March 2099');
		await group.getByRole('button', { name: 'Put off' }).click();
		await expect(rows(page)).toContainText(/Put off until 1\smarch 2099/i);
		await expect(group).toHaveCount(0);
	});
});

test.describe('the settings', () => {
	const replies = (page: Page): Locator =>
		page.getByRole('region', { name: 'Replies to the list of issues' });

	test('are kept whole or not at all, with each fault at its input', async ({ page }) => {
		await openInbox(page);
		await page.goto('/reminders/settings');
		await replies(page).getByText('Set each reminder').click();
		await replies(page).getByRole('textbox', { name: 'Reminder 1: number' }).fill('many');
		await page.getByRole('checkbox', { name: 'Saturday' }).uncheck();
		await page.getByRole('button', { name: 'Save' }).click();
		await expect(replies(page)).toContainText('Write a whole number from 1 to 60.');
		await expect(replies(page).getByRole('textbox', { name: 'Reminder 1: number' })).toBeFocused();
		await expect(page.getByRole('main')).toContainText('Not saved');
		await page.reload();
		await expect(page.getByRole('checkbox', { name: 'Saturday' })).toBeChecked();

		await replies(page).getByText('Set each reminder').click();
		await replies(page).getByRole('textbox', { name: 'Reminder 1: number' }).fill('4');
		await replies(page).getByRole('button', { name: 'Add a reminder' }).click();
		await page.keyboard.type('3');
		await expect(replies(page)).toContainText('4 months before, 3 months before, 1 month before');
		await replies(page).getByRole('button', { name: 'Remove reminder 2', exact: true }).click();
		await page.getByRole('checkbox', { name: 'Saturday' }).uncheck();
		await page.getByRole('button', { name: 'Add a day off' }).click();
		await page.getByRole('textbox', { name: 'Day', exact: true }).fill('25 December 2026');
		await page.getByRole('textbox', { name: 'Name' }).fill('Christmas');
		await page.getByRole('button', { name: 'Save' }).click();
		await expect(page.getByRole('main')).toContainText('Saved.');
		await page.reload();
		await expect(page.getByRole('checkbox', { name: 'Saturday' })).not.toBeChecked();
		await expect(page.getByRole('textbox', { name: 'Day', exact: true })).toHaveValue('2026-12-25');
		await expect(replies(page)).toContainText('4 months before, 3 months before, 14 days before');
	});

	test('say when the next reminder would come, before they are saved', async ({ page }) => {
		await openInbox(page);
		await page.goto('/reminders/settings');
		const next = page.getByText(/With these settings/);
		await expect(next).toContainText(/the next reminder would come on \d/);
		await page
			.getByRole('region', { name: 'Next report' })
			.getByLabel('How far ahead')
			.selectOption('Nothing');
		await expect(next).toContainText('no reminder is planned');
	});

	test('hold for a single obligation, chosen by typing', async ({ page }) => {
		await openInbox(page);
		await page.goto('/reminders/settings');
		const own = page.getByRole('region', { name: 'Single obligations' });
		await own.getByRole('combobox', { name: 'Obligation' }).fill('nothing like it');
		await own.getByRole('button', { name: 'Set it on its own' }).click();
		await expect(own).toContainText('Nothing like that is owed here.');
		await own.getByRole('combobox', { name: 'Obligation' }).fill('aze');
		await own.getByRole('combobox', { name: 'Obligation' }).press('Enter');
		await expect(own.getByRole('heading', { level: 3 })).toContainText('Azerbaijan’s fourth periodic report');
		await own.getByRole('checkbox', { name: 'Remind of it' }).uncheck();
		await page.getByRole('button', { name: 'Save' }).click();
		await expect(page.getByRole('main')).toContainText('Saved.');
		await page.reload();
		await expect(own.getByRole('checkbox', { name: 'Remind of it' })).not.toBeChecked();
		await expect(page.getByText(/With these settings/)).toContainText('no reminder is planned');
	});
});

test.describe('the number of what nobody has read', () => {
	test('stands beside the name, is told when something is said, and moves nothing', async ({ page }) => {
		const pages = page.getByRole('navigation', { name: 'Pages', exact: true });
		const placeOfNext = () => pages.getByRole('link', { name: 'Documents' }).boundingBox();
		await page.goto('/');
		await expect(pages.getByRole('link', { name: 'Reminders', exact: true })).toBeVisible();
		const before = await placeOfNext();

		await openWorkedExample(page);
		await expect(page.getByRole('status').filter({ hasText: /^1 reminder$/ })).toHaveCount(1);
		await expect(pages.getByRole('link', { name: 'Reminders (1 new)', exact: true })).toBeVisible();
		expect(await placeOfNext()).toEqual(before);

		await page.goto('/reminders');
		await page.getByRole('button', { name: /^Mark 1 new one read$/ }).click();
		await expect(pages.getByRole('link', { name: 'Reminders', exact: true })).toBeVisible();
	});
});

/** As in a browser that nobody has asked to show notifications; tells what it is asked for. */
function notAskedYet(): void {
	Object.defineProperty(Notification, 'permission', { get: () => 'default' });
	Notification.requestPermission = () => Promise.reject(new Error('asked for notifications'));
}

test.describe('the first page', () => {
	test('offers to remind once there is something to remind of, asks for nothing, and can be told not now', async ({
		page,
		keptOffline
	}) => {
		await page.addInitScript(notAskedYet);
		await page.goto('/');
		await keptOffline();
		const offer = page.getByText('Servanda can remind you, also when it is closed.');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('No deadline is kept here yet.');
		await expect(offer).toHaveCount(0);

		await openWorkedExample(page);
		await expect(offer).toBeVisible();
		await offer.getByRole('link').click();
		await expect(page).toHaveURL(/\/reminders\/device$/);
		await page.goBack();
		await page.getByRole('button', { name: 'Not now' }).press('Enter');
		await expect(offer).toHaveCount(0);

		await page.reload();
		await expect(page.getByRole('link', { name: 'Put these deadlines into your calendar' })).toBeVisible();
		await page.getByRole('button', { name: 'Remove the worked example' }).waitFor();
		await expect(offer).toHaveCount(0);
	});

	test('leads to the calendar file, also where other ways come before it', async ({ page, keptOffline }) => {
		await page.addInitScript(() => {
			Object.defineProperty(Notification, 'permission', { get: () => 'granted' });
			const periodicSync = { getTags: async () => ['servanda-reminders'], register: async () => {} };
			Object.defineProperty(ServiceWorkerRegistration.prototype, 'periodicSync', { get: () => periodicSync });
		});
		await page.setViewportSize({ width: 390, height: 640 });
		await openWorkedExample(page);
		await keptOffline();
		await page.getByRole('link', { name: 'Put these deadlines into your calendar' }).click();
		await expect(page).toHaveURL(/\/reminders\/device#calendar$/);
		await expect(page.getByRole('heading', { level: 1 })).toContainText('can remind you here');
		await expect(page.getByRole('heading', { level: 2, name: 'Calendar file' })).toBeInViewport();
	});
});

test.describe('the page of a cycle', () => {
	/** What can be known again in a calendar, of a file that is saved. */
	async function savedIds(page: Page): Promise<string[]> {
		const calendar = page.getByRole('region', { name: 'In a calendar' });
		const saving = page.waitForEvent('download');
		await calendar.getByRole('button', { name: 'Save the calendar file' }).click();
		const download = await saving;
		await expect(calendar.getByRole('status')).toContainText(download.suggestedFilename());
		const content = readFileSync(await download.path(), 'utf8');
		return [...content.matchAll(/^UID:servanda\.CMW\.AZE\.3\.(.*)\r$/gm)].map(([, id = '']) => id);
	}

	test('saves its deadlines for a calendar, all of them or only one', async ({ page }) => {
		await openWorkedExample(page);
		await page.goto('/cycles/CMW/AZE/3');
		const what = page.getByRole('region', { name: 'In a calendar' }).getByLabel('What goes into it');
		await expect(what.getByRole('option')).toHaveText([
			'Everything in this cycle',
			/^Follow-up information on .*, due 1\snovember 2023/i,
			/^Fourth periodic report, due 1\snovember 2026/i
		]);
		expect(await savedIds(page)).toEqual(['followUp-1', 'nextReport-1']);
		await what.selectOption({ index: 2 });
		expect(await savedIds(page)).toEqual(['nextReport-1']);
	});

	test('says which of its obligations is reminded of on its own, and where that is set', async ({ page }) => {
		await openInbox(page);
		await page.goto('/reminders/settings');
		const own = page.getByRole('region', { name: 'Single obligations' });
		await own.getByRole('combobox', { name: 'Obligation' }).fill('aze');
		await own.getByRole('combobox', { name: 'Obligation' }).press('Enter');
		await own.getByRole('checkbox', { name: 'Remind of it' }).uncheck();
		await page.getByRole('button', { name: 'Save' }).click();
		await expect(page.getByRole('main')).toContainText('Saved.');
		await page.goto('/cycles/CMW/AZE/3');
		const owed = page.getByRole('region', { name: 'What is owed' });
		await expect(owed.getByText('Its reminders are switched off.')).toHaveCount(1);
		await owed.getByRole('link', { name: 'When reminders come' }).click();
		await expect(page).toHaveURL(/\/reminders\/settings$/);
	});
});

test.describe('how reminders reach this device', () => {
	test('is said honestly, and nothing is asked for on arrival', async ({ page }) => {
		await openInbox(page);
		await page.goto('/reminders/device');
		await expect(page.getByRole('heading', { level: 1 })).toContainText('cannot remind you here');
		const channels = page.getByRole('region', { name: 'Every way a reminder can come' });
		await expect(channels.getByRole('listitem')).toHaveCount(5);
		await expect(channels.getByRole('listitem').filter({ hasText: 'The open app' })).toContainText(
			/Works.*It last looked/s
		);
		await expect(channels.getByRole('listitem').filter({ hasText: 'Waking by itself' })).toContainText(
			'This browser wakes only an installed app.'
		);
		expect(await page.evaluate(() => Notification.permission)).not.toBe('granted');
	});

	test('is tried the whole way, and says how far it came', async ({ page, keptOffline }) => {
		await openInbox(page);
		await keptOffline();
		await page.goto('/reminders/device');
		const test = page.getByRole('region', { name: 'Try it' });
		await test.getByRole('button').click();
		await expect(test.getByRole('status')).toContainText('The browser may not show it');
	});

	test('is by the calendar first, where nothing else works while it is closed', async ({ page }) => {
		await openInbox(page);
		await page.goto('/reminders/device');
		await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Calendar file');
		const calendar = page.getByRole('region', { name: 'Calendar file' });
		await calendar.getByLabel('One cycle').check();
		await calendar.getByRole('button', { name: 'Save the calendar file' }).click();
		await expect(calendar).toContainText('No cycle like that is recorded here.');
		await calendar.getByRole('combobox', { name: 'Cycle' }).fill('aze');
		await calendar.getByLabel('Each reminder as an event of its own').check();
		const saving = page.waitForEvent('download');
		await calendar.getByRole('button', { name: 'Save the calendar file' }).click();
		const download = await saving;
		expect(download.suggestedFilename()).toMatch(/\.ics$/);
		expect(readFileSync(await download.path(), 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/);
		await expect(calendar.getByRole('status')).toContainText('was handed to the browser to save');
	});

	test('has an example of the policies, with the address of this site', async ({ page, site }) => {
		await page.goto('/reminders/device');
		await page.getByText('Policies for Chrome and Edge').click();
		const policies = JSON.parse(
			await page.getByRole('region', { name: 'Example of the policies, as JSON' }).innerText()
		);
		expect(policies.WebAppInstallForceList[0].url).toBe(`${new URL(site.url).origin}/`);
	});
});
