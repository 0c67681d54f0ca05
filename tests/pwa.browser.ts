import { readdir } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { built, type Version } from './support/site.ts';

/** What a person reads on the page, once it has come to rest. */
async function words(page: Page): Promise<string> {
	await expect(page.getByRole('main')).toBeAttached();
	await page.waitForLoadState('networkidle');
	return page.locator('body').innerText();
}

/** The addresses in the caches of this origin. */
const kept = () =>
	caches
		.keys()
		.then((names) => Promise.all(names.map(async (name) => (await caches.open(name)).keys())))
		.then((requests) => requests.flat().map(({ url }) => new URL(url).pathname));

/** Where the workers of this page stand. */
const workers = async () => {
	const registration = await navigator.serviceWorker.getRegistration();
	return (['installing', 'waiting', 'active'] as const).filter((state) => registration?.[state]);
};

/** What the app does by itself when it is come back to after an hour. A worker that cannot install rejects it. */
const lookForUpdate = async () => {
	const registration = await navigator.serviceWorker.getRegistration();
	await registration?.update().catch(() => {});
};

test('the browser finds nothing against installing it', async ({ page, context, keptOffline }) => {
	await page.goto('/');
	await keptOffline();
	const devtools = await context.newCDPSession(page);
	const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
	expect(installabilityErrors).toEqual([]);
	const { errors, data } = await devtools.send('Page.getAppManifest');
	expect(errors).toEqual([]);
	expect(JSON.parse(data ?? '{}')).toMatchObject({ name: 'Servanda', display: 'standalone' });
});

test('one visit keeps every file that was built', async ({ page, keptOffline }) => {
	await page.goto('/');
	await keptOffline();
	const files = (await readdir(built, { recursive: true, withFileTypes: true }))
		.filter((entry) => entry.isFile() && !/\.(gz|br)$/.test(entry.name))
		.map((entry) => `${entry.parentPath}/${entry.name}`.slice(built.length).replaceAll('\\', '/'))
		.filter((file) => file !== '/service-worker.js');
	const wanted = files.map((file) => (file === '/index.html' ? '/' : file));
	expect((await page.evaluate(kept)).sort()).toEqual(wanted.sort());
});

test('after one visit it works with the server gone, at any address', async ({ page, site, keptOffline }) => {
	await page.goto('/log');
	const log = await words(page);
	await page.goto('/');
	const start = await words(page);
	await keptOffline();
	await site.stop();

	await page.reload();
	expect(await words(page)).toBe(start);
	await page.goto('/log');
	expect(await words(page)).toBe(log);
});

test('a version that did not come whole is not kept at all', async ({ page, site, faults }) => {
	const broken = await site.anotherVersion();
	await broken.drop('favicon.svg');
	site.serve(broken);
	faults.expect(/404.*favicon/);
	await page.goto('/');
	await page.waitForRequest(/favicon/);
	await expect.poll(() => page.evaluate(workers)).toEqual([]);
	expect(await page.evaluate(kept)).toEqual([]);
});

for (const { what, broken } of [
	{ what: 'misses a file', broken: (version: Version) => version.drop('favicon.svg') },
	{
		what: 'has the page of yet another version',
		broken: (version: Version) =>
			version.change('index.html', (text) => text.replaceAll(/entry\/app\.[^."]+\.js/g, 'entry/app.other.js'))
	}
])
	test(`a new version that ${what} leaves the old one as it was`, async ({
		page,
		site,
		faults,
		keptOffline
	}) => {
		await page.goto('/');
		await keptOffline();
		const before = (await page.evaluate(kept)).sort();

		const next = await site.anotherVersion();
		await next.rename('the-next-one');
		await broken(next);
		site.serve(next);
		faults.expect(/404.*favicon|ServiceWorker/);
		await page.evaluate(lookForUpdate);
		await expect.poll(() => page.evaluate(workers)).toEqual(['active']);

		expect((await page.evaluate(kept)).sort()).toEqual(before);
		await site.stop();
		await page.reload();
		await expect(page.getByRole('main')).toBeAttached();
		await expect(page.getByRole('button', { name: 'Update now' })).toHaveCount(0);
	});

test('a new version is announced, and taken only when the person says so', async ({
	page,
	site,
	keptOffline
}) => {
	await page.goto('/');
	await keptOffline();
	const update = page.getByRole('button', { name: 'Update now' });
	const version = page.locator('meta[name="version"]');
	await expect(update).toHaveCount(0);

	const next = await site.anotherVersion();
	await next.rename('the-next-one');
	site.serve(next);
	await page.evaluate(lookForUpdate);
	await expect(update).toBeVisible();

	// Also after a reload: the old version answers as long as the person has not asked for the new one.
	await page.reload();
	await expect(update).toBeVisible();
	await expect(version).toHaveCount(0);

	await update.click();
	await expect(version).toHaveAttribute('content', 'the-next-one');
	await expect(update).toHaveCount(0);

	// The old one is gone, and the new one needs no server either.
	expect((await page.evaluate(() => caches.keys())).map((name) => name.split(' ').at(-1))).toEqual([
		'the-next-one'
	]);
	await site.stop();
	await page.reload();
	await expect(version).toHaveAttribute('content', 'the-next-one');
});

test.describe('in a browser that has no Temporal yet', () => {
	test.use({ withoutNativeTemporal: true });

	test('it works too, also with the server gone', async ({ page, site, keptOffline }) => {
		await page.goto('/');
		const start = await words(page);
		expect(await page.evaluate(() => 'Temporal' in globalThis)).toBe(true);
		await keptOffline();
		await site.stop();
		await page.reload();
		expect(await words(page)).toBe(start);
	});
});
