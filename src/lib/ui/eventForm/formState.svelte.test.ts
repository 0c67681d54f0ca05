import { describe, expect, test, vi } from 'vitest';
import { ok, refuse } from '#lib/result.ts';
import type { Failure } from '#lib/words/refusals.ts';
import { FormState } from './formState.svelte.ts';

const start = { on: '2023-12-01' };

describe('a form', () => {
	test('is sent once, however often its button is pressed', async () => {
		const send = vi.fn(async () => ok(null));
		const form = new FormState(start, ok, send);
		const [first, second] = [form.submit(), form.submit()];
		expect([await first, await second]).toEqual([true, false]);
		expect(send).toHaveBeenCalledTimes(1);
	});

	test('is not sent while something in it is wrong', async () => {
		const send = vi.fn(async () => ok(null));
		const form = new FormState(start, () => refuse({ on: { kind: 'missing' } as const }), send);
		expect(await form.submit()).toBe(false);
		expect(form.faults).toEqual({ on: { kind: 'missing' } });
		expect(send).not.toHaveBeenCalled();
	});

	test('shows a refusal of its day at the day, and stays as it was', async () => {
		const future = { kind: 'inTheFuture', on: '2030-01-01', today: '2026-11-22' } as const;
		const refusal = { ...future, proposal: 0, type: 'DialogueHeld', stream: 'CMW/AZE/3' } as const;
		const form = new FormState({ on: '2030-01-01' }, ok, async () => refuse(refusal));
		await form.submit();
		expect(form.faults.on).toMatchObject(future);
		expect(form.typed).toEqual({ on: '2030-01-01' });
	});

	test('says a refusal of a day by itself where it has no input for the day', async () => {
		const future = { kind: 'inTheFuture', on: '2030-01-01', today: '2026-11-22' } as const;
		const refusal = { ...future, proposal: 0, type: 'DialogueHeld', stream: 'CMW/AZE/3' } as const;
		const form = new FormState({ adopted: '2030-01-01' }, ok, async () => refuse(refusal));
		await form.submit();
		expect(form.faults).toEqual({});
		expect(form.refusal).toMatchObject(future);
	});

	test('lets one insist on what does not fit, and on nothing else', async () => {
		const refusals: Failure[] = [
			{ kind: 'unsettles', events: [], proposal: 0, type: 'DialogueHeld', stream: 'CMW/AZE/3' },
			{ kind: 'notOpen' }
		];
		const send = vi.fn(async (_: unknown, anyway: boolean) =>
			anyway ? ok(null) : refuse(refusals.shift()!)
		);
		const form = new FormState(start, ok, send);
		await form.submit();
		expect(form.canInsist).toBe(true);
		await form.submit();
		expect(form.canInsist).toBe(false);
		expect(await form.submit(true)).toBe(true);
		expect(form.refusal).toBeNull();
	});

	test('says that it is being written only when that takes long', async () => {
		vi.useFakeTimers();
		let written = (_: unknown) => {};
		const form = new FormState(
			start,
			ok,
			() => new Promise((resolve) => (written = () => resolve(ok(null))))
		);
		const sent = form.submit();
		expect(form.waiting).toBe(false);
		vi.advanceTimersByTime(301);
		expect(form.waiting).toBe(true);
		written(null);
		await sent;
		expect(form.waiting).toBe(false);
		vi.useRealTimers();
	});
});
