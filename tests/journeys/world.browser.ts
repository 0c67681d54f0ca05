import '#lib/calendar/temporalAtOnce.ts';
import type { Page } from '@playwright/test';
import { writeBundle } from '#lib/exchange/bundle/write.ts';
import { expect, test } from '../support/app.ts';
import { headsOf, worldOf } from '../world/world.ts';

const name = 'invented-world.jsonl';
const address = `/exchange?file=${name}#import`;

/** A small world lies beside the app, as `npm run demo:world` puts it there. */
async function layBeside(page: Page): Promise<void> {
	const events = worldOf({ cycles: 30, events: 500 });
	const bundle = await writeBundle({ events, scope: { kind: 'everything' }, heads: headsOf(events) });
	const body = Buffer.from(await bundle.arrayBuffer());
	await page
		.context()
		.route(`**/${name}`, (route) => route.fulfill({ body, contentType: 'application/jsonl' }));
}

const fetchIt = (page: Page) => page.getByRole('button', { name: `Fetch ${name}` }).click();

test('an invented world is fetched when asked, looked at, taken in, and named on every page', async ({
	page
}) => {
	await layBeside(page);
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	await page.goto(address);
	await expect(page.getByText('The address you opened offers a file')).toBeVisible();
	expect(asked.filter((path) => path.includes(name))).toEqual([]);
	await fetchIt(page);
	await page.getByRole('button', { name: /^Take in 500 events/ }).click();
	await expect(page.getByText(/500 events were added/)).toBeVisible();
	for (const path of ['/', '/log', '/reminders']) {
		await page.goto(path);
		await expect(page.getByRole('note').filter({ hasText: 'An invented world' })).toBeVisible();
	}
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('note').filter({ hasText: 'An invented world' })).toBeVisible();
});

test('a file that is not there is told, and another can be chosen', async ({ page, faults }) => {
	faults.expect(/404/);
	await page.goto(address);
	await fetchIt(page);
	await expect(page.getByRole('alert').filter({ hasText: `${name} was not fetched` })).toContainText('404');
	await expect(page.getByRole('note')).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
});
