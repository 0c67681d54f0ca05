import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';

const folder = join(import.meta.dirname, '../../../shared/documents');

/** The two real documents of the worked example. They are not part of the project. */
export const observations = join(folder, 'CMW_C_AZE_CO_3.txt');
export const reply = join(folder, 'CMW_C_AZE_FCO_3.txt');

/** Skips a test, saying so, where the real documents are absent. */
export const needsDocuments = () =>
	test.skip(!existsSync(observations) || !existsSync(reply), 'the real documents are not here');

/** Drops a file on the page of documents. */
export async function choose(page: Page, file: string): Promise<void> {
	await page.goto('/documents');
	await page.locator('input[type=file]').setInputFiles(file);
	await expect(page.getByRole('heading', { name: 'What was read' })).toBeVisible();
}

/** Reads a document, accepts what is printed in it, and records it. */
export async function readAndRecord(page: Page, file: string): Promise<void> {
	await choose(page, file);
	await page.getByRole('button', { name: /^Accept (all )?\d+ that (is|are) printed$/ }).click();
	await page.getByRole('button', { name: /^Record \d+ events?$/ }).click();
	await expect(page.getByText(/\d+ events? (was|were) recorded/)).toBeVisible();
}

/** The worked example, opened as a person does. */
export async function openWorkedExample(page: Page): Promise<void> {
	await page.goto('/');
	await page.getByRole('button', { name: 'Open the worked example' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Azerbaijan');
}
