import { expect, test } from 'vitest';
import type { Amendment } from '#lib/procedures/amendments.ts';
import { cyclesOf } from './cycles.ts';

const amendment: Amendment = {
	rule: 'followUpInterval',
	value: 'P18M',
	validFrom: '2025-01-01',
	source: 'CMW/C/99/1',
	verified: true
};
const cycle = (body: string, version: number, amendments: readonly Amendment[] = []) => ({
	body,
	version,
	amendments
});

test('the cycles of a body are counted by version, the newest first, and those under amended rules', () => {
	const outlines = [cycle('CMW', 1), cycle('CMW', 2, [amendment]), cycle('CMW', 1), cycle('CAT', 1)];
	expect(cyclesOf('CMW', outlines)).toEqual({
		body: 'CMW',
		cycles: 3,
		versions: [
			[2, 1],
			[1, 2]
		],
		amended: 1
	});
});

test('a body without cycles has none under any version', () => {
	expect(cyclesOf('CED', [])).toEqual({ body: 'CED', cycles: 0, versions: [], amended: 0 });
});
