import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, chromium, expect, type BrowserContext } from '@playwright/test';
import { findChromium, flags } from './chromium.ts';
import { Site } from './site.ts';

/**
 * Servanda in a browser, for tests:
 *
 * ```ts
 * import { expect, test } from './support/app.ts';
 *
 * test.use({ timezoneId: 'Pacific/Auckland', withoutNativeTemporal: true });
 * test('…', async ({ page, site }) => {
 * 	await page.goto('/');
 * 	await site.stop();
 * });
 * ```
 *
 * Each test has a profile and a server of its own. It fails on any error in the console or in a page, on any
 * breach of the content security policy and on any request to another origin, unless it expects it:
 * `faults.expect(/…/)`.
 */
export type Fixtures = {
	/** Takes Temporal from the page, as in browsers that have none yet. Workers keep theirs. */
	withoutNativeTemporal: boolean;
	/** The built app at an address; `stop`, `start` and `serve(await anotherVersion())` change what answers there. */
	site: Site;
	/** What went wrong unseen. */
	faults: Faults;
	/** Waits until the worker keeps the whole app, so that the server may go. */
	keptOffline: () => Promise<void>;
};

export const test = base.extend<Fixtures>({
	withoutNativeTemporal: [false, { option: true }],

	// eslint-disable-next-line no-empty-pattern -- Playwright reads the names from the pattern
	site: async ({}, use) => {
		const site = await new Site().start();
		await use(site);
		await site.close();
	},

	baseURL: async ({ site }, use) => use(site.url),

	// A worker and its caches live in a profile, and Playwright's light contexts have none to install an app in.
	context: async (
		{ baseURL, locale, timezoneId, colorScheme, viewport, reducedMotion, withoutNativeTemporal },
		use
	) => {
		const profile = await mkdtemp(join(tmpdir(), 'servanda-profile-'));
		const context = await chromium.launchPersistentContext(profile, {
			...defined({ executablePath: findChromium(), baseURL, locale, timezoneId }),
			args: [...flags, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost'],
			colorScheme,
			reducedMotion,
			viewport
		});
		await context.addInitScript(reportBreaches);
		if (withoutNativeTemporal)
			await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'Temporal'));
		await use(context);
		await context.close();
		await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
	},

	// Watches every test, also those that never speak of faults.
	faults: [
		async ({ context, site }, use) => {
			const faults = new Faults();
			faults.watch(context, new URL(site.url).origin);
			await use(faults);
			expect(faults.unexpected(), 'faults that nobody expected').toEqual([]);
		},
		{ auto: true }
	],

	keptOffline: async ({ page }, use) =>
		use(() =>
			page.evaluate(async () => {
				await navigator.serviceWorker.ready;
				// Claimed: from here on the worker answers this page too.
				while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 20));
			})
		)
});

export { expect };

/** Collects what goes wrong in a browser without stopping it. */
export class Faults {
	#found: string[] = [];
	#expected: RegExp[] = [];

	/** This fault belongs to the test: it may come, and need not. */
	expect(pattern: RegExp): void {
		this.#expected.push(pattern);
	}

	unexpected(): string[] {
		return this.#found.filter((fault) => !this.#expected.some((pattern) => pattern.test(fault)));
	}

	watch(context: BrowserContext, origin: string): void {
		context.on('console', (message) => {
			if (message.type() === 'error')
				this.#found.push(`console: ${message.text()} (${message.location().url})`);
		});
		context.on('weberror', (error) => this.#found.push(`page: ${error.error().message}`));
		context.on('request', (request) => {
			const url = new URL(request.url());
			if (/^https?:|^wss?:/.test(url.protocol) && url.origin !== origin)
				this.#found.push(`request to another origin: ${url.href}`);
		});
	}
}

/** A breach is an event before it is a line in the console, and the event says where. */
function reportBreaches(): void {
	addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
		console.error(`content security policy: ${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`)
	);
}

type Defined<Options> = { [Key in keyof Options]?: Exclude<Options[Key], undefined> };

/** An option that is left out is not the same to Playwright as one that is undefined. */
const defined = <Options extends object>(options: Options): Defined<Options> =>
	Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Defined<Options>;
