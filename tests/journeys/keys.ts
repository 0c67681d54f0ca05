import type { Locator, Page } from '@playwright/test';

/** Presses Tab until the control has the focus, as someone without a mouse does. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
	await control.waitFor();
	for (let presses = 0; presses < 150; presses += 1) {
		if (await control.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab does not reach ${control}`);
}

/** Presses Enter on the control, gone to by Tab. */
export async function press(page: Page, control: Locator): Promise<void> {
	await tabTo(page, control);
	await page.keyboard.press('Enter');
}
