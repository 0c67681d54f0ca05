import { afterEach, expect, test, vi } from 'vitest';
import { askForTest, type TestAnswer } from './test.ts';

const none: TestAnswer = { kind: 'notShown', why: 'noWorker' };

function browserWith(postMessage?: (message: unknown, transfer: Transferable[]) => void) {
	const active = postMessage && { postMessage };
	vi.stubGlobal('navigator', { serviceWorker: { getRegistration: async () => ({ active }) } });
}

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

test('what the worker answers is given', async () => {
	const answer: TestAnswer = { kind: 'notShown', why: 'refusedBySystem' };
	browserWith((message, [port]) => {
		expect(message).toEqual({ type: 'testReminder' });
		(port as MessagePort).postMessage(answer);
	});
	expect(await askForTest()).toEqual(answer);
});

test('where there is no worker, or one that never answers, there is none', async () => {
	vi.stubGlobal('navigator', {});
	expect(await askForTest()).toEqual(none);
	browserWith();
	expect(await askForTest()).toEqual(none);
	vi.useFakeTimers();
	browserWith(() => {});
	const asked = askForTest();
	await vi.advanceTimersByTimeAsync(10_000);
	expect(await asked).toEqual(none);
});
