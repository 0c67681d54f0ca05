import { expect, test } from 'vitest';
import { procedures } from '#lib/procedures/index.ts';
import type { Rule } from '#lib/procedures/procedure.ts';
import { rulesInWords, scaleValidity } from './procedures.ts';

/** Every rule in a procedure, wherever it stands. */
function rulesIn(value: unknown): Rule<unknown>[] {
	if (typeof value !== 'object' || value === null) return [];
	return 'verified' in value ? [value as Rule<unknown>] : Object.values(value).flatMap(rulesIn);
}
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each(procedures.map((procedure) => [procedure.body, procedure] as const))(
	'no rule of %s is left without words',
	(_, procedure) => {
		const said = rulesInWords(procedure).map(({ source, verified }) => `${source} ${verified}`);
		const scales = procedure.followUp?.scales.map(({ rule }) => rule) ?? [];
		const known = rulesIn(procedure).filter((rule) => !scales.includes(rule as Rule<'scale'>));
		expect(said.sort()).toEqual(known.map(({ source, verified }) => `${source} ${verified}`).sort());
	}
);

test.each([
	['2016-01-01', '2018-12-31', 'From 1 January 2016 to 31 December 2018'],
	['2016-01-01', null, 'Since 1 January 2016'],
	[null, '2015-12-31', 'Until 31 December 2015'],
	[null, null, 'Not dated']
] as const)('a scale from %s to %s is said', (validFrom, validTo, said) => {
	const rule = { value: 'scale', validFrom, validTo, source: '', verified: false } as const;
	expect(plain(scaleValidity({ id: '', grades: [], rule }))).toBe(said);
});
