import { expect, test } from 'vitest';
import { cat } from '#lib/procedures/cat.ts';
import { ccpr } from '#lib/procedures/ccpr.ts';
import { ced } from '#lib/procedures/ced.ts';
import { cescr } from '#lib/procedures/cescr.ts';
import { scaleOn } from '#lib/procedures/procedure.ts';
import { gradeOnScale } from './grades.ts';

test.each([
	[ced, 'D', '2018-11-16', 'D: no cooperation'],
	[ced, 'D', '2022-04-08', 'D: no reply on the recommendation'],
	[ccpr, 'B2', '2015-07-13', 'B2: initial action taken, more information and measures required'],
	[ccpr, 'B2', '2020-07-24', 'B2'],
	[ccpr, 'D', '2020-07-24', 'D: no cooperation'],
	[cescr, 'No response', '2020-07-24', 'no response'],
	[cat, 'Partially implemented', '2023-04-26', 'Partially implemented']
] as const)('what a grade of $body says is what it said on its day', (procedure, grade, on, said) =>
	expect(gradeOnScale(grade, scaleOn(procedure, on))).toBe(said)
);
