import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findChromium, flags } from '../support/chromium.ts';

// Without it the browser measures the memory of a page when it next thinks fit, which may take a minute.
const benchFlags = [...flags, '--enable-blink-features=ForceEagerMeasureMemory'];

/** A page in a browser of its own. */
export interface Visit {
	page: Page;
	leave(): Promise<void>;
}

/** A folder that a browser keeps its data in, on the disk: each contender has its own, and shares no database. */
export class Profile {
	#folder: string | undefined;

	/** Begins with nothing stored. */
	async empty(): Promise<void> {
		await this.remove();
		this.#folder = await mkdtemp(join(tmpdir(), 'servanda-bench-profile-'));
	}

	/** Starts a browser and opens a page. */
	async visit(address: string): Promise<Visit> {
		const executablePath = findChromium();
		const context = await chromium.launchPersistentContext(this.#folder!, {
			...(executablePath && { executablePath }),
			args: benchFlags
		});
		const page = context.pages()[0] ?? (await context.newPage());
		page.setDefaultTimeout(0);
		await page.goto(address);
		return { page, leave: () => context.close() };
	}

	async remove(): Promise<void> {
		if (!this.#folder) return;
		await rm(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
	}
}

/** Waits so long and no longer. */
export async function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value | 'tooLong'> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<'tooLong'>((resolve) => {
		timer = setTimeout(() => resolve('tooLong'), milliseconds);
	});
	// What goes wrong after the time is up, since the browser was closed under it, is nobody's business.
	work.catch(() => {});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}
