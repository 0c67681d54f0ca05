import type { Page } from '@playwright/test';

const megabyte = 1_000_000;

/** What a page has in use after a collection of garbage, in megabytes. */
export async function memoryOf(page: Page): Promise<{ whole: number; heap: number }> {
	const session = await page.context().newCDPSession(page);
	// Once for what is unreachable, once more for what was only held by that.
	await session.send('HeapProfiler.collectGarbage');
	await session.send('HeapProfiler.collectGarbage');
	await session.send('Performance.enable');
	const { metrics } = await session.send('Performance.getMetrics');
	const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')!.value;
	const whole = await page.evaluate(async () => {
		const { measureUserAgentSpecificMemory: measure } = performance as Performance & {
			measureUserAgentSpecificMemory(): Promise<{ bytes: number }>;
		};
		return (await measure.call(performance)).bytes;
	});
	return { whole: whole / megabyte, heap: heap / megabyte };
}
