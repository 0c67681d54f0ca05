import { expect, test } from '../support/app.ts';
import { findings } from './axe.ts';
import { openWorkedExample } from './documents.ts';

test('a State is found, its treaties are seen, and what is known is filled in', async ({ page }) => {
	await openWorkedExample(page);
	await page.goto('/states?asOf=2026-11-22');
	const list = page.getByRole('table', { name: 'States' });
	await page.getByLabel('Only those of which something is recorded').check();
	await expect(page.getByText('1 State', { exact: true })).toBeVisible();
	await expect(list.getByRole('row', { name: /Azerbaijan/ })).toContainText('1 overdue');
	await page.getByLabel('Only those of which something is recorded').uncheck();
	await page.getByRole('searchbox').fill('azer');
	await expect(list.getByRole('row')).toHaveCount(2);
	expect(await findings(page)).toEqual([]);
	await list.getByRole('link', { name: 'Azerbaijan', exact: true }).press('Enter');

	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Azerbaijan: treaties');
	const row = (name: RegExp) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
	await expect(row(/Migrant Workers/)).toContainText('Initial report, in 2004');
	await expect(row(/Migrant Workers/)).toContainText('21 days overdue');
	const crpd = row(/Persons with Disabilities/);
	await expect(crpd).toContainText('2009; the day is not known here');
	await expect(crpd).toContainText('Initial report, in 2011 or 2012');
	await expect(crpd).toContainText('nothing yet');
	expect(await findings(page)).toEqual([]);

	await crpd.getByRole('button').press('Enter');
	await expect(page.getByRole('heading', { name: /what is known/ })).toBeFocused();
	await page.getByLabel('There is a report, or concluding observations').check();
	await page.getByLabel(/Symbol of the last/).fill('CRPD/C/AZE/CO/2-3');
	await page.getByLabel(/adopted on/).fill('20 March 2024');
	await page.getByLabel(/Next report due on/).fill('2030-02-31');
	await expect(page.getByText('Nothing yet: fill in at least one date.')).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(page.getByLabel(/Next report due on/)).toBeFocused();
	await expect(page.getByText(/that month has 28 days/)).toBeVisible();
	await page.getByLabel(/Next report due on/).fill('1 March 2030');
	await page.getByLabel('due in principle only').check();
	await expect(page.getByRole('region', { name: 'What will be recorded' }).getByRole('listitem')).toHaveCount(
		2
	);
	expect(await findings(page)).toEqual([]);
	await page.getByLabel(/adopted on/).fill('20 March 2124');
	await page.getByRole('button', { name: /^Record/ }).click();
	await expect(page.getByLabel(/adopted on/)).toBeFocused();
	await expect(page.getByText(/20\s+March\s+2124 lies ahead/)).toBeVisible();
	await page.getByLabel(/adopted on/).fill('20 March 2024');
	await page.getByRole('button', { name: 'Record 2 events' }).click();
	await expect(page.getByText('2 events were recorded.')).toBeVisible();
	await expect(crpd.getByRole('button')).toBeFocused();
	await expect(crpd).toContainText('combined second and third periodic reports');
	await expect(crpd).toContainText('in principle');
});

test('from the entry into force on, the first report is reckoned', async ({ page }) => {
	await page.goto('/states/fji/treaties?asOf=2026-11-22');
	const row = page
		.getByRole('row')
		.filter({ has: page.getByRole('rowheader', { name: /Enforced Disappearances/ }) });
	await row.getByRole('button').click();
	await page.getByLabel(/Day of entry into force/).fill('19 September 2019');
	await page.getByRole('button', { name: 'Record 1 event' }).click();
	await expect(row).toContainText('days overdue');
	await row.getByRole('link').click();
	await expect(page.getByRole('main')).toContainText('19 September 2021');
});

test('a State that is not in the table can be opened, and what is none is said to be none', async ({
	page
}) => {
	await page.goto('/states/CHN-HKG/treaties');
	await expect(page.getByText('Every treaty can be opened all the same.')).toBeVisible();
	await page.getByRole('link', { name: 'The desk of Hong Kong (China)' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hong Kong (China)');
	for (const part of ['', '/treaties', '/note']) {
		await page.goto(`/states/XYZ${part}`);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('“XYZ” is no State that is known here.');
	}
	expect(await findings(page)).toEqual([]);
	await page.goto('/cycles/CMW/XYZ/3');
	await expect(page.getByRole('main')).toContainText('“XYZ” is no State that is known here.');
	await expect(page.getByRole('button', { name: /^Record/ })).toHaveCount(0);
	await page.goto('/states/VAT/note');
	await expect(page.getByRole('main')).toContainText(
		'Nothing is recorded of Holy See here, so this note cannot say what is due.'
	);
});
