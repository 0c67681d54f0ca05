import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { choose, needsDocuments, observations, openWorkedExample } from './documents.ts';

type File = { name: string; mimeType: string; buffer: Buffer };
const textFile = (name: string, content: string | Buffer): File => ({
	name,
	mimeType: 'text/plain',
	buffer: Buffer.from(content)
});

/** The first bytes of a photograph, and some that follow. */
const photo = Buffer.concat([
	Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]),
	Buffer.alloc(2000, 0x9c)
]);

async function recorded(page: Page): Promise<number> {
	return page.evaluate(async () => {
		const opening = indexedDB.open('servanda');
		const database = await new Promise<IDBDatabase>((resolve) => {
			opening.onsuccess = () => resolve(opening.result);
		});
		const counting = database.transaction('commits').objectStore('commits').count();
		return new Promise<number>((resolve) => {
			counting.onsuccess = () => {
				database.close();
				resolve(counting.result);
			};
		});
	});
}

test.describe('a file that cannot be read is refused with a sentence, and nothing is recorded', () => {
	for (const { what, file, sentence } of [
		{ what: 'an empty file', file: () => textFile('empty.txt', ''), sentence: /is empty/ },
		{
			what: 'a photo renamed .txt',
			file: () => textFile('photo.txt', photo),
			sentence: /is not one|cannot read this kind/
		},
		{
			what: 'a file of 50 MB',
			file: () => textFile('huge.txt', Buffer.alloc(49 * 1024 * 1024, 'a ')),
			sentence: /too large/
		},
		{
			what: 'a document of another kind',
			file: () =>
				textFile(
					'minutes.txt',
					'Minutes of the garden club.\n\n1. The roses were admired.\n2. Tea was served.\n'
				),
			sentence: /neither concluding observations nor/
		}
	])
		test(what, async ({ page }) => {
			await page.goto('/documents');
			await page.locator('input[type=file]').setInputFiles(file());
			await expect(page.getByRole('main')).toContainText(sentence);
			await expect(page.getByRole('button', { name: /^Record/ })).toHaveCount(0);
			expect(await recorded(page)).toBe(0);
		});
});

test('31 June is refused in a form, which stays as it was', async ({ page }) => {
	await openWorkedExample(page);
	const before = await recorded(page);
	await page.goto('/cycles/CMW/AZE/3?asOf=2026-11-22');
	const record = page.getByRole('region', { name: 'Record what happened' });
	await record.getByRole('button', { name: /Reminder sent: next report/ }).click();
	const day = record.getByLabel('Day it happened');
	await day.fill('31 June 2024');
	await record
		.getByRole('button', { name: /^Record/ })
		.last()
		.click();
	await expect(record).toContainText('“31 June 2024” does not exist: that month has 30 days.');
	await expect(day).toBeFocused();
	await expect(day).toHaveValue('31 June 2024');
	expect(await recorded(page)).toBe(before);
});

test('a follow-up dated before the adoption is refused, and says what could come then', async ({ page }) => {
	await openWorkedExample(page);
	await page.goto('/cycles/CMW/AZE/3?asOf=2023-01-01');
	const before = await recorded(page);
	const record = page.getByRole('region', { name: 'Record what happened' });
	await record.getByRole('button', { name: 'Follow-up information received' }).click();
	await record.getByLabel('Day it happened').fill('2021-09-01');
	await record
		.getByRole('button', { name: /^Record/ })
		.last()
		.click();
	await expect(record).toContainText(/cannot come on 1\s+September 2021.*Constructive dialogue held/);
	await expect(record.getByRole('button', { name: 'Record it anyway' })).toBeVisible();
	expect(await recorded(page)).toBe(before);
});

test('a log file cut in the middle of a line is refused with the line, and takes nothing in', async ({
	page
}) => {
	await openWorkedExample(page);
	await page.goto('/exchange');
	const saving = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Export', exact: true }).click();
	const file = readFileSync(await (await saving).path());
	const before = await recorded(page);
	const input = page.locator('input[type=file]');
	await input.setInputFiles(textFile('cut.jsonl', file.subarray(0, file.length - 300)));
	await expect(page.getByRole('main')).toContainText(/The file ends at line 10: 1 event is lost/);
	expect(await recorded(page)).toBe(before);

	await input.setInputFiles(textFile('whole.jsonl', file));
	await expect(page.getByRole('main')).toContainText(/Nothing in it is new\..*are here already/s);
	expect(await recorded(page)).toBe(before);
});

test('two tabs that record the same event record it once', async ({ page, context }) => {
	await openWorkedExample(page);
	const other = await context.newPage();
	const path = '/cycles/CMW/AZE/3?asOf=2026-11-22';
	const forms: Locator[] = [];
	for (const tab of [page, other]) {
		await tab.goto(path);
		const record = tab.getByRole('region', { name: 'Record what happened' });
		await record.getByRole('button', { name: /Reminder sent: next report/ }).click();
		await record.getByLabel('Day it happened').fill('2026-11-10');
		forms.push(record);
	}
	const before = await recorded(page);
	await Promise.all(
		forms.map((record) =>
			record
				.getByRole('button', { name: /^Record/ })
				.last()
				.click()
		)
	);
	await expect
		.poll(async () => (await Promise.all(forms.map((record) => record.innerText()))).join())
		.toContain('This is recorded already');
	expect(await recorded(page)).toBe(before + 1);
});

test('a full disk is told; the form stays, and goes through once there is room', async ({ page }) => {
	await openWorkedExample(page);
	await page.goto('/cycles/CMW/AZE/3?asOf=2026-11-22');
	const before = await recorded(page);
	await page.evaluate(() => {
		const { add } = IDBObjectStore.prototype;
		IDBObjectStore.prototype.add = () => {
			IDBObjectStore.prototype.add = add;
			throw new DOMException('No room left', 'QuotaExceededError');
		};
	});
	const record = page.getByRole('region', { name: 'Record what happened' });
	await record.getByRole('button', { name: /Reminder sent: next report/ }).click();
	await record.getByLabel('Day it happened').fill('2026-11-10');
	await record
		.getByRole('button', { name: /^Record/ })
		.last()
		.click();
	await expect(record).toContainText('The storage of this device is full. Nothing was recorded');
	await expect(record.getByLabel('Day it happened')).toHaveValue('2026-11-10');
	expect(await recorded(page)).toBe(before);

	await record
		.getByRole('button', { name: /^Record/ })
		.last()
		.click();
	await expect(page.getByRole('region', { name: 'History' })).toContainText('Reminder sent');
	expect(await recorded(page)).toBe(before + 1);
});

test('an impossible date in a document is asked about and never becomes another day', async ({ page }) => {
	needsDocuments();
	const text = readFileSync(observations, 'utf8').replace('by 1 November 2026', 'by 31 June 2026');
	await page.goto('/documents');
	await page.locator('input[type=file]').setInputFiles(textFile('observations.txt', text));
	await expect(page.getByRole('heading', { name: 'What was read' })).toBeVisible();
	await expect(page.getByRole('main')).toContainText(
		'“31 June 2026” does not exist: that month has 30 days.'
	);
	await expect(page.getByRole('main')).not.toContainText('1 July 2026');
	await expect(page.getByRole('main')).not.toContainText('30 June 2026');
});

test('nothing is recorded by looking at a document', async ({ page }) => {
	needsDocuments();
	await choose(page, observations);
	await page.getByRole('button', { name: /^Accept (all )?\d+ that (is|are) printed$/ }).click();
	expect(await recorded(page)).toBe(0);
	await page.getByRole('button', { name: 'Close without recording' }).click();
	expect(await recorded(page)).toBe(0);
});
