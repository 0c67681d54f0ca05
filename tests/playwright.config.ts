import { defineConfig } from '@playwright/test';

/** Tests in a browser, against what was built. Run `npm run build` first; `npm test` does. */
export default defineConfig({
	testDir: '.',
	testMatch: '**/*.browser.ts',
	globalSetup: './support/ready.ts',
	outputDir: '../test-results/browser',
	reporter: [['list'], ['json', { outputFile: '../test-results/browser.json' }]],
	fullyParallel: true,
	forbidOnly: Boolean(process.env.CI),
	// A machine that is busy with other things can miss a deadline of a test. What passes at the second try only is
	// told at the end, since it may have found something all the same; here at hand nothing is tried twice.
	retries: process.env.CI ? 1 : 0,
	workers: 2,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	use: {
		locale: 'en-GB',
		timezoneId: 'Europe/Zurich',
		colorScheme: 'light',
		viewport: { width: 1280, height: 800 }
	}
});
