import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { findings } from './axe.ts';
import { openWorkedExample } from './documents.ts';

const golden = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../golden', name));
const passphrase = 'seven quiet herons crossing';

// A picture in a page of its own makes the browser look for the icon of that page.
test.beforeEach(({ faults }) => faults.expect(/favicon\.ico/));

const part = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name });
const imports = (page: Page): Locator => part(page, /^(Import a file|Restore from a backup)$/);

/** Exports, and gives the file as the browser saved it. */
async function exported(page: Page): Promise<{ name: string; buffer: Buffer }> {
	const saving = page.waitForEvent('download');
	await part(page, 'Export a file').getByRole('button', { name: 'Export' }).click();
	const download = await saving;
	return { name: download.suggestedFilename(), buffer: readFileSync(await download.path()) };
}

const choose = (page: Page, name: string, buffer: Buffer): Promise<void> =>
	imports(page).locator('input[type=file]').setInputFiles({ name, mimeType: 'application/jsonl', buffer });

/** Takes a file in, all the way. */
async function takeIn(page: Page, name: string, buffer: Buffer): Promise<void> {
	await choose(page, name, buffer);
	await imports(page)
		.getByRole('button', { name: /^Take in/ })
		.click();
	await expect(imports(page)).toContainText(/events? (was|were) added/);
}

/** As on a device that Servanda was never opened on. */
async function startAnew(page: Page): Promise<void> {
	await page.goto('/favicon.svg');
	await page.evaluate(
		() =>
			new Promise<void>((resolve, reject) => {
				const deleting = indexedDB.deleteDatabase('servanda');
				deleting.onsuccess = () => resolve();
				deleting.onerror = deleting.onblocked = () => reject(new Error('the log is still open'));
			})
	);
}

async function recordReminder(page: Page, on: string): Promise<void> {
	await page.goto('/cycles/CMW/AZE/3?asOf=2026-11-22');
	const record = part(page, 'Record what happened');
	await record.getByRole('button', { name: /Reminder sent: next report/ }).click();
	await record.getByLabel('Day it happened').fill(on);
	await record
		.getByRole('button', { name: /^Record/ })
		.last()
		.click();
	await expect(part(page, 'History').locator(`time[datetime="${on}"]`).first()).toBeVisible();
}

test.describe('a backup', () => {
	test('of everything, restored on a new device, owes what was owed', async ({ page }) => {
		await openWorkedExample(page);
		await recordReminder(page, '2026-11-10');
		await page.goto('/?asOf=2026-11-22');
		const rows = page.getByRole('main').getByRole('listitem');
		await expect(rows).toHaveCount(2);
		const before = await rows.allInnerTexts();
		await page.goto('/exchange');
		const { name, buffer } = await exported(page);
		expect(name).toMatch(/^servanda-\d{4}-\d\d-\d\d\.jsonl$/);
		await expect(part(page, 'Export a file')).toContainText(/It holds \d+ events\./);
		await expect(part(page, 'Export a file').locator('dd.hash').first()).toHaveText(/^[0-9a-f]{64}$/);

		await startAnew(page);
		await page.goto('/?asOf=2026-11-22');
		await page.getByRole('link', { name: 'Restore from a backup' }).click();
		await expect(imports(page)).toContainText('This installation keeps its own id');
		await choose(page, name, buffer);
		await expect(imports(page)).toContainText('in 1 cycle not here yet');
		await expect(imports(page)).toContainText('All of it fits its cycles.');
		await imports(page)
			.getByRole('button', { name: /^Take in \d+ events$/ })
			.click();
		await expect(imports(page)).toContainText('begins a chain of its own');
		await imports(page).getByRole('link', { name: 'See what is due' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Azerbaijan');
		await page.goto('/?asOf=2026-11-22');
		await expect(rows).toHaveCount(2);
		expect(await rows.allInnerTexts()).toEqual(before);
	});

	test('is encrypted and opened again; another passphrase is refused', async ({ page }) => {
		await openWorkedExample(page);
		await page.goto('/exchange');
		const form = part(page, 'Export a file');
		await form.getByLabel('Encrypt it with a passphrase').check();
		await expect(form).toContainText('cannot be recovered by anyone');
		await form.getByLabel('Passphrase', { exact: true }).fill('too short');
		await form.getByRole('button', { name: 'Export' }).click();
		await expect(form).toContainText('has 9 characters; at least 12 are needed');
		await form.getByLabel('Passphrase', { exact: true }).fill(passphrase);
		await form.getByLabel('The same passphrase again').fill(`${passphrase}!`);
		await form.getByRole('button', { name: 'Export' }).click();
		await expect(form).toContainText('The two are not the same');
		await form.getByLabel('The same passphrase again').fill(passphrase);
		const { name, buffer } = await exported(page);
		expect(name).toMatch(/\.servanda$/);
		expect(buffer.toString('latin1')).not.toContain('Azerbaijan');

		await startAnew(page);
		await page.goto('/exchange');
		await choose(page, name, buffer);
		await imports(page).getByLabel('Passphrase').fill('another one, quite wrong');
		await imports(page).getByRole('button', { name: 'Open it' }).click();
		await expect(imports(page)).toContainText('the passphrase is another one, or the file is damaged');
		await imports(page).getByLabel('Passphrase').fill(passphrase);
		await page.keyboard.press('Enter');
		await expect(imports(page)).toContainText('in 1 cycle not here yet');
		await imports(page)
			.getByRole('button', { name: /^Take in/ })
			.press('Enter');
		await expect(imports(page)).toContainText(/events were added/);
	});

	test('of version 1 is read, and says that it knows no chains', async ({ page }) => {
		await page.goto('/exchange');
		await choose(page, 'version-1.jsonl', golden('version-1.jsonl'));
		await expect(imports(page)).toContainText('before there were chains');
		await expect(imports(page)).toContainText(/29 of its events are in no chain/);
		await imports(page).getByRole('button', { name: 'Take in 29 events' }).click();
		await expect(imports(page)).toContainText('29 events were added');
	});
});

test.describe('a file of a part', () => {
	test('holds one State, or one cycle, chosen by typing', async ({ page }) => {
		await page.goto('/exchange');
		await takeIn(page, 'version-2.jsonl', golden('version-2.jsonl'));
		const form = part(page, 'Export a file');
		await form.getByLabel('One State').check();
		await form.getByRole('button', { name: 'Export' }).click();
		await expect(form).toContainText('No State like that is recorded here');
		await expect(form.getByRole('combobox', { name: 'State' })).toBeFocused();
		await form.getByRole('combobox', { name: 'State' }).fill('xab');
		const state = await exported(page);
		expect(state.name).toMatch(/^servanda-XAB-/);
		expect(state.buffer.toString()).not.toContain('XAA');
		await expect(form).toContainText('It holds 5 events.');

		await page.goto('/exchange?cycle=CMW/XAA/3');
		const cycle = await exported(page);
		expect(cycle.name).toMatch(/^servanda-CMW-XAA-3-/);
		expect(cycle.buffer.toString()).not.toContain('CCPR');

		await startAnew(page);
		await page.goto('/exchange');
		await choose(page, cycle.name, cycle.buffer);
		await expect(imports(page)).toContainText('A file of a part of the log has gaps in its chains');
		await imports(page).getByRole('button', { name: 'Close without taking anything in' }).click();
		await takeIn(page, state.name, state.buffer);
		await takeIn(page, cycle.name, cycle.buffer);
	});
});

test.describe('a file without the State’s own preparations', () => {
	test('says so, brings what is owed, and is no backup; the whole one brings the rest', async ({ page }) => {
		await page.goto('/exchange');
		await takeIn(page, 'version-2-preparation.jsonl', golden('version-2-preparation.jsonl'));
		const form = part(page, 'Export a file');
		const preparations = form.getByRole('checkbox', { name: 'With the State’s own preparations' });
		await expect(preparations).toBeChecked();
		await preparations.uncheck();
		await expect(form).toContainText('Such a file is no backup');
		expect(await findings(page)).toEqual([]);
		const everything = await exported(page);
		expect(everything.name).toMatch(/^servanda-without-preparations-/);
		await expect(form).toContainText('The State’s own preparations were left out');
		await expect(part(page, /^Backup$/)).toContainText('There is no backup yet.');

		// For somebody else they are left out unless one says otherwise.
		await page.reload();
		await form.getByLabel('One State').check();
		await expect(preparations).not.toBeChecked();
		await form.getByRole('combobox', { name: 'State' }).fill('xaa');
		const reduced = await exported(page);
		await preparations.check();
		const whole = await exported(page);
		for (const { buffer } of [everything, reduced])
			expect(buffer.toString()).not.toMatch(/Prepar(ation|ed)|Ministry/);
		expect(whole.buffer.toString()).toContain('Ministry of Labour');

		await startAnew(page);
		await page.goto('/exchange');
		await choose(page, reduced.name, reduced.buffer);
		await expect(imports(page)).toContainText('The State’s own preparations were left out');
		await expect(imports(page)).toContainText('has gaps in its chains; that is no fault');
		await expect(imports(page)).toContainText('All of it fits its cycles.');
		expect(await findings(page)).toEqual([]);
		await imports(page).getByRole('button', { name: 'Take in 3 events' }).click();
		await expect(imports(page)).toContainText('3 events were added.');
		await choose(page, whole.name, whole.buffer);
		await imports(page).getByRole('button', { name: 'Take in 5 events' }).click();
		await expect(imports(page)).toContainText('5 events were added; 3 here already.');
		await choose(page, reduced.name, reduced.buffer);
		await expect(imports(page)).toContainText('Nothing in it is new.');
	});
});

test.describe('a file that is not as it was written', () => {
	test('is refused with the line, and nothing is taken in', async ({ page }) => {
		const whole = golden('version-2.jsonl').toString();
		const lines = whole.split('\n');
		const changed = lines.with(4, lines[4]!.replace('"on":"20', '"on":"19')).join('\n');
		const swapped = lines.with(2, lines[5]!).with(5, lines[2]!).join('\n');
		await page.goto('/exchange');
		for (const [file, sentence] of [
			[changed, 'Line 5 was changed.'],
			[swapped, 'Lines 3 and 6 have changed places.'],
			[lines.toSpliced(6, 1).join('\n'), 'Line 7 is missing.'],
			[whole.slice(0, -300), /The file ends at line \d+: \d events? (is|are) lost\./],
			['{"some":"other file"}\n', 'This file is not an exported log of Servanda.'],
			['', 'The file is empty.']
		] as const) {
			await choose(page, 'damaged.jsonl', Buffer.from(file));
			await expect(imports(page)).toContainText(sentence);
			await expect(imports(page)).toContainText('damaged.jsonl was not taken in.');
		}
		await page.goto('/');
		await expect(page.getByRole('button', { name: 'Open the worked example' })).toBeVisible();
	});

	test('conflicts with what is here: both sides are shown, and ours stays', async ({ page }) => {
		await page.goto('/exchange');
		await takeIn(page, 'version-1.jsonl', golden('version-1.jsonl'));
		const told = golden('version-1.jsonl')
			.toString()
			.replace('"symbol":"A/REPORT/3"', '"symbol":"A/REPORT/99"');
		await choose(page, 'other.jsonl', Buffer.from(told));
		await expect(imports(page)).toContainText('1 event is told differently here and in the file');
		await expect(imports(page)).toContainText('yours stays, and theirs is not taken');
		await expect(imports(page)).toContainText('They differ in: what it says');
		await expect(imports(page)).toContainText('A/REPORT/99');
		await expect(imports(page).getByRole('button', { name: /^Take in/ })).toHaveCount(0);
		await imports(page).getByRole('button', { name: 'Close without taking anything in' }).click();
		await expect(imports(page).getByText('Choose a file')).toBeVisible();
	});
});

test('what does not fit lands in the list, with what can be done', async ({ page }) => {
	await page.goto('/exchange');
	await takeIn(page, 'version-2.jsonl', golden('version-2.jsonl'));
	await expect(part(page, 'To resolve')).toContainText('newer than this Servanda');
	await expect(part(page, 'To resolve')).toContainText('Update Servanda to read it');

	await startAnew(page);
	await openWorkedExample(page);
	await page.goto('/cycles/CMW/AZE/3?asOf=2023-01-01');
	const record = part(page, 'Record what happened');
	await record.getByRole('button', { name: 'Follow-up information received' }).click();
	await record.getByLabel('Day it happened').fill('2021-09-01');
	await record
		.getByRole('button', { name: /^Record/ })
		.last()
		.click();
	await record.getByRole('button', { name: 'Record it anyway' }).click();
	await expect(part(page, 'History')).toContainText('does not fit on');

	await page.goto('/');
	await page.getByRole('link', { name: 'See what to do about it' }).click();
	const list = part(page, 'To resolve');
	await expect(list.getByRole('link', { name: 'Record what is missing before it' })).toHaveAttribute(
		'href',
		/CMW\/AZE\/3\?asOf=2021-09-01#record/
	);
	await list.getByRole('link', { name: 'Correct its date or what it says' }).click();
	await expect(
		page.getByRole('heading', { name: /^Correct “Follow-up information received”/ })
	).toBeVisible();
	await page.goBack();
	await list.getByRole('button', { name: 'Withdraw this event' }).click();
	await list.getByLabel('Reason').fill('it came another year');
	await list.getByRole('button', { name: 'Withdraw', exact: true }).click();
	await expect(list).toContainText('All that is recorded fits its cycles.');
});

test('what one tab takes in, the others show', async ({ page, context }) => {
	await page.goto('/exchange');
	const other = await context.newPage();
	await other.goto('/exchange');
	await expect(imports(other)).toContainText('Nothing is recorded here yet.');
	await takeIn(page, 'version-2.jsonl', golden('version-2.jsonl'));
	await expect(part(other, 'Export a file')).toBeVisible();
	await expect(part(other, 'To resolve')).toContainText('newer than this Servanda');
});

test.describe('a file that is kept up to date', () => {
	test.setTimeout(90_000);

	/** In place of the dialogue: a real file of the browser's own, reached by the real code. */
	const withoutDialogue = () => {
		Object.assign(window, {
			showSaveFilePicker: async () =>
				(await navigator.storage.getDirectory()).getFileHandle('servanda-backup.jsonl', { create: true })
		});
	};
	const inFile = (page: Page): Promise<string> =>
		page.evaluate(async () => {
			const folder = await navigator.storage.getDirectory();
			return (await (await folder.getFileHandle('servanda-backup.jsonl')).getFile()).text();
		});

	test('is written at once, and again after something was recorded', async ({ page }) => {
		await page.addInitScript(withoutDialogue);
		await openWorkedExample(page);
		await page.goto('/exchange');
		const backup = part(page, 'Backup');
		await expect(backup).toContainText('There is no backup yet.');
		await backup.getByRole('button', { name: 'Keep a file up to date' }).click();
		await expect(backup).toContainText('servanda-backup.jsonl is kept up to date.');
		const first = await inFile(page);
		expect(first).toMatch(/^\{"format":"servanda-log","version":2/);

		await recordReminder(page, '2026-11-10');
		await page.goto('/exchange');
		await expect(backup).toContainText('1 event is not in servanda-backup.jsonl yet.');
		await expect(backup).toContainText('is kept up to date.', { timeout: 30_000 });
		const second = await inFile(page);
		expect(second.split('\n')).toHaveLength(first.split('\n').length + 1);

		await page.goto('/device');
		await expect(part(page, 'Keeping the log')).toContainText('servanda-backup.jsonl is kept up to date.');
		await startAnew(page);
		await page.goto('/exchange');
		await takeIn(page, 'servanda-backup.jsonl', Buffer.from(second));
	});

	test('waits for a click where the browser took its word back', async ({ page }) => {
		await page.addInitScript(withoutDialogue);
		await page.addInitScript(() => {
			let given = sessionStorage.getItem('given') ?? 'granted';
			const allowed = (permission: string) => {
				given = permission;
				sessionStorage.setItem('given', permission);
				return Promise.resolve(permission);
			};
			Object.assign(window, { allowed });
			Object.assign(FileSystemFileHandle.prototype, {
				queryPermission: () => Promise.resolve(given),
				requestPermission: () => allowed('granted')
			});
		});
		await openWorkedExample(page);
		await page.goto('/exchange');
		const backup = part(page, 'Backup');
		await backup.getByRole('button', { name: 'Keep a file up to date' }).click();
		await expect(backup).toContainText('is kept up to date.');
		await page.evaluate(() => (window as unknown as { allowed: (one: string) => void }).allowed('prompt'));
		await recordReminder(page, '2026-11-10');
		await page.goto('/');
		await expect(page.getByRole('main')).toContainText('The browser wants your word');
		await page.getByRole('link', { name: 'Go on with it' }).click();
		await expect(backup).toContainText('1 event is not in it yet.');
		await backup.getByRole('button', { name: 'Go on with servanda-backup.jsonl' }).click();
		await expect(backup).toContainText('is kept up to date.');
		expect(await inFile(page)).toContain('ReminderSent');
	});
});

test('a backup is asked for on the first page once enough was recorded, and can be put off', async ({
	page
}) => {
	await openWorkedExample(page);
	// Not on the 2nd, when the clock stands in the history already.
	for (const on of ['2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06', '2026-11-07'])
		await recordReminder(page, on);
	await page.goto('/');
	await expect(page.getByRole('main')).toContainText('Nothing that was recorded here is backed up.');
	await page.getByRole('button', { name: 'Not this week' }).click();
	await expect(page.getByRole('main')).not.toContainText('is backed up');
	await page.goto('/exchange');
	const saving = page.waitForEvent('download');
	await part(page, 'Backup').getByRole('button', { name: 'Save a backup now' }).click();
	expect((await saving).suggestedFilename()).toMatch(/^servanda-/);
	await expect(part(page, 'Backup')).toContainText('Nothing was recorded since.');
});

for (const colorScheme of ['light', 'dark'] as const)
	test.describe(`in ${colorScheme}`, () => {
		test.use({ colorScheme });

		test('axe finds nothing while a file is looked at and after', async ({ page }) => {
			const findings = async () => {
				const { violations } = await new AxeBuilder({ page }).analyze();
				return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
			};
			await page.goto('/exchange');
			await expect(imports(page)).toBeVisible();
			expect(await findings(), 'empty').toEqual([]);
			await choose(page, 'version-2-encrypted.servanda', golden('version-2-encrypted.bin'));
			await expect(imports(page).getByLabel('Passphrase')).toBeFocused();
			expect(await findings(), 'locked').toEqual([]);
			await imports(page).getByLabel('Passphrase').fill('paper keeps what memory drops');
			await imports(page).getByRole('button', { name: 'Open it' }).click();
			await expect(imports(page).getByRole('button', { name: /^Take in/ })).toBeVisible();
			expect(await findings(), 'preview').toEqual([]);
			await imports(page)
				.getByRole('button', { name: /^Take in/ })
				.click();
			await expect(imports(page)).toContainText('events were added');
			await part(page, 'Export a file').getByLabel('Encrypt it with a passphrase').check();
			await part(page, 'Export a file').getByLabel('One cycle').check();
			expect(await findings(), 'taken').toEqual([]);
		});
	});
