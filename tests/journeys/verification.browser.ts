import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { openWorkedExample } from './documents.ts';

/** Everything is as it was recorded, says the page. */
const sound = /Nothing was altered, dropped or moved/;

async function openVerification(page: Page): Promise<void> {
	await page.goto('/verification');
	await expect(page.getByRole('heading', { name: 'The head of this log' })).toBeVisible();
}

const again = (page: Page) => page.getByRole('button', { name: 'Verify everything again' }).click();

/** The hash that the page shows as the head of the log. */
const headOf = (page: Page): Promise<string> =>
	page.getByRole('region', { name: 'The head of this log' }).locator('code').innerText();

/** Changes the database behind the app's back: what is stored in the tail, as text; none drops it. */
async function tamper(page: Page, position: number, [from, to]: [string, string] | [] = []): Promise<void> {
	await page.evaluate(
		async ({ position, from, to }) => {
			const opening = indexedDB.open('servanda');
			const database = await new Promise<IDBDatabase>((resolve) => {
				opening.onsuccess = () => resolve(opening.result);
			});
			const transaction = database.transaction('commits', 'readwrite');
			const commits = transaction.objectStore('commits');
			const reading = commits.get(position);
			reading.onsuccess = () => {
				const text = JSON.stringify(reading.result);
				if (from === undefined) commits.delete(position);
				else if (!text.includes(from)) throw new Error(`no ${from} in commit ${position}`);
				else commits.put(JSON.parse(text.replace(from, to ?? '')));
			};
			await new Promise((resolve) => (transaction.oncomplete = resolve));
			database.close();
		},
		{ position, from, to }
	);
}

/** Records a reminder for the next report, and waits until it is in the history. */
async function remind(page: Page, on: string): Promise<void> {
	await page.goto('/cycles/CMW/AZE/3');
	const record = page.getByRole('region', { name: 'Record what happened' });
	const history = page.getByRole('region', { name: 'History' });
	await expect(history.locator('time').first()).toBeVisible();
	const recorded = history.locator(`time[datetime="${on}"]`);
	await expect(recorded).toHaveCount(0);
	await record.getByRole('button', { name: /Reminder sent: next report/ }).click();
	await record.getByLabel('Day it happened').fill(on);
	await record
		.getByRole('button', { name: /^Record/ })
		.last()
		.click();
	await expect(recorded.first()).toBeVisible();
}

/** The details of the event in the log whose sentence begins like this. */
async function openDetails(page: Page, event: RegExp): Promise<Locator> {
	await page.goto('/log');
	await page.getByRole('button', { name: event }).first().click();
	return page.getByRole('table');
}

async function expectNothingFromAxe(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
}

test('an untouched log is found to be as it was recorded, and that is known after a reload', async ({
	page
}) => {
	await openWorkedExample(page);
	await page.getByRole('link', { name: 'Log' }).click();
	await page.getByRole('link', { name: 'Verify the log' }).click();
	await expect(page.getByText('This log has not been verified on this device yet.')).toBeVisible();
	await page.getByRole('button', { name: 'Verify now' }).click();
	await expect(page.getByText(sound)).toBeVisible();
	await page.reload();
	await expect(page.getByText(sound)).toBeVisible();
	await expect(page.getByRole('main')).toContainText('none is missing');
});

test('a changed character is found, named, linked and told on the desk', async ({ page }) => {
	await openWorkedExample(page);
	await openVerification(page);
	await tamper(page, 1, ['"on":"2024-01-17"', '"on":"2024-01-16"']);
	await again(page);
	const found = page.getByRole('region', { name: 'What was found' });
	await expect(found).toContainText(
		/“Follow-up information received” of 16\s+January 2024, in CMW\/AZE\/3.*it was changed since/
	);
	await page.goto('/');
	await page.getByRole('link', { name: 'See what was found' }).click();
	await found.getByRole('link', { name: 'Show it in the log' }).click();
	await expect(page.getByRole('table')).toContainText('Follow-up information received');
	await expect(page.getByRole('row')).toHaveCount(2);
});

test('a dropped commit is found, in the middle and at the end', async ({ page }) => {
	await openWorkedExample(page);
	await remind(page, '2026-11-05');
	await remind(page, '2026-11-10');
	await openVerification(page);
	await again(page);
	await expect(page.getByText(sound)).toBeVisible();

	await tamper(page, 3);
	await again(page);
	const found = page.getByRole('region', { name: 'What was found' });
	await expect(found).toContainText('it stood at commit 3. That head is no longer in it');
	await page.reload();
	await found.getByRole('button', { name: /^I know why/ }).click();
	await expect(page.getByText(sound)).toBeVisible();

	await tamper(page, 1);
	await again(page);
	await expect(found).toContainText('Commit 2 does not follow from what stands before it');
});

test('it verifies by itself once the app has been quiet, and tells on the desk what it found', async ({
	page
}) => {
	await openWorkedExample(page);
	await tamper(page, 1, ['"on":"2024-01-17"', '"on":"2024-01-16"']);
	await page.clock.install();
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Azerbaijan');
	await expect(page.getByText('The log was verified')).toHaveCount(0);
	await page.clock.fastForward(25_000);
	await page.clock.resume();
	await expect(page.getByText('The log was verified, and 1 thing in it is not')).toBeVisible();
});

test('a noted head is known again, before and after something was recorded', async ({ page }) => {
	await openWorkedExample(page);
	await openVerification(page);
	const noted = await headOf(page);
	expect(noted).toMatch(/^([0-9a-f]{8} ?){8}$/);
	const compare = page.getByRole('region', { name: 'Compare with a noted head' });
	const field = compare.getByLabel('A hash noted earlier');
	const ask = async (hash: string) => {
		await field.fill(hash);
		await compare.getByRole('button', { name: 'Compare' }).click();
		return expect(compare.getByRole('status'));
	};

	await (await ask(noted)).toContainText('only then is it sure');
	await again(page);
	await expect(page.getByText(sound)).toBeVisible();
	await (await ask(noted.toUpperCase())).toContainText('the head of the log as it stands now');

	await remind(page, '2026-11-10');
	await openVerification(page);
	expect(await headOf(page)).not.toBe(noted);
	await again(page);
	await expect(page.getByText(/up to commit 2 are/)).toBeVisible();
	await (
		await ask(noted)
	).toContainText(
		'the head after commit 1. The log goes on from it, up to commit 2. All of it is verified and unbroken'
	);
	await (await ask('f'.repeat(64))).toContainText('nowhere in this log');
	await field.fill('abc');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(compare).toContainText('it has 3 of 64 characters');
	await expect(field).toBeFocused();
});

test('what an event says is taken out for good; that it was recorded stays, and the chain closes', async ({
	page
}) => {
	await openWorkedExample(page);
	await openVerification(page);
	await again(page);
	await expect(page.getByText(sound)).toBeVisible();

	const event = /^Details of: Follow-up information received/;
	const details = await openDetails(page, event);
	await details.getByRole('button', { name: 'Take out what it says …' }).click();
	await expect(details).toContainText('No correction brings them back');
	await details.getByRole('button', { name: 'Go on' }).click();
	await expect(details).toContainText('Say why in a few words');
	await expect(details.getByLabel('Reason')).toBeFocused();
	await page.keyboard.type('it names a person');
	await page.keyboard.press('Enter');
	await expect(details).toContainText('This cannot be undone');
	await details.getByRole('button', { name: 'Take it out for good' }).click();
	await expect(details).toContainText('What this event said was taken out of the record');
	for (const name of ['Withdraw this event', 'Take out what it says …'])
		await expect(details.getByRole('button', { name })).toHaveCount(0);

	await details.getByRole('link', { name: 'Show who took it out, and why' }).click();
	await expect(details).toContainText('Content taken out: it names a person');
	await expect(page.getByRole('row')).toHaveCount(4);

	for (const look of ['first', 'after a reload']) {
		await page.goto('/cycles/CMW/AZE/3?asOf=2024-02-01');
		if (look !== 'first') await page.reload();
		const entry = page
			.getByRole('region', { name: 'History' })
			.getByRole('listitem')
			.filter({ hasText: 'Follow-up information received: what it said was taken out' });
		await expect(entry).toContainText('the chain of the log still closes over it');
		await expect(entry.getByRole('button')).toHaveCount(0);
		await expect(entry).not.toContainText('CMW/C/AZE/FCO/3');
	}

	await openVerification(page);
	await again(page);
	await expect(page.getByText(sound)).toBeVisible();
	await expect(page.getByRole('main')).toContainText('what 1 event said');
});

test('a finding keeps nothing of what the event says', async ({ page }) => {
	await openWorkedExample(page);
	await openVerification(page);
	await tamper(page, 1, ['"on":"2024-01-17"', '"on":"2024-01-16"']);
	await again(page);
	await expect(page.getByRole('region', { name: 'What was found' })).toBeVisible();
	const kept = await page.evaluate(async () => {
		const opening = indexedDB.open('servanda');
		await new Promise((resolve) => (opening.onsuccess = resolve));
		const reading = opening.result.transaction('device').objectStore('device').get('verification');
		await new Promise((resolve) => (reading.onsuccess = resolve));
		opening.result.close();
		return JSON.stringify(reading.result);
	});
	expect(kept).toContain('"changed"');
	expect(kept).not.toContain('CMW/C/AZE/FCO/3');
});

for (const colorScheme of ['light', 'dark'] as const)
	test.describe(`in ${colorScheme}`, () => {
		test.use({ colorScheme });

		test('axe finds nothing, whatever was found', async ({ page }) => {
			await openVerification(page);
			await expectNothingFromAxe(page);
			await openWorkedExample(page);
			await openVerification(page);
			await again(page);
			await expect(page.getByText(sound)).toBeVisible();
			await expectNothingFromAxe(page);
			await tamper(page, 1, ['"on":"2024-01-17"', '"on":"2024-01-16"']);
			await again(page);
			await page.getByLabel('A hash noted earlier').fill('abc');
			await page.getByRole('button', { name: 'Compare' }).click();
			await expect(page.getByRole('region', { name: 'What was found' })).toBeVisible();
			await expectNothingFromAxe(page);
			const details = await openDetails(page, /^Details of: Comments|^Details of: Follow-up/);
			await details.getByRole('button', { name: 'Take out what it says …' }).click();
			await details.getByLabel('Reason').fill('a name');
			await details.getByRole('button', { name: 'Go on' }).click();
			await expectNothingFromAxe(page);
		});
	});
