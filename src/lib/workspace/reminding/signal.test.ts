import { expect, test, vi } from 'vitest';
import { Signal } from './signal.ts';

test('the others hear it, and whoever tells does not', async () => {
	const [own, others, closed] = [vi.fn(), vi.fn(), vi.fn()];
	const [one, other, gone] = [new Signal(own), new Signal(others), new Signal(closed)];
	gone.close();
	one.tell();
	// The worker tells and is gone.
	const worker = new Signal();
	worker.tell();
	worker.close();
	await vi.waitFor(() => expect(others).toHaveBeenCalledTimes(2));
	expect(own).toHaveBeenCalledTimes(1);
	expect(closed).not.toHaveBeenCalled();
	one.close();
	other.close();
});
