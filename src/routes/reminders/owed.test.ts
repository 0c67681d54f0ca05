import { expect, test } from 'vitest';
import type { Outline } from '#lib/cycle/outline/outline.ts';
import { owedById } from './owed.ts';

test('what is owed is found in its cycle, and nothing else is', () => {
	const owed = { id: 'CMW/AZE/3#followUp-1' };
	const outline = { stream: 'CMW/AZE/3', obligations: [owed] } as unknown as Outline;
	const outlines = new Map([[outline.stream, outline]]);
	expect(owedById(outlines, 'CMW/AZE/3#followUp-1')).toBe(owed);
	expect(owedById(outlines, 'CMW/AZE/3#nextReport-1')).toBeUndefined();
	expect(owedById(outlines, 'CMW/AZE/2#followUp-1')).toBeUndefined();
});
