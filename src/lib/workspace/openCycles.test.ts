import { expect, test } from 'vitest';
import type { FoldFailure } from '#lib/cycle/timeline/fold.ts';
import { ok } from '#lib/result.ts';
import { OpenCycles } from './openCycles.ts';

const outline: FoldFailure = { kind: 'unknownProcedure', stream: 'CMW/AZE/1', body: 'CMW' };
const streamsOf = (state: string, number: number) =>
	Array.from({ length: number }, (_, place) => `CMW/${state}/${place + 1}`);

test('all cycles of a State are held together, however many they are; others make room for them', async () => {
	let reads = 0;
	const cycles = new OpenCycles(() => Promise.resolve(ok((reads++, []))));
	const held = (streams: string[]) => streams.filter((stream) => cycles.get(stream, outline)).length;
	const many = streamsOf('AZE', 100);

	held(many);
	await expect.poll(() => held(many)).toBe(100);
	expect(reads).toBe(1);

	const few = streamsOf('FRA', 3);
	held(few);
	await expect.poll(() => held(few)).toBe(3);
	expect(held(many)).toBeLessThan(100);
	expect(reads).toBe(2);
});
