import '#lib/calendar/temporalAtOnce.ts';
import type { Locator, Page } from '@playwright/test';
import { passGate, type Proposal } from '#lib/cycle/gate.ts';
import { linked } from '#lib/envelope/chain.ts';
import { newId, newSalt, type Envelope } from '#lib/envelope/envelope.ts';
import { writeBundle } from '#lib/exchange/bundle/write.ts';
import { expect, test } from '../support/app.ts';
import { findings } from './axe.ts';

const told = (stream: string, type: Proposal['type'], on: string, data: object): Proposal => ({
	stream,
	type,
	on,
	data: { ...data },
	source: null
});
const asked = { numbers: [3], deadline: { kind: 'exact', due: '2019-05-08', basis: 'stated' } };

/** Before one committee: two reports that it has in hand, one that it has reviewed and that asks for the next. */
const reviews = [
	told('CAT/AZE/2', 'ReportSubmitted', '2025-02-03', { numbers: [2] }),
	told('CAT/BLZ/2', 'ReportSubmitted', '2025-06-30', { numbers: [2] }),
	told('CAT/TUN/2', 'ConcludingObservationsAdopted', '2015-05-08', {}),
	told('CAT/TUN/2', 'NextReportRequested', '2015-05-08', asked)
];

/** They as a file that a colleague might send. */
async function aFile(): Promise<Buffer> {
	const [now, replica] = ['2026-01-01T00:00:00.000Z', newId()];
	const passed = passGate(reviews, [], { now, today: '2026-01-01', by: '', replica, newId });
	if (!passed.ok) throw new Error(passed.error.kind);
	const events = passed.value.events.reduce<Envelope[]>(
		(chain, event) => [...chain, linked(event, chain.at(-1)?.link, newSalt())],
		[]
	);
	const { sequence, hash } = events.at(-1)!.link!;
	const heads = { [replica]: { sequence, hash } };
	const bundle = await writeBundle({ events, scope: { kind: 'everything' }, heads });
	return Buffer.from(await bundle.arrayBuffer());
}

const several = (page: Page): Locator => page.getByRole('region', { name: 'Record for all that are chosen' });
const look = (page: Page): Promise<void> =>
	several(page).getByRole('button', { name: 'Look over what will be recorded' }).click();
const inSession = (page: Page): Locator => page.getByRole('row').filter({ hasText: 'Session 45' });

/** Chooses all rows and says that they are on the programme of a session. */
async function scheduleAll(page: Page): Promise<void> {
	await page.getByRole('button', { name: /^Choose (all these|this)/ }).click();
	await several(page)
		.getByLabel('What happened')
		.selectOption('The review was put on the programme of a session');
	await several(page).getByLabel('Number of the session').fill('45');
}

test.beforeEach(async ({ page }) => {
	await page.goto('/exchange');
	await page
		.locator('input[type=file]')
		.first()
		.setInputFiles({ name: 'reviews.jsonl', mimeType: 'application/jsonl', buffer: await aFile() });
	await page.getByRole('button', { name: /^Take in/ }).click();
	await expect(page.getByText(/events were added/)).toBeVisible();
});

test('the reviews that wait are put on the programme of a session, and one undo takes all of them off', async ({
	page
}) => {
	await page.goto('/monitor?as=rows&of=reviews&stage=list');
	await expect(page.getByRole('checkbox', { name: /^Choose Belize before CAT/ })).toBeVisible();
	await scheduleAll(page);
	await expect(several(page)).toContainText('2 chosen');
	const acts = several(page).getByLabel('What happened').getByRole('option');
	await expect(acts.filter({ hasText: 'A reminder was sent' })).toHaveCount(0);
	expect(await findings(page)).toEqual([]);

	await several(page).getByLabel('Number of the session').fill('');
	await look(page);
	await expect(several(page)).toContainText('Give the number of the session in figures');
	await several(page).getByLabel('Number of the session').fill('45');
	await several(page).getByLabel('Its first day').fill('26 October 2027');
	await several(page).getByLabel('Its last day').fill('2027-10-01');
	await look(page);
	await expect(several(page)).toContainText(
		/would end on 1.October.2027, before it begins on 26.October.2027/
	);
	await several(page).getByLabel('Its last day').fill('2027-11-20');
	await look(page);
	await several(page).getByRole('button', { name: 'Record 2 events' }).press('Enter');
	await expect(page.getByText('2 events were recorded.')).toBeAttached();
	await expect(inSession(page)).toHaveCount(2);

	await page.getByRole('link', { name: 'Sessions' }).click();
	await expect(page.getByRole('region', { name: 'To be considered, by session' })).toContainText(
		/Session 45\sfrom 26.October.2027:\s2 States/
	);
	await page.keyboard.press('Control+z');
	await expect(inSession(page)).toHaveCount(0);
	await page.keyboard.press('Control+Shift+z');
	await expect(inSession(page)).toHaveCount(1);
});

test('what was held cannot be scheduled: it is said why, left out, and the others are', async ({ page }) => {
	await page.goto('/monitor?as=rows&of=reviews');
	await scheduleAll(page);
	await look(page);
	await expect(several(page).getByRole('listitem')).toContainText(/^Tunisia before CAT/);
	await several(page).getByRole('button', { name: 'Leave this one out' }).click();
	await several(page).getByRole('button', { name: 'Record 2 events' }).click();
	await expect(page.getByText('2 events were recorded.')).toBeAttached();
	await expect(inSession(page)).toHaveCount(2);
});

test('a review without the report that is owed is scheduled in the cycle of that report', async ({
	page
}) => {
	await page.goto('/monitor?as=late');
	await scheduleAll(page);
	await look(page);
	await several(page).getByRole('button', { name: 'Record 1 event' }).click();
	await expect(page.getByText('1 event was recorded.')).toBeAttached();
	await page.goto('/monitor?as=rows&of=reviews&session=45');
	await expect(inSession(page)).toContainText(/Tunisia.*third periodic report/);
});
