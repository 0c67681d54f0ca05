import { expect, test } from 'vitest';
import type { RecommendationRow } from '#lib/cycle/coverage.ts';
import { narrow } from './narrow.ts';

const row = (
	paragraph: number,
	topic: string,
	units: string[],
	reiterates: string[] = []
): RecommendationRow => ({
	paragraph,
	topic,
	units,
	reiterates,
	forNextReport: [],
	followUp: false
});

const rows = [
	row(16, 'Migration policy and strategy', ['16', '16(b)']),
	row(60, 'Trafficking', ['60(a)', '60(b)'], ['CMW/C/AZE/CO/2 para 44']),
	row(62, 'Situation irrégulière', ['62(c)'])
];

test.each([
	['', [16, 60, 62]],
	['  ', [16, 60, 62]],
	['policy', [16]],
	['POLICY migration', [16]],
	['6', [60, 62]],
	['62', [62]],
	['60 (b)', [60]],
	['60(b)', [60]],
	['irreguliere', [62]],
	['co/2', [60]],
	['nothing of the kind', []]
])('“%s” finds %j', (typed, found) => {
	expect(narrow(rows, typed).map(({ paragraph }) => paragraph)).toEqual(found);
});
