import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { dayAfter, shiftDate } from '#lib/calendar/interval.ts';
import { amended, canBeAmended, datingRules, rulesFor, settled, type Amendment } from './amendments.ts';
import { ccpr } from './ccpr.ts';
import { cmw } from './cmw.ts';
import { crpd } from './crpd.ts';
import { procedures } from './index.ts';
import { ruleInForce, type Period, type Rule } from './procedure.ts';

const amendment = (validFrom: IsoDate, more: Partial<Amendment> = {}): Amendment => ({
	rule: 'followUpInterval',
	value: 'P18M',
	validFrom,
	source: 'CMW/C/99/1',
	verified: true,
	...more
});
const followUpOf = (procedure: typeof cmw) =>
	procedure.followUp!.interval.map(({ value, validFrom, validTo }) => [
		value?.length ?? null,
		validFrom,
		validTo
	]);

test('an amended rule closes the older one the day before, and names its own source', () => {
	const after = amended(cmw, [amendment('2025-01-01')]);
	expect(followUpOf(after)).toEqual([
		['P18M', '2025-01-01', null],
		['P24M', null, '2024-12-31']
	]);
	expect(after.followUp!.interval[0]).toMatchObject({ source: 'CMW/C/99/1', verified: true });
});

test('the procedure itself is never edited, and nothing else of it changes', () => {
	const before = structuredClone(cmw);
	const after = amended(cmw, [amendment('2025-01-01')]);
	expect(cmw).toEqual(before);
	expect({ ...after, followUp: null }).toEqual({ ...cmw, followUp: null });
	expect(after.followUp!.scales).toBe(cmw.followUp!.scales);
});

test('a rule amended between two known ones holds until the later one begins', () => {
	expect(followUpOf(amended(ccpr, [amendment('2018-01-01')]))).toEqual([
		['P36M', '2020-01-01', null],
		['P18M', '2018-01-01', '2019-12-31'],
		['P12M', null, '2017-12-31']
	]);
});

test('a rule amended from the day another begins stands in its place', () => {
	expect(followUpOf(amended(ccpr, [amendment('2020-01-01')]))).toEqual([
		['P18M', '2020-01-01', null],
		['P12M', null, '2019-12-31']
	]);
});

test('a rule to ask without a date gives way to an amended one, as any other', () => {
	expect(followUpOf(amended(crpd, [amendment('2024-01-01')]))).toEqual([
		['P18M', '2024-01-01', null],
		[null, '2018-09-13', '2023-12-31'],
		['P12M', '2013-01-01', '2018-09-12']
	]);
});

test('equal amendments give the same procedure, and none the procedure itself', () => {
	const [one, other] = [amendment('2025-01-01'), amendment('2026-01-01', { value: 'P12M' })];
	expect(amended(cmw, [])).toBe(cmw);
	expect(amended(cmw, [one, other])).toBe(amended(cmw, [{ ...other }, { ...one }]));
	expect(amended(cmw, [one])).not.toBe(amended(cmw, [{ ...one, source: 'another' }]));
});

test('a rule that the body does not have cannot be amended', () => {
	expect(canBeAmended(cmw, { rule: 'visitReplyWithin' })).toBe(false);
	expect(amended(cmw, [amendment('2025-01-01', { rule: 'visitReplyWithin' })])).toBe(cmw);
});

test.each(procedures.map((procedure) => [procedure.body, procedure] as const))(
	'every dated rule of %s can be amended, and nothing but it changes',
	(_, procedure) => {
		const own = datingRules.filter((rule) => canBeAmended(procedure, { rule }));
		for (const rule of own) {
			const after = amended(procedure, [amendment('2027-01-01', { rule })]);
			for (const other of datingRules)
				if (other === rule) expect(rulesFor(after, rule)).toHaveLength(rulesFor(procedure, rule)!.length + 1);
				else expect(rulesFor(after, other)).toEqual(rulesFor(procedure, other));
		}
	}
);

const anyDay = fc.nat({ max: 60 }).map((months) => shiftDate('2017-06-15', `P${months + 1}M`));
const anyAmendment = fc
	.record({
		rule: fc.constantFrom('followUpInterval' as const, 'repliesWithin' as const),
		value: fc.constantFrom('P6M' as const, 'P18M' as const),
		validFrom: anyDay
	})
	.map((one): Amendment => ({ ...one, source: 'somewhere', verified: false }));

test('on any day at most one rule holds, and it is the one that began last', () => {
	fc.assert(
		fc.property(fc.array(anyAmendment, { maxLength: 5 }), anyDay, (amendments, day) => {
			const rules = amended(ccpr, amendments).followUp!.interval;
			for (const on of [day, dayAfter(day)]) {
				expect(rules.filter((rule) => ruleInForce<Period | null>([rule], on)).length).toBeLessThan(2);
				const last = [
					...ccpr.followUp!.interval,
					...settled(amendments).filter(({ rule }) => rule === 'followUpInterval')
				]
					.map(({ validFrom }) => validFrom ?? '')
					.filter((from) => from <= on)
					.sort()
					.at(-1);
				expect(ruleInForce(rules as readonly Rule<Period | null>[], on)?.validFrom ?? '').toBe(last);
			}
		})
	);
});

test('amendments of different days may come in any order, one after the other or at once', () => {
	const distinct = fc.uniqueArray(anyAmendment, {
		maxLength: 5,
		selector: ({ rule, validFrom }) => `${rule} ${validFrom}`
	});
	const shuffled = distinct.chain((all) =>
		fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }))
	);
	fc.assert(
		fc.property(shuffled, ([one, other]) => {
			expect(amended(ccpr, other)).toBe(amended(ccpr, one));
			const stepwise = other.reduce((procedure, each) => amended(procedure, [each]), ccpr);
			expect(stepwise).toEqual(amended(ccpr, one));
		})
	);
});
