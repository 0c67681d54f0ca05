import { expect, test } from 'vitest';
import { cycleOf } from './address.ts';

test.each([
	['CMW/AZE/3', { reportNumbers: [3] }],
	['CCPR/CHN-HKG/2-3', { reportNumbers: [2, 3] }],
	['XYZ/AZE/3', { kind: 'unknownProcedure', body: 'XYZ' }]
])('%s is understood', (stream, cycle) => {
	expect(cycleOf(stream)).toMatchObject(cycle);
});

test.each(['CMW/AZE', 'CMW/AZE/0', 'CMW/AZE/9-3', '../../3'])('%s names no cycle', (stream) => {
	expect(cycleOf(stream)).toBeUndefined();
});
