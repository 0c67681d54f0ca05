import { describe, expect, test } from 'vitest';
import { isIsoDate } from '#lib/calendar/date.ts';
import { datingRules, rulesFor } from './amendments.ts';
import { cat } from './cat.ts';
import { ccpr } from './ccpr.ts';
import { ced } from './ced.ts';
import { cescr } from './cescr.ts';
import { crpd } from './crpd.ts';
import { inOrderOfBodies, procedureOf, procedures } from './index.ts';
import { ruleInForce, scaleOn, type Procedure, type Rule } from './procedure.ts';

/** Every rule in a procedure, with the way to it. */
function rulesIn(value: unknown, path = ''): [string, Rule<unknown>][] {
	if (typeof value !== 'object' || value === null) return [];
	if ('verified' in value) return [[path, value as Rule<unknown>]];
	return Object.entries(value).flatMap(([name, inner]) => rulesIn(inner, `${path}.${name}`));
}

test('each body has one procedure of each version', () => {
	const names = procedures.map(({ body, version }) => `${body} ${version}`);
	expect(new Set(names).size).toBe(names.length);
	for (const procedure of procedures) expect(procedureOf(procedure.body, procedure.version)).toBe(procedure);
	expect(procedureOf('XYZ')).toBeUndefined();
});

test('bodies are listed in their usual order, and one that is not known comes last', () => {
	const found = ['XYZ', 'UPR', 'CMW', 'ABC', 'CAT', 'CCPR', 'CRC-OPAC', 'SPT'];
	expect(found.sort(inOrderOfBodies)).toEqual(['CCPR', 'CAT', 'SPT', 'CRC-OPAC', 'CMW', 'UPR', 'ABC', 'XYZ']);
});

describe.each(procedures.map((procedure) => [procedure.body, procedure] as const))(
	'%s',
	(body, procedure) => {
		test('has a name that streams can begin with', () => expect(body).toMatch(/^[A-Z-]{2,8}$/));

		test.each(rulesIn(procedure))('says of %s since when it holds and where it stands', (_, rule) => {
			const { validFrom, validTo, source } = rule;
			for (const day of [validFrom, validTo]) expect(day === null || isIsoDate(day)).toBe(true);
			if (validFrom && validTo) expect(validFrom < validTo).toBe(true);
			expect(source.length).toBeGreaterThan(5);
			// Of what nobody read the dates were not read either, and only of what has some can they be in doubt.
			if (rule.datesVerified === false) expect(rule.verified && Boolean(validFrom ?? validTo)).toBe(true);
		});

		test('has at most one rule for each thing, and one scale, on any day', () => {
			const scales = (procedure.followUp?.scales ?? []).map(({ rule }) => rule);
			const modes = procedure.simplifiedReporting?.mode ?? [];
			const dating = datingRules.map((rule) => rulesFor(procedure, rule) ?? []);
			for (const rules of [...dating, scales, modes] as readonly Rule<unknown>[][]) {
				const bounds = rules
					.flatMap(({ validFrom, validTo }) => [validFrom, validTo])
					.filter((day) => day !== null);
				for (const day of ['2000-01-01' as const, ...bounds, '2030-01-01' as const])
					expect(rules.filter((rule) => ruleInForce<unknown>([rule], day)).length).toBeLessThan(2);
			}
		});

		test('grades in marks that differ', () => {
			for (const { grades } of procedure.followUp?.scales ?? [])
				for (const what of ['letter', 'meaning'] as const)
					expect(new Set(grades.map((grade) => grade[what])).size).toBe(grades.length);
		});
	}
);

test.each<[Procedure, `${number}-${number}-${number}`, string | null | undefined]>([
	[ccpr, '2019-12-31', 'P12M'],
	[ccpr, '2020-01-01', 'P36M'],
	[cescr, '2019-09-30', 'P18M'],
	[cescr, '2019-10-01', 'P24M'],
	[crpd, '2012-12-31', undefined],
	[crpd, '2018-09-12', 'P12M'],
	[crpd, '2018-09-13', null]
])('the follow-up of $body asked for on %s is due within %s', ({ followUp }, on, length) => {
	const rule = ruleInForce(followUp!.interval, on);
	expect(rule && (rule.value?.length ?? null)).toBe(length);
});

test('a grade is read on the scale of its day', () => {
	expect(scaleOn(ccpr, '2015-12-31')?.id).toBe('CCPR-before-2016');
	expect(scaleOn(ccpr, '2016-01-01')?.id).toBe('CCPR-2016');
	expect(scaleOn(ced, '2021-12-31')?.id).toBe('CED-before-2022');
	expect(scaleOn(ced, '2022-04-08')?.id).toBe('CED-2022');
	expect(scaleOn(cat, '2016-01-01')).toBeNull();
});
